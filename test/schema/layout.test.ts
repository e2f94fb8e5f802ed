import { layOut } from '../../src/schema/layout';
import { foundPlacement, freshPlacement } from '../../src/schema/placement';
import { REGISTERS } from '../../src/registers';
import { agreement } from '../../src/registers/agreement';
import { contributions } from '../../src/registers/contributions';
import { kpis } from '../../src/registers/kpis';
import { portfolio } from '../../src/registers/portfolio';
import { settings } from '../../src/registers/settings';
import { terms } from '../../src/registers/terms';
import { columnNumber, headingMadeBy } from '../../src/schema/formula';
import { tablesOf, type Register } from '../../src/schema/register';

const places = REGISTERS.map((tab) => freshPlacement(tab, { name: tab.name, gid: 7 }));
const laid = (tab: Register = contributions, currency: string | null = 'EUR') =>
  layOut(tab, { places, currency, firstRows: {} });

describe('the layout of a tab', () => {
  it('holds the columns of the contribution log in their order: technical ones first, computed ones last, and those for people after the others', () => {
    const headings = laid().cells[0]!.map((cell) => /VSTACK\("([^"]+)"/.exec(String(cell))?.[1] ?? cell);
    expect(headings.join(' · ')).toBe(
      'ID · Entered by · Entered at · Source key · Import · Row digest · ' +
        'Date · Party · Kind · Quantity · Unit value · Item · Note · Evidence · ' +
        'Status · Accepted value · Answered by · Answered at · Answer note · Recorded answer · ' +
        'Multiplier · Weight of attention · Attention since · Value · Counts · State · Attention',
    );
    expect(laid().headings.slice(-7)).toEqual(['entered', ...Array<string>(6).fill('computed')]);
  });

  it.each(REGISTERS.map((register) => [register.name, register] as const))(
    'folds the technical columns of %s away at its beginning, and what only formulas read before what people read',
    (_name, register) => {
      const { folded, headings } = laid(register);
      const columns = tablesOf(register).map((table) => Object.values(table.columns));
      const technical = columns[0]!.filter(({ filled, inView }) => filled === 'by the add-on' && !inView);
      const others = columns.flat().filter(({ outOfView }) => outOfView);
      const seldom = columns.flat().filter(({ untilWanted }) => untilWanted);
      expect(folded.slice(0, technical.length)).not.toContain(false);
      expect(folded.filter((isFolded) => isFolded)).toHaveLength(technical.length + others.length + seldom.length);
      expect(others.map(({ header }) => header.replace(/ \(.*\)/, ''))).toEqual(
        columns.flatMap((table) =>
          table.flatMap(({ header }) =>
            /^(Weight of attention|Attention since|Wording|Recorded answer)( \(.*\))?$/.test(header)
              ? [header.replace(/ \(.*\)/, '')]
              : [],
          ),
        ),
      );
      // Each group of them has a column after it, for its button; one that everything is hidden with needs none.
      if (folded.includes(false)) expect(folded[folded.length - 1]).toBe(false);
      // What a form writes is one block.
      const ours = headings.slice(0, Object.keys(register.columns).length);
      expect(ours.lastIndexOf('entered')).toBe(ours.filter((kind) => kind === 'entered').length - 1);
    },
  );

  it.each([
    [contributions, ['Multiplier']],
    [kpis, ['Leading or lagging', 'Roll-up', 'Weight']],
    [terms, ['Item', 'Threshold', 'Mode', 'Per']],
  ])('folds away what few people need, after what the others fill in: $1', (register, expected) => {
    const { cells, folded, headings } = laid(register);
    const at = expected.map((heading) => cells[0]!.indexOf(heading));
    expect(at.map((slot) => [folded[slot], headings[slot]])).toEqual(expected.map(() => [true, 'entered']));
    expect(headings[at[at.length - 1]! + 1]).toBe('computed');
    expect(at).toEqual(expected.map((_, place) => at[0]! + place));
  });

  it.each([
    [agreement, 'State'],
    [portfolio, 'Effort'],
  ])('shows of $0.name what matters in a window of 1,100 pixels, beside the sidebar: %#', (register, last) => {
    const choicesIn = (table: string, column: string) =>
      tablesOf(register).flatMap(({ id, initial = [] }) => (id === table ? initial.map((row) => row[column]!) : []));
    const { cells, folded, widths } = layOut(register, { places, currency: 'EUR', firstRows: {}, choicesIn });
    const at = cells[0]!.findIndex((cell) => [headingMadeBy(String(cell)), cell].includes(last));
    const ends = widths.slice(0, at + 1).reduce((sum, width, slot) => sum + (folded[slot] ? 0 : width), 0);
    // The sidebar, the numbers of the rows, the bar to scroll by.
    expect(ends).toBeLessThanOrEqual(1_100 - 300 - 46 - 10);
  });

  it.each(REGISTERS.map((register) => [register.name, register] as const))(
    'has a heading row in %s that is high enough for each of its headings',
    (_name, register) => {
      const { cells, headingHeight, widths, headings, folded } = laid(register);
      const texts = cells[0]!.map((cell) => headingMadeBy(String(cell)) || String(cell));
      const longest = Math.max(...texts.map((text, at) => (folded[at] ? 0 : (8 * text.length) / widths[at]!)));
      expect(headingHeight).toBeGreaterThanOrEqual(17 * Math.min(3, longest));
      expect(headingHeight).toBeLessThanOrEqual(80);
      expect(widths).toHaveLength(headings.length);
    },
  );

  it('has room for the longest choice of each list, from wherever it is taken, up to a limit', () => {
    const widthOf = (tab: Register, header: string, party: string): number => {
      const choicesIn = (table: string) => (table === 'parties' ? ['Us', party] : ['hours', 'maintenance hours']);
      const { cells, widths } = layOut(tab, { places, currency: null, firstRows: {}, choicesIn });
      return widths[cells[0]!.indexOf(header)]!;
    };
    const wanted = (tab: Register, header: string, party: string, least: number): void => {
      const width = widthOf(tab, header, party);
      expect([header, least, width]).toEqual([header, least, Math.min(Math.max(width, least), least + 50)]);
    };
    wanted(contributions, 'Party', 'Brand', 150);
    wanted(contributions, 'Party', 'Tidewater Audio Company', 222);
    wanted(contributions, 'Party', 'x'.repeat(100), 260);
    wanted(contributions, 'Kind', 'Brand', 174);
    wanted(contributions, 'Status', 'Brand', 150);
    wanted(kpis, 'Leading or lagging', 'Brand', 150);
  });

  it('covers every row of the tab with formats and rules, and makes text cells of text columns', () => {
    const { formats, validations } = laid();
    expect(formats).toHaveLength(contributions.rows);
    expect(validations).toHaveLength(contributions.rows);
    expect(formats[contributions.rows - 1]!.slice(5, 11)).toEqual([
      '@',
      'yyyy-mm-dd',
      '@',
      '@',
      'General',
      '[$€]#,##0.00',
    ]);
  });

  it('puts no rule on cells that people do not fill', () => {
    const { headings, validations } = laid();
    headings.forEach((kind, column) => {
      if (kind === 'computed') expect(validations[0]![column]).toBeNull();
    });
    expect(validations[0]![0]).toBeNull();
  });

  it('lets each setting have the format and the rule of its own value', () => {
    const { cells, formats, validations } = laid(settings);
    const row = cells.findIndex(([name]) => name === 'Partnership start') - 1;
    expect(formats[row]![1]).toBe('yyyy-mm-dd');
    expect(validations[row]![1]).toMatchObject({ kind: 'day' });
    const yesNo = cells.findIndex(([name]) => name === 'Count proposed entries') - 1;
    expect(validations[yesNo]![1]).toMatchObject({ kind: 'list', values: ['yes', 'no'] });
  });

  it('shows amounts in the currency, with its own minor units', () => {
    expect(laid(contributions, 'JPY').formats[0]![10]).toBe('[$¥]#,##0');
    expect(laid(contributions, 'XYZ').formats[0]![10]).toBe('[$XYZ ]#,##0.00');
    expect(laid(contributions, null).formats[0]![10]).toBe('#,##0.00');
  });

  it('points at columns where people have moved them', () => {
    const moved = foundPlacement(settings, { name: 'Our settings', gid: 7 }, [
      'Party',
      '',
      'kind of contribution ',
      'Multiplier',
    ]);
    expect(moved.positions.parties).toMatchObject({ party: 0 });
    expect(moved.positions.kinds).toMatchObject({ kind: 2, multiplier: 3, unit: -1 });
  });

  it('takes a column of a page that the sheet does not have for #N/A', () => {
    const without = places.filter(({ tabId }) => tabId !== contributions.id);
    const headings = layOut(settings, { places: without, currency: null, firstRows: {} }).cells[0]!;
    expect(headings.find((cell) => String(cell).includes('"Contributed value"'))).toMatch(/names;[^;]*NA\(\)/);
  });

  it('says which column is wanted when a formula points nowhere', () => {
    const lacking = places.map(({ positions, ...place }) => ({
      ...place,
      positions: { ...positions, ...(positions.kinds && { kinds: { ...positions.kinds, unitValue: -1 } }) },
    }));
    expect(() => layOut(contributions, { places: lacking, currency: null, firstRows: {} })).toThrow(
      'No column kinds.unitValue in any tab',
    );
  });

  it('draws what people would rather look at than read', () => {
    const drawn = REGISTERS.flatMap((register) => {
      const { charts, cells } = laid(register);
      const heading = (source: string): string => {
        const text = String(cells[0]![columnNumber(/^[A-Z]+/.exec(source)![0]) - 1]);
        return headingMadeBy(text) || text;
      };
      return charts.map(({ kind, sources }) => [register.name, kind, ...sources.map(heading)]);
    });
    expect(drawn).toEqual([
      ['Candidates', 'scatter', 'Alignment', 'Commitment'],
      ['Value exchange', 'column', 'Side and dimension', 'Net'],
      ['Risks', 'scatter', 'Likelihood', 'Impact'],
      ['Portfolio', 'scatter', 'Alignment', 'Commitment'],
    ]);
  });
});
