import type { CellValue } from '../contract/engine';
import type { TimeZone } from '../notation/time-zones';
import { isDate } from '../workbook/typed-values';

/** What a custom function returned, as cells: a table of equal rows, or one value. */
export function cellsOf(returned: unknown, timeZone: TimeZone): CellValue | CellValue[][] {
  if (!Array.isArray(returned)) return cellOf(returned, timeZone);
  const rows = returned.map((row: unknown) => (Array.isArray(row) ? (row as unknown[]) : [row]));
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return columns === 0
    ? null
    : rows.map((row) => Array.from({ length: columns }, (_, column) => cellOf(row[column], timeZone)));
}

function cellOf(value: unknown, timeZone: TimeZone): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : '#NUM!';
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (!isDate(value)) return String(value);
  return Number.isNaN(value.getTime()) ? '#NUM!' : { serial: timeZone.serialOf(value.getTime()) };
}

/** Whether two argument lists are equal, value by value. */
export function sameArguments(first: readonly unknown[], second: readonly unknown[]): boolean {
  if (first.length !== second.length) return false;
  // From the end: in a long column it is mostly the last rows that differ.
  for (let i = first.length - 1; i >= 0; i--) if (!sameValue(first[i], second[i])) return false;
  return true;
}

function sameValue(first: unknown, second: unknown): boolean {
  if (Object.is(first, second)) return true;
  if (typeof first !== 'object' || typeof second !== 'object' || first === null || second === null) return false;
  if (Array.isArray(first)) return Array.isArray(second) && sameArguments(first, second);
  return 'serial' in first && 'serial' in second && first.serial === second.serial;
}
