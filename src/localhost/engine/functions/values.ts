import type { Nullable } from '@univerjs/core';
import {
  ArrayValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type FunctionVariantType,
  NullValueObject,
} from '@univerjs/engine-formula';

/** A table of values; a gap is a blank cell. */
export type Rows = Nullable<BaseValueObject>[][];

/** An argument as a table: a reference is read, a single value is a table of one cell. */
export function rowsOf(variant: FunctionVariantType): Rows {
  const value = valueOf(variant);
  return value.isArray() ? (value as ArrayValueObject).getArrayValue() : [[value]];
}

/** An argument without references. */
export function valueOf(variant: FunctionVariantType): BaseValueObject {
  return variant.isReferenceObject()
    ? (variant as BaseReferenceObject).toArrayValueObject()
    : (variant as BaseValueObject);
}

/** The one value of an argument that is a single cell; undefined for larger tables. */
export function scalarOf(variant: FunctionVariantType): BaseValueObject | undefined {
  const value = valueOf(variant);
  if (!value.isArray()) return value;
  const array = value as ArrayValueObject;
  return array.getRowCount() === 1 && array.getColumnCount() === 1 ? cell(array.get(0, 0)) : undefined;
}

export function arrayOf(rows: Rows): ArrayValueObject {
  return filledArray(rows.map((row) => row.map(cell)));
}

/** A table without gaps. It is the array's own from now on. */
export function filledArray(rows: BaseValueObject[][]): ArrayValueObject {
  return ArrayValueObject.create({
    calculateValueList: rows,
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

/** A table, or its one value when it is a single cell. */
export function answerOf(rows: Rows): BaseValueObject {
  return rows.length === 1 && rows[0]?.length === 1 ? cell(rows[0][0]) : arrayOf(rows);
}

export function cell(value: Nullable<BaseValueObject>): BaseValueObject {
  return value || NullValueObject.create();
}

export function isBlank(value: Nullable<BaseValueObject>): boolean {
  return !value || value.isNull();
}

/** Equal for values that a spreadsheet takes for equal: texts without regard to case. Undefined for blanks and errors. */
export function keyOf(value: Nullable<BaseValueObject>): string | undefined {
  if (!value || value.isNull() || value.isError()) return undefined;
  const content = value.getValue();
  if (typeof content === 'string') return `text ${content.toLowerCase()}`;
  return `${typeof content} ${String(content)}`;
}
