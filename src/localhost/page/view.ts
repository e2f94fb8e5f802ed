import type { FUniver } from '@univerjs/core/facade';
import type { FRange } from '@univerjs/sheets/facade';
import { sheetView } from './charts/chart-place';
import type { Grid } from './grid';

/** A range of a sheet, as the host is told of it. */
export interface Place {
  sheetId: string;
  a1: string;
  /** What else is selected with it. */
  others?: string[];
}

/** What the person has selected. */
export function selectedPlace(api: FUniver): Place | undefined {
  const range = withinEdges(() => api.getActiveWorkbook()?.getActiveRange());
  if (!range) return undefined;
  const a1 = range.getA1Notation();
  const others = selectedRanges(api).filter((one) => one !== a1);
  return { sheetId: range.getSheetId(), a1, ...(others.length > 0 && { others }) };
}

function selectedRanges(api: FUniver): string[] {
  try {
    const ranges = api.getActiveWorkbook()?.getActiveSheet().getSelection()?.getActiveRangeList() ?? [];
    return ranges.map((range) => range.getA1Notation());
  } catch {
    return [];
  }
}

/** The one cell of the selection in which typing lands. */
export function activeCell(api: FUniver): FRange | undefined {
  return withinEdges(() => api.getActiveWorkbook()?.getActiveCell());
}

/** Where a cell of the sheet in front is in the window, in pixels; undefined while its sheet is not drawn yet. */
export function placeInWindow({ api, univer }: Grid, cell: FRange): { left: number; bottom: number } | undefined {
  return withinEdges(() => {
    const view = sheetView(api, univer);
    if (!view) return undefined;
    const canvas = view.canvas.getBoundingClientRect();
    const corner = view.place({ row: cell.getRow(), column: cell.getColumn(), offsetX: 0, offsetY: 0 });
    const height = cell.getCellRect().height * corner.zoom;
    return { left: canvas.left + corner.left, bottom: canvas.top + corner.top + height };
  });
}

/**
 * The facade throws for a range that reaches past an edge, as when rows or columns were just taken away, and for one of a
 * sheet that is not drawn yet, as when the one in front was taken away.
 */
function withinEdges<T>(find: () => T | null | undefined): T | undefined {
  try {
    return find() ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers the active sheet, the selection and the scroll position. Returns what puts them back where they still exist. */
export function keepView(api: FUniver): () => void {
  const workbook = api.getActiveWorkbook();
  if (!workbook) return () => undefined;
  const sheet = workbook.getActiveSheet();
  const selection = selectedPlace(api);
  const scroll = sheet.getScrollState();
  return () => {
    const current = api.getActiveWorkbook();
    const same = current?.getSheetBySheetId(sheet.getSheetId());
    if (!current || !same || same.isSheetHidden()) return;
    current.setActiveSheet(same);
    if (selection) activateRange(api, selection, false);
    same.scrollToCell(scroll.sheetViewStartRow, scroll.sheetViewStartColumn);
  };
}

/** Shows a sheet and selects a range of it; a range outside the sheet selects nothing. */
export function activateRange(api: FUniver, { sheetId, a1 }: Place, scroll: boolean): void {
  const workbook = api.getActiveWorkbook();
  const sheet = workbook?.getSheetBySheetId(sheetId);
  if (!workbook || !sheet) return;
  workbook.setActiveSheet(sheet);
  const range = withinEdges(() => sheet.getRange(a1));
  if (!range) return;
  range.activate();
  if (scroll) sheet.scrollToCell(range.getRow(), range.getColumn());
}
