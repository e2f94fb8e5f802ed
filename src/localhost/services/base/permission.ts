import type { Area, Line, SheetInfo } from '../../contract/engine';
import { type Change, PROTECTED } from '../../access/protections';
import type { Environment } from './environment';
import { ServiceError } from '../../contract/service-error';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'user' | 'protections'>;

/** Throws what a script gets for a change that a protection forbids its user. */
export function requireEdit({ protections, user }: Needs, sheetId: string, change: Change): void {
  if (protections.against(user, sheetId, change) === 'refused') throw new ServiceError(PROTECTED);
}

/** What a call of a `Sheet` changes, for the protections; undefined when it changes nothing of that sheet. */
export function changeBySheetCall(
  member: string,
  args: readonly unknown[],
  sheet: Pick<SheetInfo, 'rows' | 'columns' | 'frozenRows'>,
  lastRow: () => number,
): Change | undefined {
  const whole: Area = { row: 0, column: 0, rows: sheet.rows, columns: sheet.columns };
  const lines = (line: Line, first: number, count: number): Change => ({
    cells: [
      line === 'row' ? { ...whole, row: first - 1, rows: count } : { ...whole, column: first - 1, columns: count },
    ],
  });
  const [, verb = '', kind, place] = /^([a-z]+)(Row|Column)?s?(After|Before)?/.exec(member) ?? [];
  const line: Line = kind === 'Row' ? 'row' : 'column';
  const [first, count = 1] = args as [number, number?];
  if (member === 'copyTo') return undefined;
  if (verb === 'clear') return { cells: [whole] };
  if (member === 'appendRow') return lines('row', lastRow() + 1, 1);
  if (member === 'sort') return { cells: [{ ...whole, row: sheet.frozenRows, rows: sheet.rows - sheet.frozenRows }] };
  if (verb === 'delete' && kind) return lines(line, first, count);
  if (verb === 'insert' && kind) return { inserted: line, before: place === 'Before' ? first - 1 : first };
  if (verb === 'move' && kind) {
    const range = args[0] as GoogleAppsScript.Spreadsheet.Range;
    return kind === 'Row'
      ? lines(line, range.getRow(), range.getNumRows())
      : lines(line, range.getColumn(), range.getNumColumns());
  }
  return 'sheet';
}
