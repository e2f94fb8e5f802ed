import { layOutExample } from '../../src/build/function-help';
import { CATALOGUE } from '../../src/functions/catalogue';
import type { Example, ExampleCell } from '../../src/functions/help/help';
import { Partnership } from '../support/partnership';

const entries = CATALOGUE.flatMap(([, functions]) => functions);

/** What a person types, dates as days; the sheet makes of it what it would make of anything typed. */
const typed = (cell: ExampleCell) => (typeof cell === 'object' ? (cell?.date ?? '') : cell);

let partnership: Partnership;

beforeAll(async () => {
  partnership = await Partnership.open();
});

afterAll(() => partnership.host.close());

/** Types an example into an empty tab and answers what stands where its answer should be. */
function tryOut(example: Example): { values: unknown[][]; message: string | undefined } {
  const { cells, at, size, answer } = layOutExample(example);
  const [row, column] = at;
  const [height, width] = [answer?.length ?? 1, answer?.[0]?.length ?? 1];
  const values = partnership.script(`
    const sheet = book.getSheetByName('Try') || book.insertSheet('Try');
    sheet.clear();
    const missing = ${column + width + 1} - sheet.getMaxColumns();
    if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
    const cells = ${JSON.stringify(cells.map((line) => line.map(typed)))};
    if (cells.length > 0) sheet.getRange(1, 1, cells.length, cells[0].length).setValues(cells);
    sheet.getRange(${row + 1}, ${column + 1}).setFormula(${JSON.stringify(example.formula)});
    SpreadsheetApp.flush();
    // One row and column more than the answer has: nothing may stand there.
    return sheet.getRange(${row + 1}, ${column + 1}, ${height + 1}, ${width + 1}).getValues();`) as unknown[][];
  expect(size[1]).toBeGreaterThanOrEqual(column + width);
  const executions = partnership.host.executions.filter(({ functionName }) =>
    example.formula.startsWith(`=${functionName}(`),
  );
  return { values, message: executions.at(-1)?.error };
}

const framed = (rows: readonly (readonly ExampleCell[])[]) => [
  ...rows.map((row) => [...row.map((cell) => cell ?? ''), '']),
  [...rows[0]!.map(() => ''), ''],
];

describe.each(entries.map(({ definition, help }) => [definition.name, help] as const))(
  '%s, typed into a sheet',
  (_, { examples }) => {
    it.each(examples.map((example) => [example.title, example] as const))('%s', (_title, example) => {
      const { values, message } = tryOut(example);
      if ('error' in example) {
        expect(values).toEqual(framed([['#ERROR!']]));
        expect(message).toContain(example.error);
      } else {
        expect(values).toEqual(framed(layOutExample(example).answer!));
      }
    });
  },
);

it('the form that leaves bad rows blank works in a sheet, for columns and for a single row', () => {
  const values = partnership.script(`
    const sheet = book.getSheetByName('Try') || book.insertSheet('Try');
    sheet.clear();
    sheet.getRange('A1:B4').setValues([[45, 50], ['n/a', 40], [20, -5], [30, 40]]);
    sheet.getRange('C1').setFormula('=KPI_ATTAINMENT_ROWS(A1:A;B1:B)');
    sheet.getRange('D2').setFormula('=KPI_ATTAINMENT_ROWS(A2;B2)');
    SpreadsheetApp.flush();
    return sheet.getRange('C1:D5').getValues();`) as unknown[][];
  expect(values).toEqual([[0.9, ''], ['', ''], ['', ''], [0.75, ''], ['', '']]); // prettier-ignore
});
