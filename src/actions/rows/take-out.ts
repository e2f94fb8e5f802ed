import type { Cell } from '../../schema/column';
import { tablesOf, type Register } from '../../schema/register';
import { enteredKeys, findColumns } from '../../schema/table';
import type { WorkbookTab, Written } from '../workbook';
import { joinRuns, rowBlocks } from './blocks';

/**
 * Takes rows out of a register: whole rows of the sheet, unless another table stands beside it, whose rows have to stay; then
 * what was entered goes, and the rows are blank.
 * @param cells of the whole tab, as it was read
 * @param rows 1-based and in ascending order
 */
export function takeOutRows(
  tab: WorkbookTab,
  register: Register,
  cells: readonly (readonly Cell[])[],
  rows: readonly number[],
): Written {
  if (tablesOf(register).length === 1) return tab.deleteRows(rows, cells.length);
  const { positions } = findColumns(register, cells[0] ?? []);
  const blank = Object.fromEntries(enteredKeys(register).map((key) => [key, '']));
  return tab.write(joinRuns(rows.flatMap((row) => rowBlocks(row, blank, positions))), [], cells.length);
}
