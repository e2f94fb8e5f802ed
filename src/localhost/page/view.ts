import type { FUniver } from '@univerjs/core/facade';

/** Remembers the active sheet, the selection and the scroll position. Returns what puts them back where they still exist. */
export function keepView(api: FUniver): () => void {
  const workbook = api.getActiveWorkbook();
  if (!workbook) return () => undefined;
  const sheet = workbook.getActiveSheet();
  const selection = workbook.getActiveRange()?.getA1Notation();
  const scroll = sheet.getScrollState();
  return () => {
    const current = api.getActiveWorkbook();
    const same = current?.getSheetBySheetId(sheet.getSheetId());
    if (!current || !same || same.isSheetHidden()) return;
    current.setActiveSheet(same);
    if (selection !== undefined) activateRange(api, sheet.getSheetId(), selection, false);
    same.scrollToCell(scroll.sheetViewStartRow, scroll.sheetViewStartColumn);
  };
}

/** Shows a sheet and selects a range of it; a range outside the sheet selects nothing. */
export function activateRange(api: FUniver, sheetId: string, a1: string, scroll: boolean): void {
  const workbook = api.getActiveWorkbook();
  const sheet = workbook?.getSheetBySheetId(sheetId);
  if (!workbook || !sheet) return;
  workbook.setActiveSheet(sheet);
  const range = sheet.getRange(a1);
  if (range.getLastRow() >= sheet.getMaxRows() || range.getLastColumn() >= sheet.getMaxColumns()) return;
  range.activate();
  if (scroll) sheet.scrollToCell(range.getRow(), range.getColumn());
}
