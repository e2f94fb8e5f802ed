import { dayOf } from '../../calc/day';
import type { Cell } from '../../schema/column';
import { tablesOf, type Register } from '../../schema/register';
import { findColumns, isBlank, type Table } from '../../schema/table';

/** Of what people fill in; what the add-on notes about a row does not matter. */
export function checksum({ columns }: Table, cellOf: (key: string) => Cell | undefined): string {
  const cells = Object.entries(columns).flatMap(([key, { filled, input }]) => {
    const cell = cellOf(key) ?? '';
    return filled !== 'by people' ? [] : [input === 'day' ? (dayOf(cell) ?? cell) : cell];
  });
  return digestOf(cells);
}

/** A few letters that are others where plain data are others. */
export function digestOf(data: unknown): string {
  let sum = 0;
  for (const letter of JSON.stringify(data)) sum = (Math.imul(sum, 31) + letter.codePointAt(0)!) | 0;
  return (sum >>> 0).toString(36).toUpperCase();
}

/**
 * Whether a row still is what was written by the add-on under this checksum, with nothing of a person's beside it. Other tables
 * of the tab are not the person's.
 */
export function isAsWritten(
  register: Register,
  headings: readonly Cell[],
  line: readonly Cell[],
  sum: Cell | undefined,
): boolean {
  const { positions } = findColumns(register, headings);
  const ours = tablesOf(register).flatMap((table) => Object.values(findColumns(table, headings).positions));
  const alone = line.every((cell, column) => ours.includes(column) || isBlank(cell));
  return alone && sum === checksum(register, (key) => line[positions[key]!]);
}
