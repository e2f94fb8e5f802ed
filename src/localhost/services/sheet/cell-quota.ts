import type { Workbook } from '../../workbook/workbook';
import { ServiceError } from '../../contract/service-error';

/** Cells that all sheets of a workbook may have together, empty ones included. */
const MOST_CELLS = 10_000_000;

/** @throws ServiceError with Google's message when the workbook cannot have `more` cells */
export function checkCellQuota(workbook: Workbook, more: number): void {
  const cells = workbook.sheets().reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  if (cells + more > MOST_CELLS) {
    throw new ServiceError(
      `This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`,
    );
  }
}
