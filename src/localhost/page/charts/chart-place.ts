import type { FUniver } from '@univerjs/core/facade';
import { IRenderManagerService, SHEET_VIEWPORT_KEY } from '@univerjs/preset-sheets-core';
import type { Univer } from '@univerjs/core';
import type { Anchor } from '../../contract/chart';

/** Where a chart's left upper corner lies on the canvas, in pixels of the page. */
export interface ChartPlace {
  left: number;
  top: number;
  /** What lies further left or up than this is behind headers or frozen cells. */
  clipLeft: number;
  clipTop: number;
  zoom: number;
}

/** The canvas of the cells and how places on the sheet become places on it. */
export interface SheetView {
  canvas: HTMLCanvasElement;
  place(anchor: Anchor): ChartPlace;
}

/** The view of the active sheet; undefined while there is none. */
export function sheetView(api: FUniver, univer: Univer): SheetView | undefined {
  const workbook = api.getActiveWorkbook();
  const sheet = workbook?.getActiveSheet();
  const render = workbook && univer.__getInjector().get(IRenderManagerService).getRenderById(workbook.getId());
  const skeleton = sheet?.getSkeleton();
  const viewport = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  if (!sheet || !render || !skeleton || !viewport) return undefined;
  const { scaleX: zoom } = render.scene.getAncestorScale();
  const { ySplit, xSplit } = sheet.getSheet().getFreeze();
  const cellAt = (row: number, column: number) => {
    // A chart may stand further out than the sheet now reaches.
    const known = skeleton.getNoMergeCellWithCoordByIndex(
      Math.min(row, sheet.getMaxRows() - 1),
      Math.min(column, sheet.getMaxColumns() - 1),
    );
    return { x: known.startX, y: known.startY };
  };
  const frozen = cellAt(Math.max(0, ySplit), Math.max(0, xSplit));
  return {
    canvas: render.engine.getCanvasElement(),
    place({ row, column, offsetX, offsetY }) {
      const corner = cellAt(row, column);
      const scrollsAcross = column >= xSplit;
      const scrollsDown = row >= ySplit;
      return {
        left: (corner.x + offsetX - (scrollsAcross ? viewport.viewportScrollX : 0)) * zoom,
        top: (corner.y + offsetY - (scrollsDown ? viewport.viewportScrollY : 0)) * zoom,
        clipLeft: (scrollsAcross ? frozen.x : skeleton.rowHeaderWidth) * zoom,
        clipTop: (scrollsDown ? frozen.y : skeleton.columnHeaderHeight) * zoom,
        zoom,
      };
    },
  };
}
