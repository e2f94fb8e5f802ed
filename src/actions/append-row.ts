import { PLAIN_TEXT, type Cell } from '../tables/column';
import { enteredKeys, isUnused, type Columns, type Positions, type Table } from '../tables/table';
import { rowBlocks } from './blocks';
import { columnsOf } from './tabs';
import type { Block, WorkbookTab } from './workbook';

export interface Appended {
  /** 1-based. */
  row: number;
  /** An earlier try had written the row already; nothing was written now. */
  repeated: boolean;
}

/**
 * Writes one record below the last row of a log, typed or written. The record is named by `nameKey`: where a row of that
 * name stands already, nothing is written. One read, immediately before the write.
 */
export function appendRow<C extends Columns>(
  tab: WorkbookTab,
  table: Table<C>,
  nameKey: keyof C & string,
  record: Record<string, Cell>,
): Appended {
  const cells = tab.read();
  const filled = Object.keys(record).filter((key) => record[key] !== '');
  const positions = columnsOf(table, tab, cells, filled as (keyof C & string)[]);
  const written = cells.findIndex((row, index) => index > 0 && row[positions[nameKey]] === record[nameKey]) + 1;
  if (written > 0) return { row: written, repeated: true };
  const row = endOf(table, cells, positions) + 1;
  tab.write(blocksOf(table, row, record, positions, nameKey), plainTextColumns(table, positions));
  return { row, repeated: false };
}

/** The 1-based row of the last entry; computed cells below it do not count. */
function endOf<C extends Columns>(
  table: Table<C>,
  cells: readonly (readonly Cell[])[],
  positions: Positions<C>,
): number {
  let end = cells.length;
  while (end > 1 && isUnused(table, positions, cells[end - 1]!)) end--;
  return Math.max(end, 1);
}

/** The record's cells, in blocks of columns that stand side by side: usually one. */
function blocksOf(
  table: Table,
  row: number,
  record: Record<string, Cell>,
  positions: Positions,
  nameKey: string,
): Block[] {
  const cells = Object.fromEntries(enteredKeys(table).map((key) => [key, record[key] ?? '']));
  const blocks = rowBlocks(row, cells, positions);
  // The block with the name makes the row an entry: it is written last.
  const name = positions[nameKey]! + 1;
  const holdsName = ({ column, cells: [first = []] }: Block): boolean => column <= name && name < column + first.length;
  return [...blocks.filter((block) => !holdsName(block)), ...blocks.filter(holdsName)];
}

export const plainTextColumns = (table: Table, positions: Positions): number[] =>
  enteredKeys(table)
    .filter((key) => table.columns[key]!.format === PLAIN_TEXT)
    .map((key) => positions[key]! + 1)
    .filter((column) => column > 0);
