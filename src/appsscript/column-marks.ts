import type { MarkedColumn } from '../actions/workbook';
import type { Cell } from '../schema/column';
import { columnLetters } from '../schema/formula';
import { sameText } from '../schema/same-text';
import { runsOf } from './column-runs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Key of the mark that says which heading a column of ours is known by; it moves with the column. */
const COLUMN_KEY = 'partner-ledger-column';

const GUARD = 'Computed by Partner Ledger: what is typed here takes the figures away.';
const AGREED = 'Agreed by the sides: what is changed here has to be agreed anew.';
const HEADINGS = 'Headings: columns are known by them.';

/** Where each heading's marked columns stand, from 0. One read. */
function markedColumns(sheet: Sheet): Map<string, number[]> {
  const marks = sheet
    .createDeveloperMetadataFinder()
    .withKey(COLUMN_KEY)
    .withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.COLUMN)
    .find();
  const columns = new Map<string, number[]>();
  for (const mark of marks) {
    const column = mark.getLocation().getColumn();
    const heading = mark.getValue();
    if (column && heading !== null) columns.set(heading, [...(columns.get(heading) ?? []), column.getColumn() - 1]);
  }
  return columns;
}

/**
 * The heading row as the use cases find columns in it: a heading of ours that is not there, or there more than once,
 * stands where its column is marked. The marks are read only then.
 */
export function headingsByMarks(sheet: Sheet, ours: readonly string[], headings: readonly Cell[]): Cell[] {
  const found = headings.slice();
  const odd = ours.filter((heading) => found.filter((cell) => sameText(cell, heading)).length !== 1);
  if (odd.length === 0) return found;
  const marked = markedColumns(sheet);
  for (const heading of odd) {
    const [column, more] = marked.get(heading) ?? [];
    if (column === undefined || more !== undefined) continue;
    found.forEach((cell, at) => {
      if (sameText(cell, heading)) found[at] = '';
    });
    found[column] = heading;
  }
  return found;
}

/** The columns that carry no mark yet. One read. */
export function unmarked(sheet: Sheet, columns: readonly MarkedColumn[]): MarkedColumn[] {
  const marked = markedColumns(sheet);
  return columns.filter(({ heading }) => !marked.has(heading));
}

/** One write a column. */
export function markColumns(sheet: Sheet, columns: readonly MarkedColumn[]): void {
  for (const { column, heading } of columns) {
    const letters = columnLetters(column);
    sheet.getRange(`${letters}:${letters}`).addDeveloperMetadata(COLUMN_KEY, heading);
  }
}

/** The columns for which Google does not ask yet, and whether it asks at the headings. One read. */
export function unguarded(sheet: Sheet, columns: readonly MarkedColumn[]): Guarding {
  const ours = sheet
    .getProtections(SpreadsheetApp.ProtectionType.RANGE)
    .map((protection) => ({ says: protection.getDescription(), range: protection.getRange() }));
  const guarded = ours.filter(({ says }) => says === GUARD || says === AGREED);
  return {
    columns: columns.filter(
      ({ column }) => !guarded.some(({ range }) => range.getColumn() <= column && column <= range.getLastColumn()),
    ),
    headings: !ours.some(({ says }) => says === HEADINGS),
  };
}

/** For what Google is to ask: columns that are guarded, and the heading row. */
export interface Guarding {
  columns: readonly MarkedColumn[];
  headings: boolean;
  /** Of a fresh tab: runs of one kind are joined over empty columns, which are nobody's yet. */
  joined?: true;
}

/**
 * Lets Google ask before somebody types into a heading or a guarded column. It warns only: a lock would stop the other
 * side's forms, sorting and new rows as well. Three writes a run of columns, and three for the headings.
 */
export function guard(sheet: Sheet, { columns, headings, joined }: Guarding): void {
  const asking = (a1: string, says: string): unknown =>
    sheet.getRange(a1).protect().setDescription(says).setWarningOnly(true);
  const isOurs = new Set(columns.map(({ column }) => column));
  const places = (computed: boolean): number[] => {
    const guarded = columns.filter((one) => one.guarded && one.computed === computed).map(({ column }) => column);
    const between = guarded.filter((column) => joined && !isOurs.has(column + 1) && guarded.includes(column + 2));
    return [...guarded, ...between.map((column) => column + 1)];
  };
  for (const [is, says] of [
    [true, GUARD],
    [false, AGREED],
  ] as const) {
    for (const [first, last] of runsOf(places(is))) asking(`${columnLetters(first)}:${columnLetters(last)}`, says);
  }
  if (headings) asking('1:1', HEADINGS);
}
