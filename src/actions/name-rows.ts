import type { Cell } from '../tables/column';
import type { Table } from '../tables/table';
import { changeRows } from './change-rows';
import type { Workbook, WorkbookTab } from './workbook';

/**
 * Names rows that were typed or pasted without a name, so that they can be found again. The names are drawn from the
 * clock and the row; one write a run of rows.
 * @param cells the tab's cells as they were read, immediately before
 * @param rows 1-based
 * @returns the names, in the order of the rows
 */
export function nameRows(
  workbook: Workbook,
  tab: WorkbookTab,
  table: Table,
  name: { column: string; of(key: string): string },
  cells: readonly (readonly Cell[])[],
  rows: readonly number[],
): string[] {
  const stamp = workbook.now().getTime().toString(36).toUpperCase();
  const names = rows.map((row) => name.of(`${stamp}-${row}`));
  const changes = rows.map((row, index) => ({ row, cells: { [name.column]: names[index]! } }));
  changeRows(tab, table, name.column, cells, changes);
  return names;
}
