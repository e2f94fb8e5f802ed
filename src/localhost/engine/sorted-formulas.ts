import type { ICellData, IRange, Nullable, Workbook } from '@univerjs/core';
import { ReorderRangeMutation } from '@univerjs/sheets';

interface ReorderParams {
  subUnitId: string;
  range: IRange;
  /** By row: the row that it came from. */
  order: Record<string, number>;
}

type Cells = Record<number, Record<number, ICellData>>;

/**
 * What the formulas in sorted rows have to become. The engine moves them as they are; in Sheets a formula that reads
 * its own row goes on reading its own row.
 */
export function formulasAfterSort(
  workbook: Workbook,
  mutation: { id: string; params: unknown },
  shifted: (formula: string, rows: number) => string,
): { sheetId: string; cells: Cells } | undefined {
  if (mutation.id !== ReorderRangeMutation.id) return undefined;
  const { subUnitId, range, order } = mutation.params as ReorderParams;
  const matrix = workbook.getSheetBySheetId(subUnitId)?.getCellMatrix();
  const cells: Cells = {};
  for (const [row, source] of Object.entries(order)) {
    for (let column = range.startColumn; column <= range.endColumn; column++) {
      const cell: Nullable<ICellData> = matrix?.getValue(Number(row), column);
      if (!cell?.f || Number(row) === source) continue;
      const formula = shifted(cell.f, Number(row) - source);
      if (formula !== cell.f) (cells[Number(row)] ??= {})[column] = { f: formula };
    }
  }
  return Object.keys(cells).length > 0 ? { sheetId: subUnitId, cells } : undefined;
}
