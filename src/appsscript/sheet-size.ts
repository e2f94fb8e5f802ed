import { runsOf } from './column-runs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A fresh sheet has 1,000 rows and 26 columns: takes away what is not needed, if asked to, and adds what is missing. */
export function makeRoom(sheet: Sheet, rows: number, columns: number, exactly: boolean): void {
  const all = sheet.getRange('A:A').getNumRows();
  if (exactly && all > rows) sheet.deleteRows(rows + 1, all - rows);
  if (all < rows) sheet.insertRowsAfter(all, rows - all);
  const wide = sheet.getRange('1:1').getNumColumns();
  if (exactly && wide > columns) sheet.deleteColumns(columns + 1, wide - columns);
  if (wide < columns) sheet.insertColumnsAfter(wide, columns - wide);
}

/** Column widths in pixels from a 1-based column on: one for all at once, then one write for neighbours of another width. */
export function setWidths(sheet: Sheet, first: number, widths: readonly number[]): void {
  const runs = widths.flatMap((width, at) => (width === widths[at - 1] ? [] : [{ width, at }]));
  const saved = (width: number): number => runs.filter((run) => run.width === width).length;
  const base = runs.reduce((best, { width }) => (saved(width) > saved(best) ? width : best), runs[0]!.width);
  sheet.setColumnWidths(first, widths.length, base);
  runs.forEach(({ width, at }, index) => {
    const next = runs[index + 1]?.at ?? widths.length;
    if (width !== base) sheet.setColumnWidths(first + at, next - at, width);
  });
}

/** Row heights in pixels, by 1-based rows: one write for neighbours that are equally high. */
export function setHeights(sheet: Sheet, heights: Readonly<Record<number, number>>): void {
  const rows = Object.keys(heights).map(Number);
  for (let at = 0; at < rows.length;) {
    const first = rows[at]!;
    let count = 1;
    while (rows[at + count] === first + count && heights[first + count] === heights[first]) count++;
    sheet.setRowHeights(first, count, heights[first]!);
    at += count;
  }
}

/** Deepest nesting of groups. */
const DEEPEST = 8;

/**
 * Folds columns away in groups of their own. A write a group, and two.
 * @param again whatever groups an interrupted set-up has left go first: one write more
 */
export function fold(sheet: Sheet, folded: readonly boolean[], again: boolean): void {
  if (!folded.includes(true)) return;
  // A group that begins at the first column has no column before it for its button.
  sheet.setColumnGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.AFTER);
  if (again) sheet.getRange(1, 1, 1, folded.length).shiftColumnGroupDepth(-DEEPEST);
  const columns = folded.flatMap((isFolded, at) => (isFolded ? [at + 1] : []));
  for (const [first, last] of runsOf(columns)) sheet.getRange(1, first, 1, last - first + 1).shiftColumnGroupDepth(1);
  sheet.collapseAllColumnGroups();
}

/** The same on a sheet that people work in: for 1-based columns that are in no group yet, and for no other group. */
export function foldMore(sheet: Sheet, columns: readonly number[]): void {
  const runs = runsOf(columns.filter((column) => sheet.getColumnGroupDepth(column) === 0));
  if (runs.length === 0) return;
  const end = sheet.getRange('1:1').getNumColumns();
  // The button of a group stands in the column after it.
  if (runs.some(([, last]) => last === end)) sheet.insertColumnsAfter(end, 1);
  sheet.setColumnGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.AFTER);
  for (const [first, last] of runs) {
    sheet.getRange(1, first, 1, last - first + 1).shiftColumnGroupDepth(1);
    sheet.getColumnGroup(first, 1)?.collapse();
  }
}
