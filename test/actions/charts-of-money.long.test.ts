import { OWNER, Partnership } from '../support/partnership';

/** The charts of the Statement: what they are drawn from holds the right figures, whatever people do to the rows. */

interface Drawn {
  title: string;
  cells: unknown[][];
}

let partnership: Partnership;
beforeAll(async () => {
  partnership = await Partnership.withSample();
}, 120_000);
afterAll(() => partnership.host.close());

const drawn = (): Drawn[] =>
  partnership.script(
    `SpreadsheetApp.flush(); const day = (cell) => cell instanceof Date ? Utilities.formatDate(cell, book.getSpreadsheetTimeZone(), 'yyyy-MM') : cell;
     return book.getSheetByName('Statement').getCharts().map((chart) => ({ title: chart.getOptions().get('title'),
       cells: chart.getRanges().flatMap((range) => range.getValues()).map((row) => row.map(day)) }));`,
    OWNER,
  ) as Drawn[];

/** From the statement of every month and side, summed up here. */
function expected(figure: 'Earned' | 'Balance'): unknown[][] {
  const rows = partnership.rows('Statement table');
  const months = [...new Set(rows.map(({ Month }) => String(Month).slice(0, 7)))].sort().slice(-12);
  const sides = [...new Set(rows.map(({ Party }) => String(Party)))];
  const of = (month: string, side: string): number =>
    rows
      .filter(({ Month, Party }) => String(Month).startsWith(month) && Party === side)
      .reduce((sum, row) => sum + Number(row[figure]), 0);
  return [['month', ...sides], ...months.map((month) => [month, ...sides.map((side) => of(month, side))])];
}

const nearly = (cells: unknown[][]): unknown[][] =>
  cells.map((row) => row.map((cell) => (typeof cell === 'number' ? expect.closeTo(cell, 6) : cell)));

function check(): void {
  const charts = drawn();
  for (const [title, figure] of [
    ['Earned by side and month', 'Earned'],
    ['Balance over time', 'Balance'],
  ] as const) {
    const cells = charts.find((chart) => chart.title === title)!.cells;
    // Rows that were put in are blank at the end: the figures spill from the first one.
    const filled = cells.map((row) => row.filter((cell) => cell !== '')).filter((row) => row.length > 0);
    const wanted = expected(figure);
    expect(wanted).toHaveLength(13);
    expect([title, filled]).toEqual([title, nearly(wanted)]);
  }
}

it('show what each side earned in each month, and the balance at its end', () => {
  check();
  const earned = drawn().find(({ title }) => title === 'Earned by side and month')!.cells;
  expect(earned.flat().filter((cell) => typeof cell === 'number' && cell > 0).length).toBeGreaterThan(10);
});

it('do so after rows were inserted and sorted, and a late sale was entered', () => {
  partnership.script(
    `for (const name of ['Revenue', 'Payments', 'Terms']) {
       const sheet = book.getSheetByName(name);
       sheet.insertRowsBefore(2, 2);
       const date = sheet.getRange('1:1').getDisplayValues()[0].findIndex((text) => /^(Date|Effective from)$/.test(text)) + 1;
       sheet.getRange(2, 1, sheet.getLastRow() - 1, sheet.getLastColumn()).sort({ column: date, ascending: false });
     }`,
  );
  check();
  const before = expected('Earned');
  const last = String(partnership.rows('Statement table').at(-1)!.Month);
  partnership.type('Revenue', partnership.cells('Revenue').length + 1, { Date: last, Gross: 5_000 });
  expect(expected('Earned')).not.toEqual(before);
  check();
});

it('do so after rows and a column were put into their own page', () => {
  partnership.script(
    `const sheet = book.getSheetByName('Statement'); sheet.insertRowsBefore(12, 3); sheet.insertRowsBefore(1, 1); sheet.insertColumnsBefore(1, 1);`,
  );
  check();
});
