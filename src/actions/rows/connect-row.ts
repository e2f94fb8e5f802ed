import type { Cell } from '../../schema/column';
import { columnLetters } from '../../schema/formula';
import type { Register } from '../../schema/register';
import { isBlank, type Positions } from '../../schema/table';
import type { WorkbookTab } from '../workbook';

/**
 * Gives a row the formula by which it shows what another file says, or takes it away with the address. The formula takes
 * the address from its own row: wherever it is moved, it never shows another row's file. One write, where something is to
 * be done; a row that was moved meanwhile is left, and its Attention says so.
 * @param row 1-based
 * @param address what stands in the row's column of the address
 * @param standing what the cell of the formula holds
 */
export function connectRow(
  { imports }: Register,
  tab: WorkbookTab,
  positions: Positions,
  row: number,
  address: Cell | undefined,
  standing: Cell | undefined,
): void {
  if (!imports || isBlank(address) === isBlank(standing)) return;
  const [from, into] = [positions[imports.from] ?? -1, positions[imports.into] ?? -1];
  if (from < 0 || into < 0) return;
  const formula = isBlank(address) ? '' : `=IMPORTRANGE(${columnLetters(from + 1)}${row};"${imports.range}")`;
  tab.write([{ row, column: into + 1, cells: [[formula]] }]);
}
