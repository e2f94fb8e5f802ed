import { OWNER, PARTNER, Partnership } from '../support/partnership';

/** Traps as Partner Ledger meets them: sorted tabs, protected cells, charts made twice, a partner at every form. */

// Whole partnerships are set up, on a machine that may be busy.
jest.setTimeout(120_000);

let partnership: Partnership;

beforeEach(async () => {
  partnership = await Partnership.open();
  expect(partnership.submit('set-up', { sample: 'yes' })).toMatchObject({ kind: 'written' });
});

afterEach(() => partnership.host.close());

/** What the tabs say, whatever the order of their rows. */
function figures(): unknown {
  return partnership.script(`SpreadsheetApp.flush(); return book.getSheets().map((sheet) =>
    [sheet.getName(), sheet.getDataRange().getDisplayValues().map((row) => row.join(' | ')).sort()])`);
}

const TABS = ['Contributions', 'KPIs', 'KPI log', 'Reviews'];

it.each(TABS)('sorting %s moves whole rows and changes no figure', (tab) => {
  const settings = (): unknown => partnership.rows('Settings');
  const rows = (): unknown[] => partnership.rows(tab);
  const [before, figuresBefore, order] = [settings(), figures() as [string, string[]][], rows()];
  partnership.script(`const sheet = book.getSheetByName('${tab}');
    sheet.getRange(2, 1, sheet.getLastRow() - 1, sheet.getLastColumn()).sort({ column: 7, ascending: false });
    sheet.getRange(2, 1, sheet.getLastRow() - 1, sheet.getLastColumn()).sort({ column: 6, ascending: false });`);
  expect(rows()).not.toEqual(order);
  expect([...rows()].map((row) => JSON.stringify(row)).sort()).toEqual(order.map((row) => JSON.stringify(row)).sort());
  expect(settings()).toEqual(before);
  const after = Object.fromEntries(figures() as [string, string[]][]);
  for (const [name, lines] of figuresBefore.filter(([known]) => known !== 'Scorecard')) {
    expect(after[name]).toEqual(lines);
  }
  expect(JSON.stringify(after)).not.toContain('#REF!');
});

it('every form is good for the partner, also where headings and settings are locked for them', () => {
  partnership.script(`for (const name of ${JSON.stringify([...TABS, 'Settings'])}) {
    const sheet = book.getSheetByName(name);
    const lock = (name === 'Settings' ? sheet : sheet.getRange('1:1')).protect();
    lock.removeEditors(lock.getEditors()); lock.setDomainEdit(false); }`);
  for (const form of ['log', 'kpi', 'reading', 'answer', 'review']) {
    expect([form, partnership.open(form, PARTNER)]).toMatchObject([form, { form: { id: form } }]);
  }
  const [first] = partnership.rows('Settings');
  const party = Object.values(first!).find((value) => typeof value === 'string' && value !== '');
  expect(party).toBeDefined();
  const side = String(partnership.rows('Contributions')[0]!.Party ?? partnership.rows('Contributions')[0]!.Side);
  expect(
    partnership.submit(
      'log',
      { date: '2026-03-31', party: side, kind: 'hours', quantity: '2', unitValue: '10' },
      PARTNER,
    ),
  ).toMatchObject({ kind: 'written' });
  expect(
    partnership.submit('kpi', { kpi: 'New', side: 'both', direction: 'higher', rollUp: 'sum' }, PARTNER),
  ).toMatchObject({ kind: 'written' });
  expect(partnership.submit('reading', { kpi: 'New', date: '2026-03-31', actual: '5' }, PARTNER)).toMatchObject({
    kind: 'written',
  });
  expect(
    partnership.submit('review', { ratedBy: side, date: '2026-03-31', kind: 'quarterly', trust: '4' }, PARTNER),
  ).toMatchObject({ kind: 'written' });
});

it('charts stand once, however often it is set up', () => {
  const charts = (): unknown => partnership.script(`return book.getSheets().map((sheet) => sheet.getCharts().length)`);
  const before = charts();
  expect(before).not.toEqual([0, 0, 0, 0, 0, 0]);
  partnership.submit('set-up', { sample: 'yes' }, OWNER);
  expect(charts()).toEqual(before);
});
