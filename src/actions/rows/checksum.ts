import { dayOf } from '../../calc/day';
import type { Cell } from '../../schema/column';
import { isBlank, type Positions, type Table } from '../../schema/table';

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

/** Whether a row still is what was written by the add-on under this checksum, with nothing of a person's beside it. */
export function isAsWritten(table: Table, positions: Positions, line: readonly Cell[], sum: Cell | undefined): boolean {
  const ours = Object.values(positions);
  const alone = line.every((cell, column) => ours.includes(column) || isBlank(cell));
  return alone && sum === checksum(table, (key) => line[positions[key]!]);
}
