import type { FileTable } from '../file/file-table';
import { findColumn, type Names } from '../file/headings';
import { plainText } from '../values/plain-text';

const positions = new WeakMap<FileTable, Map<Names, number>>();

/** The position of a column, looked up once a table. */
export function columnAt(table: FileTable, names: Names): number {
  let known = positions.get(table);
  if (!known) positions.set(table, (known = new Map()));
  let at = known.get(names);
  if (at === undefined) known.set(names, (at = findColumn(table.headings, names)));
  return at;
}

/** The text of a row in a column of one of these names; empty where there is no such column. */
export const cellOf = (table: FileTable, names: Names, cells: readonly string[]): string =>
  (cells[columnAt(table, names)] ?? '').trim();

/** The texts of several columns, put together; the first of them alone as it stands. */
export function textOf(table: FileTable, columns: readonly string[], cells: readonly string[]): string {
  if (columns.length === 1) return cellOf(table, columns[0]!, cells);
  return plainText(columns.map((name) => cellOf(table, name, cells)).join(' '));
}
