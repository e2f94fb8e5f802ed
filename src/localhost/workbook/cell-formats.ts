import type { Area, StylePatch } from '../contract/engine';
import type { Workbook } from './workbook';

/**
 * Gives an area a look. A format of a whole column or row is kept with the column or row, so that it also holds for the
 * lines and the values that come later; cells with a look of their own take it on as well.
 */
export function formatArea(workbook: Workbook, sheetId: string, area: Area, style: StylePatch): void {
  const sheet = workbook.findSheet(sheetId);
  if (!sheet) return;
  if (area.row === 0 && area.rows >= sheet.rows) formatLines(workbook, sheetId, 'column', area, style);
  else if (area.column === 0 && area.columns >= sheet.columns) formatLines(workbook, sheetId, 'row', area, style);
  else {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        workbook.patch(sheetId, row, column, { style });
      }
    }
  }
}

function formatLines(workbook: Workbook, sheetId: string, line: 'row' | 'column', area: Area, style: StylePatch): void {
  const engine = workbook.flushed();
  const [first, count] = line === 'row' ? [area.row, area.rows] : [area.column, area.columns];
  const lines: Record<number, { s: StylePatch }> = {};
  for (let index = first; index < first + count; index++) {
    lines[index] = { s: withoutNulls({ ...engine.lineStyle(sheetId, line, index), ...style }) };
  }
  const own = engine.cellsWithStyle(sheetId, area);
  if (line === 'row') workbook.execute('sheet.mutation.set-row-data', { subUnitId: sheetId, rowData: lines });
  else workbook.execute('sheet.mutation.set-col-data', { subUnitId: sheetId, columnData: lines });
  for (const [row, column] of own) workbook.patch(sheetId, row, column, { style });
}

function withoutNulls(style: StylePatch): StylePatch {
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== null && value !== undefined));
}
