import type { FUniver } from '@univerjs/core/facade';
import type { IDisposable } from '@univerjs/core';
import type { FRange } from '@univerjs/sheets/facade';
import { CellAlertType } from '@univerjs/preset-sheets-core';
import { element } from './dom';
import { activeCell } from './view';

/** One error at a cell: row and column count from 0. */
interface CellError {
  sheetId: string;
  row: number;
  column: number;
  message: string;
}

/** Shows why a cell is in error when the person selects it or points at it: beside the cell, and to screen readers. */
export class CellErrors {
  private errors = new Map<string, string>();
  private shown: IDisposable | undefined;
  private shownFor = '';
  /** The cell in error that the pointer is at. */
  private pointed: FRange | undefined;
  private pointedKey = '';
  private readonly spoken = element('div', { role: 'status', class: 'visually-hidden' });

  constructor(private readonly api: FUniver) {
    document.body.append(this.spoken);
    api.addEvent(api.Event.CellPointerMove, ({ worksheet, row, column }) => {
      const key = keyOf(worksheet.getSheetId(), row, column);
      if (key === this.pointedKey) return;
      this.pointedKey = key;
      this.pointed = this.errors.has(key) ? worksheet.getRange(row, column) : undefined;
      this.update();
    });
  }

  /** The errors of all cells; the list before is forgotten. */
  replace(errors: CellError[]): void {
    this.pointed = undefined;
    this.pointedKey = '';
    this.errors = new Map(errors.map(({ sheetId, row, column, message }) => [keyOf(sheetId, row, column), message]));
    this.update();
  }

  /** To be called whenever another cell is selected. */
  update(): void {
    const cell = this.pointed ?? activeCell(this.api);
    const message = cell && this.errors.get(keyOf(cell.getSheetId(), cell.getRow(), cell.getColumn()));
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
    this.spoken.textContent = `Error in ${cell.getA1Notation()}: ${message}`;
  }

  /** Shows it anew: the popup belonged to the workbook shown before. */
  refresh(): void {
    this.pointed = undefined;
    this.pointedKey = '';
    this.clear();
    this.update();
  }

  private clear(): void {
    this.shown?.dispose();
    this.shown = undefined;
    this.shownFor = '';
    this.spoken.textContent = '';
  }
}

function keyOf(sheetId: string, row: number, column: number): string {
  return `${sheetId}!${row},${column}`;
}
