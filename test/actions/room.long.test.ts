import * as again from '../support/recompute';
import { Partnership } from '../support/partnership';

const letters = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `Side ${String.fromCharCode(65 + i)}`);

/** What more sides and KPIs than usual make of the Scorecard. */
describe('A Scorecard for many', () => {
  let partnership: Partnership;
  beforeAll(async () => {
    partnership = await Partnership.started();
  });

  /** Writes rows below headings of tabs, all at once. */
  const write = (...blocks: [tab: string, from: string, rows: unknown[][]][]): unknown =>
    partnership.script(
      `for (const [tab, from, rows] of ${JSON.stringify(blocks)}) {
         const sheet = book.getSheetByName(tab); const at = sheet.getRange('1:1').getValues()[0].indexOf(from) + 1;
         sheet.getRange(2, at, rows.length, rows[0].length).setValues(rows);
       }`,
    );
  const lines = (): string[] => {
    const said = partnership.cells('Scorecard').map((row) => String(row[10]));
    return said.slice(said.indexOf('what') + 1).filter((line) => line !== '');
  };
  const raw = (): again.Raw => ({
    settings: partnership.rows('Settings'),
    contributions: partnership.rows('Contributions'),
    kpis: partnership.rows('KPIs').filter((row) => row.KPI !== ''),
    readings: partnership.rows('KPI log'),
    reviews: partnership.rows('Reviews').filter((row) => row.Date !== ''),
  });
  function fill(sides: number, kpis: number): void {
    const names = letters(sides);
    const numbers = Array.from({ length: kpis }, (_, i) => i);
    const kpi = ['both', 'operational', 'n', 'higher', 0, 10, '2026-01-01', '2026-02-01', 'lagging', 'latest', 1];
    write(
      ['Settings', 'Party', names.map((name) => [name])],
      ['Settings', 'Agreed split', names.map(() => [1 / sides])],
      ['Contributions', 'Date', names.map((name, i) => ['2026-02-03', name, 'hours', i + 1, 10])],
      ['Reviews', 'Date', names.map((name, i) => ['2026-03-31', '', name, ...new Array<number>(9).fill(1 + (i % 5))])],
      ['KPIs', 'KPI', numbers.map((i) => [`KPI ${i + 1}`, ...kpi])],
      ['KPI log', 'Date', numbers.map((i) => ['2026-01-31', `KPI ${i + 1}`, i])],
    );
  }

  it('says what it does not show, and what to do', () => {
    fill(7, 12);
    expect(lines().slice(0, 2)).toEqual([
      'Only the first 2 of 7 sides are shown and judged: choose Set up this sheet to make room',
      'Only the first 1 of 12 KPIs are shown: choose Set up this sheet to make room',
    ]);
  });

  it('makes room when the sheet is set up again; what people put beside it stays, and their chart', () => {
    partnership.script(
      `const sheet = book.getSheetByName('Scorecard'); sheet.insertColumnsAfter(sheet.getMaxColumns(), 9);
       sheet.getRange('T3').setValue('mine');
       sheet.insertChart(sheet.newChart().setChartType(Charts.ChartType.PIE).setOption('title', 'My own').addRange(sheet.getRange('A10:B12')).setPosition(3, 20, 0, 0).build());`,
    );
    expect(partnership.submit('set-up', {})).toMatchObject({ kind: 'written' });
    expect(partnership.calls.writes).toBeGreaterThan(0);
    expect(partnership.calls.writes).toBeLessThanOrEqual(60);
    expect(lines().filter((line) => line.startsWith('Only'))).toEqual([]);
    expect(partnership.cells('Scorecard')[2]![19]).toBe('mine');
    expect(
      partnership.script(`return book.getSheetByName('Scorecard').getCharts().map((chart) => chart.getOptions().get('title')).sort();`),
    ).toEqual([
      'Contributions by party over time', 'KPIs: attainment against target', 'My own', 'Share of effort beside share of reward',
    ]); // prettier-ignore
    partnership.submit('set-up', {});
    expect(partnership.calls.writes).toBe(0);
  });

  it.each([
    [7, 12],
    [12, 20],
    [3, 1],
  ])('shows and judges %i sides and %i KPIs', (sides, kpis) => {
    partnership.script(
      `for (const name of ['Contributions', 'Reviews', 'KPIs', 'KPI log']) {
         const sheet = book.getSheetByName(name); sheet.getRange('2:' + sheet.getMaxRows()).clearContent();
       }
       const settings = book.getSheetByName('Settings'); const headings = settings.getRange('1:1').getValues()[0];
       for (const heading of ['Party', 'Agreed split']) settings.getRange(2, headings.indexOf(heading) + 1, 20).clearContent();`,
    );
    fill(sides, kpis);
    partnership.submit('set-up', {});
    const page = partnership.cells('Scorecard');
    const below = (heading: string, width: number): unknown[][] => {
      const row = page.findIndex((cells) => cells.includes(heading));
      const column = page[row]!.indexOf(heading);
      const rows = page.slice(row + 1).map((cells) => cells.slice(column, column + width));
      return rows.slice(
        0,
        rows.findIndex(([first]) => first === ''),
      );
    };
    const figures = again.balance(raw());
    const worth = 5 * sides * (sides + 1);
    expect(below('share of effort', 6).slice(0, sides)).toEqual(
      figures.map(({ effort, reward, gap, ratio, verdict }) => [
        ...[effort, reward, gap, ratio, -gap * worth].map((value) => expect.closeTo(value, 9)),
        verdict,
      ]),
    );
    expect(below('KPI', 1).flat()).toEqual(again.kpis(raw()).map(({ kpi }) => kpi));
    expect(below('rated by', 2).slice(0, sides)).toEqual(
      again.health(raw()).map(({ party, health }) => [party, health]),
    );
    expect(page.find(([label]) => label === 'Gap')!.slice(1, 4)).toEqual([
      sides < 5 ? 50 : 100,
      expect.any(Number),
      'far apart',
    ]);
    const months = page.findIndex(([first]) => first === 'month');
    expect(page[months]!.slice(1, 1 + sides)).toEqual(letters(sides));
    const february = page.slice(months).find(([first]) => first === '2026-02-01')!;
    expect(february.slice(1, 1 + sides)).toEqual(letters(sides).map((_, i) => 10 * (i + 1)));
    expect(page.flat().filter((cell) => /^#(?!gid=)/.test(String(cell)))).toEqual([]);
  });

  it('names what counts for nothing because its name is unknown, with its row', () => {
    write(
      ['KPI log', 'Date', [['2026-01-30', 'Gone', 3], ['2026-01-31', 'Gone', 4]]],
      ['Contributions', 'Date', [['2026-02-03', 'Nobody*', 'hours', 1, 10]]],
    ); // prettier-ignore
    const places = partnership.cells('Scorecard').map((row) => [row[9], row[10]]);
    expect(places).toContainEqual(['KPI log, row 2', 'No such KPI: “Gone”. Left out until it is one of the tab KPIs']);
    expect(places).toContainEqual([
      'Contributions, row 2',
      'No such side: “Nobody*”. Left out until it is one of Settings',
    ]);
  });
});

describe('A sheet with a heading that shows an error', () => {
  it('is set up anew with every formula where it belongs: the heading is known by its formula', async () => {
    const partnership = await Partnership.started();
    const setAtRisk = (value: unknown): unknown =>
      partnership.script(`const settings = book.getSheetByName('Settings');
        const at = settings.getRange('A1:A').getValues().findIndex(([name]) => name === 'At risk from') + 1;
        settings.getRange(at, 2).setValue(${JSON.stringify(value)});`);
    setAtRisk('often');
    partnership.type('KPIs', 2, {
      ...{ KPI: 'Sales', Side: 'both', Unit: 'n', Direction: 'higher', 'Roll-up': 'latest', Baseline: 0, Target: 10 },
      ...{ Start: '2026-01-01', Due: '2026-12-31', Weight: 1 },
    });
    partnership.script(`
      book.getSheetByName('KPI log').getRange('F2:H2').setValues([['2026-01-31', 'Sales', 5]]);
      const settings = book.getSheetByName('Settings');
      const at = settings.getRange('1:1').getValues()[0].indexOf('Party') + 1;
      settings.getRange(2, at, 6, 1).setValues([['A'], ['B'], ['C'], ['D'], ['E'], ['F']]);`);
    expect(partnership.cells('KPIs')[0]).not.toContain('KPI status');
    expect(partnership.submit('set-up', {})).toMatchObject({ kind: 'written' });
    const formulas = partnership.script(
      `return book.getSheetByName('Scorecard').getDataRange().getFormulas().flat().join();`,
    );
    expect(formulas).not.toMatch(/'!\d|#REF/);

    setAtRisk(0.8);
    expect(partnership.rows('KPIs')[0]).toMatchObject({ KPI: 'Sales', Attainment: 0.5, 'KPI status': 'off track' });
    expect(JSON.stringify(partnership.cells('Scorecard'))).not.toMatch(/#(NAME|VALUE|REF|ERROR|N\/A|DIV)/);
    partnership.host.close();
  });

  it('is not set up anew while an entered column is gone: what to do is said, nothing is written', async () => {
    const partnership = await Partnership.started();
    partnership.script(`const settings = book.getSheetByName('Settings');
      const at = settings.getRange('1:1').getValues()[0].indexOf('Party') + 1;
      settings.getRange(2, at, 6, 1).setValues([['A'], ['B'], ['C'], ['D'], ['E'], ['F']]);
      book.getSheetByName('KPIs').deleteColumn(2);`);
    const before = partnership.cells('Scorecard');
    expect(partnership.submit('set-up', {})).toEqual({
      kind: 'refused',
      message:
        'In the tab “KPIs” the heading “KPI” is missing from row 1. Put it back, then set up again. Nothing was changed.',
    });
    expect(partnership.calls.writes).toBe(0);
    expect(partnership.cells('Scorecard')).toEqual(before);
    partnership.host.close();
  });
});

describe('A heading formula that somebody has changed', () => {
  const CHANGES: [what: string, code: string][] = [
    ['points one row off', `cell.setFormula(cell.getFormula().replace(/INDEX\\(J1:J,2\\)/g, 'INDEX(J1:J,3)'));`],
    ['was cleared', `cell.clearContent();`],
    ['was overwritten with its heading', `cell.setValue('Value');`],
    ['was deleted with its column', `sheet.deleteColumn(at);`],
  ];

  it.each(CHANGES)('is put right by setting up again when it %s', async (_what, code) => {
    const partnership = await Partnership.started();
    partnership.log({ quantity: '3', unitValue: '10', item: 'one' });
    partnership.log({ quantity: '5', unitValue: '10', item: 'two' });
    const before = partnership.rows('Contributions');
    expect(before.map(({ Value }) => Value)).toEqual([30, 50]);
    const page = partnership.cells('Scorecard');
    partnership.script(`const sheet = book.getSheetByName('Contributions');
      const at = sheet.getRange('1:1').getValues()[0].indexOf('Value') + 1; const cell = sheet.getRange(1, at); ${code}`);
    expect(partnership.rows('Contributions')).not.toEqual(before);

    expect(partnership.submit('set-up', {})).toMatchObject({
      kind: 'written',
      message: expect.stringMatching(/Formulas of row 1 put right: (Settings, )?Contributions\./),
    });
    expect(partnership.rows('Contributions')).toEqual(before);
    expect(partnership.cells('Scorecard')).toEqual(page);
    expect(partnership.submit('set-up', {})).toMatchObject({ message: expect.stringContaining('already set up') });
    partnership.host.close();
  });
});
