import { join } from 'node:path';
import { openHost } from '../../src/localhost/host';
import type { ControlledHost } from '../../src/localhost/contract/host';
import { DEFINITIONS, OF_REGISTERS } from '../../src/functions/catalogue';
import { callsOurs } from '../../src/schema/kept';
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
];
const SHOWN = `const book = SpreadsheetApp.getActive(); SpreadsheetApp.flush();
  return Object.fromEntries(${JSON.stringify(PAGES)}.map((name) =>
    [name, book.getSheetByName(name).getDataRange().getDisplayValues()]))`;
type Shown = Record<string, string[][]>;

const folder = temporaryFolder();
afterAll(() => folder.remove());

it('every function of ours is known by its name', () => {
  for (const { name } of [...DEFINITIONS, ...OF_REGISTERS])
    expect([name, callsOurs(`1+${name}(A1)`)]).toEqual([name, true]);
  for (const native of ['SUM(A1)', 'XLOOKUP("PARTNER",A1,B1)', 'PARTNERS', 'ISNUMBER(KPI)'])
    expect(callsOurs(native)).toBe(false);
});

describe('The sample partnership without the add-on', () => {
  const file = join(folder.path, 'kept.ledger');
  let before: Shown;
  let without: ControlledHost;

  beforeAll(async () => {
    const partnership = await Partnership.open(file);
    expect(partnership.submit('set-up', { sample: 'yes' })).toMatchObject({ kind: 'written' });
    partnership.call('keepShown', []);
    before = partnership.host.evaluate(SHOWN, OWNER) as Shown;
    partnership.call('keepShown', []);
    expect(partnership.calls.writes).toBe(0);
    partnership.host.close();
    without = await openHost({ project: fixture('guarded'), file, title: 'Another one' });
  });
  afterAll(() => without.close());

  /** Every formula is worked out anew. */
  const recalculate = (): unknown =>
    without.evaluate(
      `SpreadsheetApp.getActive().getSheets().forEach((sheet) => {
         const range = sheet.getDataRange(), formulas = range.getFormulas();
         formulas.forEach((line, row) => line.forEach((formula, column) => {
           if (formula) sheet.getRange(row + 1, column + 1).setFormula(formula); })); }); SpreadsheetApp.flush();`,
      OWNER,
    );
  const notices = (shown: Shown): string[] =>
    [...shown.Scorecard!, ...shown.Statement!].flat().filter((text) => text.startsWith('Without Partner Ledger'));
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
    const after = without.evaluate(SHOWN, OWNER) as Shown;
    expect(notices(after)).toHaveLength(2);
    expect(notices(after)[0]).toMatch(/figures as of \d{4}-\d\d-\d\d \d\d:\d\d/);
    for (const name of PAGES) expect([name, blankNotices(after)[name]]).toEqual([name, before[name]]);
  });

  it('keeps each figure with its row when rows and the kept values are sorted', () => {
    without.evaluate(
      `for (const [name, column] of [['KPIs', 2], ['Kept values', 3]]) {
         const sheet = SpreadsheetApp.getActive().getSheetByName(name);
         sheet.getRange(2, 1, sheet.getLastRow() - 1, sheet.getLastColumn()).sort({ column, ascending: false }); }`,
      OWNER,
    );
    recalculate();
    const after = without.evaluate(SHOWN, OWNER) as Shown;
    const sorted = (lines: string[][] | undefined): string[] => (lines ?? []).map((line) => line.join(' | ')).sort();
    expect(sorted(after.KPIs)).toEqual(sorted(before.KPIs));
    expect(blankNotices(after)['Statement table']).toEqual(before['Statement table']);
  });
});

it('keeps what was known where a figure is still loading', async () => {
  const partnership = await Partnership.started({}, null, { slowFunctions: true });
  partnership.submit('kpi', { kpi: 'Listeners', side: 'both', direction: 'higher', rollUp: 'sum', target: '10' });
  partnership.submit('reading', { kpi: 'Listeners', date: '2026-03-31', actual: '5' });
  const answered = (): void => {
    for (let rounds = 0; partnership.host.answerFunctions(); rounds++) expect(rounds).toBeLessThan(30);
  };
  const kept = (): unknown => partnership.rows('Kept values').filter(({ Source }) => Source === 'kpis.attainment');
  answered();
  partnership.call('keepShown', []);
  expect(kept()).toMatchObject([{ 'Number kept': 0.5 }]);
  partnership.submit('reading', { kpi: 'Listeners', date: '2026-04-01', actual: '2' });
  partnership.call('keepShown', []);
  expect(kept()).toMatchObject([{ 'Number kept': 0.5 }]);
  answered();
  partnership.call('keepShown', []);
  expect(kept()).toMatchObject([{ 'Number kept': 0.7 }]);
  partnership.host.close();
});
