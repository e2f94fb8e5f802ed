import { join } from 'node:path';
import type { ControlledHost } from '../../src/localhost/contract/host';
import { openHost } from '../../src/localhost/host';
import { fixture, temporaryFolder } from '../localhost/support/sheet';
import { OWNER, Partnership } from '../support/partnership';

/** Whoever has not got the add-on sees the figures that were there when it was last at work. */

// A whole sample is loaded, on a machine that may be busy.
jest.setTimeout(240_000);

const PAGES = [
  'Scorecard',
  'Statement',
  'Statement table',
  'Statement lines',
  'KPIs',
  'Reviews',
  'Payments',
  'Revenue',
  'Terms',
  'Checklists',
];
const SHOWN = `const book = SpreadsheetApp.getActive(); SpreadsheetApp.flush();
  return Object.fromEntries(${JSON.stringify(PAGES)}.map((name) =>
    [name, book.getSheetByName(name).getDataRange().getDisplayValues()]))`;
type Shown = Record<string, string[][]>;

const folder = temporaryFolder();
afterAll(() => folder.remove());

describe('The sample partnership without the add-on', () => {
  const file = join(folder.path, 'kept.ledger');
  let before: Shown;
  let without: ControlledHost;

  beforeAll(async () => {
    const partnership = await Partnership.withSample(file);
    partnership.add(['checklists']);
    // A list that is whole, and one that a no pauses.
    partnership.script(`const sheet = book.getSheetByName('Checklists'), cells = sheet.getDataRange().getValues();
      const at = (heading) => cells[0].indexOf(heading), lists = [...new Set(cells.slice(1).map((row) => row[at('List')]))];
      cells.forEach((row, index) => { if (index > 0 && lists.indexOf(row[at('List')]) < 2)
        sheet.getRange(index + 1, at('Answer') + 1).setValue(row[at('List')] === lists[0] ? 'yes' : 'no'); });`);
    // Rows that were typed have no name yet.
    partnership.type('KPIs', partnership.rows('KPIs').length + 2, {
      KPI: 'Typed',
      Direction: 'higher',
      'Roll-up': 'sum',
      Target: 4,
    });
    partnership.type('KPI log', partnership.rows('KPI log').length + 2, {
      KPI: 'Typed',
      Date: '2026-03-01',
      Actual: 3,
    });
    partnership.type('Reviews', partnership.rows('Reviews').length + 2, {
      Date: '2026-03-01',
      'Rated by': 'Studio',
      Communication: 4,
      Trust: 4,
      'Value delivery': 3,
      Financial: 4,
      'Strategic alignment': 2,
    });
    partnership.call('keepShown', []);
    before = partnership.host.evaluate(SHOWN, OWNER) as Shown;
    partnership.call('keepShown', []);
    expect(partnership.calls.writes).toBe(0);
    expect(
      new Set(before.Checklists!.map((row) => row[before.Checklists![0]!.indexOf('Verdict')])).size,
    ).toBeGreaterThan(3);
    partnership.host.close();
    without = await openHost({ project: fixture('guarded'), file, title: 'Another one' });
  });
  afterAll(() => without.close());

  /** Every formula is worked out anew. */
  const recalculate = (): unknown =>
    without.evaluate(
      `const all = SpreadsheetApp.getActive().getSheets().map((sheet) => [sheet, sheet.getDataRange().getFormulas()]);
       for (const [sheet, formulas] of all)
         formulas.forEach((line, row) => line.forEach((formula, column) => {
           if (formula) sheet.getRange(row + 1, column + 1).setFormula(formula); })); SpreadsheetApp.flush();`,
      OWNER,
    );
  /** The pages, which may have been given other names. */
  const look = (names: Record<string, string> = {}): Shown =>
    without.evaluate(
      SHOWN.replace('getSheetByName(name)', `getSheetByName(${JSON.stringify(names)}[name] || name)`),
      OWNER,
    ) as Shown;
  const notices = (shown: Shown): string[] =>
    [...shown.Scorecard!, ...shown.Statement!, ...shown['Statement table']!]
      .flat()
      .filter((text) => text.startsWith('Without Partner Ledger'));
  const blankNotices = (shown: Shown): Shown =>
    Object.fromEntries(
      Object.entries(shown).map(([name, lines]) => [
        name,
        lines.map((line) => line.map((text) => (text.startsWith('Without Partner Ledger') ? '' : text))),
      ]),
    );

  it('shows the same figures on every page once everything was worked out anew, and says of when they are', () => {
    expect(notices(before)).toEqual([]);
    recalculate();
    const after = look();
    expect(notices(after)).toHaveLength(3);
    expect(notices(after)[0]).toMatch(/figures as of \d{4}-\d\d-\d\d \d\d:\d\d/);
    for (const name of PAGES) expect([name, blankNotices(after)[name]]).toEqual([name, before[name]]);
  });

  const RENAMED = { KPIs: 'Goals', 'Statement lines': 'Amounts' };

  it('keeps each figure with its row when rows and the kept values are sorted, and tabs moved and renamed', () => {
    without.evaluate(
      `const book = SpreadsheetApp.getActive(), tab = book.getSheetByName('Kept values');
       for (const [name, column] of [['KPIs', 2], ['Kept values', 3]]) {
         const sheet = book.getSheetByName(name);
         sheet.getRange(2, 1, sheet.getLastRow() - 1, sheet.getLastColumn()).sort({ column, ascending: false }); }
       tab.setName('What it said'); book.setActiveSheet(tab); book.moveActiveSheet(1);
       for (const [name, now] of Object.entries(${JSON.stringify(RENAMED)})) book.getSheetByName(name).setName(now);`,
      OWNER,
    );
    recalculate();
    const after = look(RENAMED);
    const sorted = (lines: string[][] | undefined): string[] => (lines ?? []).map((line) => line.join(' | ')).sort();
    expect(sorted(after.KPIs)).toEqual(sorted(before.KPIs));
    for (const name of ['Statement', 'Statement table', 'Statement lines'])
      expect([name, blankNotices(after)[name]]).toEqual([name, before[name]]);
  });

  it('shows nothing in a row that nobody has seen with the add-on', () => {
    const shown = without.evaluate(
      `const sheet = SpreadsheetApp.getActive().getSheetByName('Goals'), row = sheet.getLastRow() + 1;
       const at = (heading) => sheet.getRange(1, 1, 1, sheet.getLastColumn()).getDisplayValues()[0].indexOf(heading) + 1;
       sheet.getRange(row, at('KPI')).setValue('New'); sheet.getRange(row, at('Target')).setValue(4); SpreadsheetApp.flush();
       return [2, row].map((row) => sheet.getRange(row, at('Attainment')).getDisplayValue());`,
      OWNER,
    ) as string[];
    expect(shown).toEqual([expect.stringMatching(/%$/), '']);
  });

  it('shows what is true now once the add-on is back', async () => {
    without.close();
    const back = await Partnership.open(file);
    without = back.host;
    recalculate();
    expect(notices(look(RENAMED))).toEqual([]);
    back.type('KPI log', back.rows('KPI log').length + 2, { KPI: 'Typed', Date: '2026-03-02', Actual: 1 });
    const typed = (): Record<string, unknown> | undefined => back.rows('Goals').find(({ KPI }) => KPI === 'Typed');
    expect(typed()).toMatchObject({ Attainment: 1 });
    // The tab is found whatever it is called, and holds what is shown now.
    back.call('keepShown', []);
    const kept = back
      .rows('What it said')
      .filter(({ Row, Source }) => Row === typed()!.ID && Source === 'kpis.attainment');
    expect(kept).toMatchObject([{ 'Number kept': 1 }]);
  });
});
