import {
  ArrayValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type FunctionVariantType,
} from '@univerjs/engine-formula';

/** Functions that ask where a reference lies or how large it is, not what is in it. */
export const POSITIONS = ['ROW', 'COLUMN', 'ROWS', 'COLUMNS'] as const;

/**
 * A table of a reference's place and size, which nobody has read. The engine keeps what it reads for all formulas of a
 * calculation: `ROWS(A1:A9)` in A1 would keep these cells as they were before A1 has filled them.
 */
export function unread(argument: FunctionVariantType): BaseValueObject {
  if (!argument.isReferenceObject()) return argument as BaseValueObject;
  const reference = argument as BaseReferenceObject;
  const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
  return ArrayValueObject.create({
    calculateValueList: [],
    rowCount: endRow - startRow + 1,
    columnCount: endColumn - startColumn + 1,
    unitId: reference.getUnitId(),
    sheetId: reference.getSheetId(),
    row: startRow,
    column: startColumn,
  });
}
