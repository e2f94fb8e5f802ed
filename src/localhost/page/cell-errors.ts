import { CellAlertType, HoverManagerService } from '@univerjs/preset-sheets-core';
import type { IDisposable } from '@univerjs/core';
import type { FRange } from '@univerjs/sheets/facade';
import { element } from './dom';
import type { Grid } from './grid';
import { activeCell } from './view';

/** Row and column count from 0. */
interface Place {
  sheetId: string;
  row: number;
  column: number;
}

/** One error at a cell. */
interface CellError extends Place {
  message: string;
}

/**
 * Shows why a cell is in error when the person selects it or points at it: beside the cell, and to screen readers once it is
 * selected.
 */
export class CellErrors {
  private errors = new Map<string, string>();
  private shown: IDisposable | undefined;
  private shownFor = '';
  private pointedAt: Place | undefined;
  private isWatching = false;
  private readonly spoken = element('div', { role: 'status', class: 'visually-hidden' });

  /** @param container what the grid stands in */
  constructor(
    private readonly grid: Grid,
    container: HTMLElement,
  ) {
    document.body.append(this.spoken);
    container.addEventListener('pointerleave', () => this.pointAt(undefined));
    // The grid says nothing when the pointer goes from the cells to what stands around them.
    container.addEventListener('pointerover', ({ target }) => {
      if (!(target instanceof HTMLCanvasElement)) this.pointAt(undefined);
    });
  }

  /** The errors of all cells; the list before is forgotten. */
  replace(errors: CellError[]): void {
    this.errors = new Map(errors.map((error) => [keyOf(error), error.message]));
    this.update();
  }

  /** To be called whenever another cell is selected. */
  update(): void {
    const selected = activeCell(this.grid.api);
    const reason = selected && this.messageAt(placeOf(selected));
    const said = selected && reason !== undefined ? `Error in ${selected.getA1Notation()}: ${reason}` : '';
    if (this.spoken.textContent !== said) this.spoken.textContent = said;
    this.showAt(this.pointedCell() ?? selected);
  }

  /** Shows it anew: the popup belonged to the workbook shown before. */
  refresh(): void {
    if (!this.isWatching) this.watchPointer();
    this.pointedAt = undefined;
    this.clear();
    this.update();
  }

  /** The grid has somebody to tell of the pointer once it shows a workbook. */
  private watchPointer(): void {
    this.isWatching = true;
    const hover = this.grid.univer.__getInjector().get(HoverManagerService);
    hover.currentPosition$.subscribe((found) =>
      this.pointAt(
        found ? { sheetId: found.location.subUnitId, row: found.location.row, column: found.location.col } : undefined,
      ),
    );
    hover.currentHoveredRowHeader$.subscribe(() => this.pointAt(undefined));
    hover.currentHoveredColHeader$.subscribe(() => this.pointAt(undefined));
  }

  private pointAt(place: Place | undefined): void {
    const changes = (place && keyOf(place)) !== (this.pointedAt && keyOf(this.pointedAt));
    this.pointedAt = place;
    if (changes && (this.errors.size > 0 || this.shown)) this.update();
  }

  /** The cell that is pointed at, where it is in error. */
  private pointedCell(): FRange | undefined {
    const place = this.pointedAt;
    const sheet = this.grid.api.getActiveWorkbook()?.getActiveSheet();
    if (!place || sheet?.getSheetId() !== place.sheetId || this.messageAt(place) === undefined) return undefined;
    const isThere = place.row < sheet.getMaxRows() && place.column < sheet.getMaxColumns();
    return isThere ? sheet.getRange(place.row, place.column) : undefined;
  }

  private showAt(cell: FRange | undefined): void {
    const message = cell && this.messageAt(placeOf(cell));
    const shownFor = cell && message !== undefined ? `${cell.getSheetId()}!${cell.getA1Notation()} ${message}` : '';
    if (shownFor === this.shownFor) return;
    this.clear();
    this.shownFor = shownFor;
    if (!cell || message === undefined) return;
    this.shown = cell.attachAlertPopup({
      title: 'Error',
      message,
      type: CellAlertType.ERROR,
      width: 280,
      height: 74,
      key: 'cell-error',
    });
  }

  private messageAt(place: Place): string | undefined {
    return this.errors.get(keyOf(place));
  }

  private clear(): void {
    this.shown?.dispose();
    this.shown = undefined;
    this.shownFor = '';
  }
}

function placeOf(cell: FRange): Place {
  return { sheetId: cell.getSheetId(), row: cell.getRow(), column: cell.getColumn() };
}

function keyOf({ sheetId, row, column }: Place): string {
  return `${sheetId}!${row},${column}`;
}
