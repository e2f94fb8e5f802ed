import type { IRange } from '@univerjs/core';
import {
  type ArrayValueObject,
  BaseReferenceObject,
  type BaseValueObject,
  FORMULA_REF_TO_ARRAY_CACHE,
  NullValueObject,
} from '@univerjs/engine-formula';
import { KeptColumn, LONG } from './column-versions';

/**
 * Keeps the values of long columns from one calculation to the next. The engine makes an object for each cell whenever a
 * formula reads a column; here only the cells that have changed get new ones, and who has read the column before can ask
 * which those are.
 */
export function keepColumns(): void {
  const known = new Map<string, KeptColumn>();
  const read = BaseReferenceObject.prototype.toArrayValueObject;
  BaseReferenceObject.prototype.toArrayValueObject = function (this: BaseReferenceObject, useCache = true) {
    const range = this.getRangePosition();
    if (!useCache || !isLongColumn(range)) return read.call(this, useCache);
    const place = `${this.getUnitId()}_${this.getSheetId()}`;
    const { startRow, endRow, startColumn, endColumn } = range;
    // Under the name that the engine has for what it has read in this calculation.
    const key = `${place}_${startRow}_${endRow}_${startColumn}_${endColumn}`;
    const already = FORMULA_REF_TO_ARRAY_CACHE.get(key);
    if (already) return already;
    const table = readAgain(this, known, `${place}_${startRow}_${startColumn}`, endRow - startRow + 1);
    if (!table) return read.call(this, useCache);
    FORMULA_REF_TO_ARRAY_CACHE.set(key, table);
    return table;
  };
}

function isLongColumn({ startRow, endRow, startColumn, endColumn }: IRange): boolean {
  return startColumn === endColumn && startRow >= 0 && startColumn >= 0 && endRow - startRow + 1 >= LONG;
}

/** Undefined where the reference does not answer a value for each row. */
function readAgain(
  reference: BaseReferenceObject,
  known: Map<string, KeptColumn>,
  key: string,
  rows: number,
): ArrayValueObject | undefined {
  const before = known.get(key);
  const values: BaseValueObject[] = [];
  reference.iterator((value) => void values.push(value ?? NullValueObject.create()));
  if (values.length !== rows) return undefined;
  if (before?.rows === rows) return before.change(values.map((value, row) => [row, value] as const));
  const column = new KeptColumn(values);
  known.set(key, column);
  return column.now;
}
