import {
  type BaseReferenceObject,
  type FunctionVariantType,
  type LambdaValueObjectObject,
  RangeReferenceObject,
} from '@univerjs/engine-formula';
import { Closure } from './closures';
import { POSITIONS } from './positions';

/** Functions that want to know where a cell is, not what is in it. */
const WANT_PLACES: ReadonlySet<string> = new Set([...POSITIONS, 'OFFSET', 'CELL', 'ISREF', 'ISFORMULA', 'FORMULATEXT']);

/** Whether a lambda asks where its arguments stand: to hand on references costs more than to hand on values. */
export function asksForPlaces(lambda: LambdaValueObjectObject): boolean {
  return lambda instanceof Closure && lambda.calls((name) => WANT_PLACES.has(name));
}

/** The cells of a reference one by one; nothing where a table is none. */
export function placesIn(
  table: FunctionVariantType,
): ((row: number, column: number) => FunctionVariantType) | undefined {
  if (!table.isReferenceObject()) return undefined;
  const reference = table as BaseReferenceObject;
  const { startRow, startColumn } = reference.getRangePosition();
  return (row, column) => part(reference, startRow + row, startColumn + column, startRow + row, startColumn + column);
}

/** The rows or columns of a reference. */
export function linesIn(
  table: FunctionVariantType,
  byRow: boolean,
): ((line: number) => FunctionVariantType) | undefined {
  if (!table.isReferenceObject()) return undefined;
  const reference = table as BaseReferenceObject;
  const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
  return (line) =>
    byRow
      ? part(reference, startRow + line, startColumn, startRow + line, endColumn)
      : part(reference, startRow, startColumn + line, endRow, startColumn + line);
}

function part(
  reference: BaseReferenceObject,
  startRow: number,
  startColumn: number,
  endRow: number,
  endColumn: number,
): BaseReferenceObject {
  const range = { startRow, startColumn, endRow, endColumn };
  const made = Object.assign(new RangeReferenceObject(range), reference);
  made.setRangeData(range);
  made.setRefOffset(0, 0);
  return made;
}
