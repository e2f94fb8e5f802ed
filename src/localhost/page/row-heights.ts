import { ICommandService } from '@univerjs/core';
import { SetWorksheetRowAutoHeightMutation, SetWorksheetRowHeightMutation } from '@univerjs/sheets';
import type { Grid } from './grid';

interface Measured {
  subUnitId: string;
  rowsAutoHeightInfo: { row: number; autoHeight?: number }[];
}

interface Made {
  subUnitId: string;
  ranges: { startRow: number; endRow: number }[];
  rowHeight: number | Record<number, number>;
}

/**
 * A row is as high as somebody made it, and higher where a text in it needs that, as in Sheets. The grid takes what it has
 * measured instead of what was made, and it measures nothing in merged cells: a row that was made high for them would
 * shrink as soon as it is measured.
 */
export function keepRowHeights({ univer, api }: Grid): void {
  const rowsOf = (sheetId: string) =>
    api.getActiveWorkbook()?.getWorkbook().getSheetBySheetId(sheetId)?.getRowManager();
  univer
    .__getInjector()
    .get(ICommandService)
    .beforeCommandExecuted(({ id, params }) => {
      if (id === SetWorksheetRowAutoHeightMutation.id) {
        const { subUnitId, rowsAutoHeightInfo } = params as Measured;
        const rows = rowsOf(subUnitId);
        for (const measured of rowsAutoHeightInfo) {
          const made = rows?.getRow(measured.row)?.h ?? 0;
          if (measured.autoHeight !== undefined) measured.autoHeight = Math.max(measured.autoHeight, made);
        }
      }
      if (id === SetWorksheetRowHeightMutation.id) {
        const { subUnitId, ranges, rowHeight } = params as Made;
        const rows = rowsOf(subUnitId);
        for (const { startRow, endRow } of ranges) {
          for (let at = startRow; at <= endRow; at++) {
            const row = rows?.getRow(at);
            const made = typeof rowHeight === 'number' ? rowHeight : (rowHeight[at - startRow] ?? 0);
            if (row?.ah !== undefined) row.ah = Math.max(row.ah, made);
          }
        }
      }
    });
}
