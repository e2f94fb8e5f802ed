import type { ArrayValueObject, BaseValueObject } from '@univerjs/engine-formula';
import { filledArray } from '../values';

/** Shorter columns are calculated as quickly as they are compared. */
export const LONG = 50;

/** Versions of a column that are looked back on; what was read before them is read anew. */
const MOST_VERSIONS = 24;

/** A row of a table with one column. */
type Line = readonly [BaseValueObject];

/** What a column was at a time. */
export interface Version {
  column: KeptColumn;
  number: number;
}

const versions = new WeakMap<BaseValueObject, Version>();

/** The version of a kept column that a table is; undefined for other tables. */
export const versionOf = (table: BaseValueObject): Version | undefined => versions.get(table);

/** A column of values over the calculations: each version is a table of its own that shares with the last what has not changed. */
export class KeptColumn {
  private number = 0;
  /** The rows in which the last versions differ from those before them. */
  private changes: { number: number; rows: readonly number[] }[] = [];
  private table: ArrayValueObject;

  constructor(values: readonly BaseValueObject[]) {
    const line = sharedLines();
    this.table = this.register(values.map(line));
  }

  get rows(): number {
    return this.table.getRowCount();
  }

  get now(): ArrayValueObject {
    return this.table;
  }

  /** The same column with other values in some rows; rows that get what they have are no change. */
  change(changed: readonly (readonly [row: number, value: BaseValueObject])[]): ArrayValueObject {
    const lines = this.table.getArrayValue() as unknown as Line[];
    const differing = changed.filter(([row, value]) => !isSame(lines[row]![0], value));
    if (differing.length === 0) return this.table;
    const line = sharedLines();
    const next = lines.slice();
    for (const [row, value] of differing) next[row] = line(value);
    this.number += 1;
    this.changes.push({ number: this.number, rows: differing.map(([row]) => row) });
    // What has changed in most rows is calculated as a whole anyway, and a list of them takes much room.
    if (differing.length > lines.length / 4) this.changes = [];
    if (this.changes.length > MOST_VERSIONS) this.changes.shift();
    this.table = this.register(next);
    return this.table;
  }

  /** The rows that have changed since a version; undefined where that is too long ago. */
  changedSince({ column, number }: Version): ReadonlySet<number> | undefined {
    if (column !== this || this.number - number > this.changes.length) return undefined;
    return new Set(this.changes.filter((change) => change.number > number).flatMap((change) => change.rows));
  }

  private register(lines: Line[]): ArrayValueObject {
    const table = filledArray(lines as unknown as BaseValueObject[][]);
    versions.set(table, { column: this, number: this.number });
    return table;
  }
}

/** Some rows of a column as a table. */
export function picked(column: ArrayValueObject, rows: readonly number[]): ArrayValueObject {
  const lines = column.getArrayValue() as BaseValueObject[][];
  return filledArray(rows.map((row) => lines[row]!));
}

/** Whether two values are the same to every formula, also in how they look. */
export function isSame(a: BaseValueObject, b: BaseValueObject): boolean {
  if (a === b) return true;
  if (a.constructor !== b.constructor || a.isHyperlink() || b.isHyperlink() || a.isArray()) return false;
  if (a.getCustomData() !== b.getCustomData() || a.getPattern() !== b.getPattern()) return false;
  return a.isError() ? errorOf(a) === errorOf(b) : Object.is(a.getValue(), b.getValue());
}

const errorOf = (value: BaseValueObject): string => (value as unknown as { getErrorType(): string }).getErrorType();

/** Rows for values; most columns repeat a few, which then share one row. */
function sharedLines(): (value: BaseValueObject) => Line {
  const known = new Map<unknown, Line>();
  return (value) => {
    const plain = value.getPattern() === '' && !value.getCustomData() && (value.isNumber() || isPlainText(value));
    const key: unknown = plain ? value.getValue() : value;
    let line = known.get(key);
    if (!line) known.set(key, (line = [value]));
    return line;
  };
}

const isPlainText = (value: BaseValueObject): boolean =>
  value.isString() && !value.isHyperlink() && !(value as unknown as { isImage(): boolean }).isImage();
