import type { Cell } from '../../schema/column';
import { enteredKeys, isBlank, isUnused, type Positions, type Table } from '../../schema/table';
import { textOf } from './change-rows';

export type Line = readonly Cell[];

/** A filled row of a tab as it was read. */
export interface StandingRow {
  /** 1-based. */
  row: number;
  line: Line;
  /** Its name; without one, everything that was entered. */
  id: string;
  /** The first, second … row of that ID. */
  nth: number;
}

export function standingRows(table: Table, nameKey: string, positions: Positions, cells: readonly Line[]) {
  const counts = new Map<string, number>();
  const rows: StandingRow[] = [];
  cells.forEach((line, index) => {
    if (index === 0 || isUnused(table, positions, line)) return;
    const keys = isBlank(line[positions[nameKey]!]) ? enteredKeys(table) : [nameKey];
    const id = textOf(table, keys, (key) => line[positions[key]!]);
    const nth = (counts.get(id) ?? 0) + 1;
    counts.set(id, nth);
    rows.push({ row: index + 1, line, id, nth });
  });
  return { rows, has: ({ id, nth }: StandingRow): boolean => (counts.get(id) ?? 0) >= nth };
}
