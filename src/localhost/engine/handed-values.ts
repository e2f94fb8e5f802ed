import {
  type BaseValueObject,
  BooleanValueObject,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';
import type { CellValue } from '../contract/engine';
import { SOME_DATE } from './default-formats';
import { filledArray } from './functions/values';

/** A value from outside, as formulas calculate with it. */
export function handedValue(value: CellValue): BaseValueObject {
  if (value === null) return NullValueObject.create();
  if (typeof value === 'number') return NumberValueObject.create(value);
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  if (typeof value === 'object') return NumberValueObject.create(value.serial, SOME_DATE);
  return StringValueObject.create(value);
}

/**
 * Rows of values from outside; a blank where there are none.
 * @param of reads one of them
 */
export function handedRows(
  rows: readonly (readonly CellValue[])[],
  of: (value: CellValue) => BaseValueObject = handedValue,
): BaseValueObject {
  if ((rows[0]?.length ?? 0) === 0) return NullValueObject.create();
  return filledArray(rows.map((row) => row.map(of)));
}
