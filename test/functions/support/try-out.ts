import { layOutExample } from '../../../src/build/function-help';
import type { Example, ExampleCell } from '../../../src/functions/help/help';
import type { Partnership } from '../../support/partnership';

/** What a person types, dates as days; the sheet makes of it what it would make of anything typed. */
const typed = (cell: ExampleCell) => (typeof cell === 'object' ? (cell?.date ?? '') : cell);

/** Types an example into an empty tab and answers what stands where its answer should be. */
export function tryOut(
  partnership: Partnership,
  example: Example,
): { values: unknown[][]; message: string | undefined } {
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

/** An answer as it is read, with the blank row and column around it. */
export const framed = (rows: readonly (readonly ExampleCell[])[]) => [
  ...rows.map((row) => [...row.map((cell) => cell ?? ''), '']),
  [...rows[0]!.map(() => ''), ''],
];
