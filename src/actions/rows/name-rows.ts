import type { Cell } from '../../schema/column';
import { nameOf, type EntryRegister } from '../../schema/register';
import { changeRows } from './change-rows';
import type { Workbook, WorkbookTab } from '../workbook';

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
  register: EntryRegister,
  cells: readonly (readonly Cell[])[],
  rows: readonly number[],
): string[] {
  const stamp = workbook.now().getTime().toString(36).toUpperCase();
  const names = rows.map((row) => nameOf(register, `${stamp}-${row}`));
  const changes = rows.map((row, index) => ({ row, cells: { [register.named.column]: names[index]! } }));
  changeRows(tab, register, register.named.column, cells, changes);
  return names;
}
