import { columnFormulas } from '../../src/tables/column-formulas';
import { foundPlacement, freshPlacement, layOut } from '../../src/tables/layout';
import { contributionsTab, settingsTab, TABS } from '../../src/tables/tabs';

const formulas = columnFormulas();
const places = TABS.map((tab) => freshPlacement(tab, tab.name));
const laid = (tab = contributionsTab, currency: string | null = 'EUR') =>
  layOut(tab, { places, currency, firstRows: {}, formulas });

describe('the layout of a tab', () => {
  it('holds the columns of the contribution log in their order, computed ones last', () => {
    const headings = laid().cells[0]!.map((cell) => /VSTACK\("([^"]+)"/.exec(String(cell))?.[1] ?? cell);
    expect(headings.join(' · ')).toBe(
      'ID · Date · Party · Kind · Quantity · Unit value · Multiplier · Item · Note · Evidence · Entered by · ' +
        'Entered at · Source key · Status · Accepted value · Answered by · Answered at · Answer note · Value · Counts · State',
    );
    expect(laid().headings.slice(-4)).toEqual(['entered', 'computed', 'computed', 'computed']);
  });

  it('covers every row of the tab with formats and rules, and makes text cells of text columns', () => {
    const { formats, validations } = laid();
    expect(formats).toHaveLength(1000);
    expect(validations).toHaveLength(1000);
    expect(formats[999]!.slice(0, 6)).toEqual(['@', 'yyyy-mm-dd', '@', '@', '#,##0.00', '[$€]#,##0.00']);
  });

  it('puts no rule on cells that people do not fill', () => {
    const { headings, validations } = laid();
    headings.forEach((kind, column) => {
      if (kind === 'computed') expect(validations[0]![column]).toBeNull();
    });
    expect(validations[0]![0]).toBeNull();
  });

  it('lets each setting have the format and the rule of its own value', () => {
    const { cells, formats, validations } = laid(settingsTab);
    const row = cells.findIndex(([name]) => name === 'Partnership start') - 1;
    expect(formats[row]![1]).toBe('yyyy-mm-dd');
    expect(validations[row]![1]).toMatchObject({ kind: 'day' });
    const yesNo = cells.findIndex(([name]) => name === 'Count proposed entries') - 1;
    expect(validations[yesNo]![1]).toMatchObject({ kind: 'list', values: ['yes', 'no'] });
  });

  it('shows amounts in the currency, with its own minor units', () => {
    expect(laid(contributionsTab, 'JPY').formats[0]![5]).toBe('[$¥]#,##0');
    expect(laid(contributionsTab, 'XYZ').formats[0]![5]).toBe('[$XYZ ]#,##0.00');
    expect(laid(contributionsTab, null).formats[0]![5]).toBe('#,##0.00');
  });

  it('points at columns where people have moved them', () => {
    const moved = foundPlacement(settingsTab, 'Our settings', ['Party', '', 'kind of contribution ', 'Multiplier']);
    expect(moved.positions.parties).toMatchObject({ party: 0 });
    expect(moved.positions.kinds).toMatchObject({ kind: 2, multiplier: 3, unit: -1 });
  });

  it('says which column is wanted when a formula points nowhere', () => {
    expect(() => layOut(contributionsTab, { places: [], currency: null, firstRows: {}, formulas })).toThrow(
      /No column \w+\.\w+ in any tab/,
    );
  });
});
