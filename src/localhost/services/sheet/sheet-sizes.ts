import type { CallTable } from '../base/service';
import { SheetBase } from './sheet-base';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

export const sizeCalls = {
  autoResizeColumn: 'write',
  autoResizeColumns: 'write',
  autoResizeRows: 'write',
  getColumnWidth: 'read',
  getRowHeight: 'read',
  hideColumn: 'write',
  hideColumns: 'write',
  hideRow: 'write',
  hideRows: 'write',
  isColumnHiddenByUser: 'read',
  isRowHiddenByUser: 'read',
  setColumnWidth: 'write',
  setColumnWidths: 'write',
  setRowHeight: 'write',
  setRowHeights: 'write',
  setRowHeightsForced: 'write',
  showColumns: 'write',
  showRows: 'write',
  unhideColumn: 'write',
  unhideRow: 'write',
} as const satisfies CallTable<Sheet>;

/** Pixels of a character and of what stands around a text: nobody here can measure a font. */
const CHARACTER = 7;

const PADDING = 17;

const NARROWEST = 21;

const ROW_HEIGHT = 21;

/** How high and wide rows and columns are, and which are hidden. */
export abstract class SheetSizes extends SheetBase {
  setColumnWidth(column: number, width: number): Sheet {
    return this.setColumnWidths(column, 1, width);
  }

  setColumnWidths(startColumn: number, howMany: number, width: number): Sheet {
    return this.mutate('sheet.mutation.set-worksheet-col-width', {
      ranges: [this.lines('column', startColumn, howMany)],
      colWidth: width,
    });
  }

  getColumnWidth(column: number): number {
    return this.environment.workbook.engine.columnWidth(this.id, column - 1);
  }

  setRowHeight(row: number, height: number): Sheet {
    return this.setRowHeights(row, 1, height);
  }

  /** Rows with a text that needs more room grow when a page shows them, as in Sheets. */
  setRowHeights(startRow: number, howMany: number, height: number): Sheet {
    return this.mutate('sheet.mutation.set-worksheet-row-height', {
      ranges: [this.lines('row', startRow, howMany)],
      rowHeight: height,
    });
  }

  setRowHeightsForced(startRow: number, howMany: number, height: number): Sheet {
    this.setRowHeights(startRow, howMany, height);
    return this.mutate('sheet.mutation.set-worksheet-row-is-auto-height', {
      ranges: [this.lines('row', startRow, howMany)],
      autoHeightInfo: 0,
    });
  }

  getRowHeight(row: number): number {
    return this.environment.workbook.engine.rowHeight(this.id, row - 1);
  }

  autoResizeColumn(column: number): Sheet {
    return this.autoResizeColumns(column, 1);
  }

  /** Widths follow from the number of characters. */
  autoResizeColumns(startColumn: number, howMany: number): Sheet {
    const { workbook } = this.environment;
    const { rows } = workbook.extent(this.id);
    for (let column = startColumn; column < startColumn + howMany; column++) {
      const texts = workbook.displayed(this.id, { row: 0, column: column - 1, rows, columns: 1 });
      const longest = Math.max(0, ...texts.flat().flatMap((text) => text.split('\n').map((line) => line.length)));
      this.setColumnWidth(column, Math.max(NARROWEST, longest * CHARACTER + PADDING));
    }
    return this.api;
  }

  autoResizeRows(startRow: number, howMany: number): Sheet {
    const { workbook } = this.environment;
    const { columns } = workbook.extent(this.id);
    for (let row = startRow; row < startRow + howMany; row++) {
      const [texts = []] = workbook.displayed(this.id, { row: row - 1, column: 0, rows: 1, columns });
      this.setRowHeight(row, ROW_HEIGHT * Math.max(1, ...texts.map((text) => text.split('\n').length)));
    }
    return this.api;
  }

  hideColumns(column: number, howMany = 1): void {
    this.mutate('sheet.mutation.set-col-hidden', { ranges: [this.lines('column', column, howMany)] });
  }

  showColumns(column: number, howMany = 1): void {
    this.mutate('sheet.mutation.set-col-visible', { ranges: [this.lines('column', column, howMany)] });
  }

  hideColumn(columns: Range): void {
    this.hideColumns(columns.getColumn(), columns.getNumColumns());
  }

  unhideColumn(columns: Range): void {
    this.showColumns(columns.getColumn(), columns.getNumColumns());
  }

  hideRows(row: number, howMany = 1): void {
    this.mutate('sheet.mutation.set-row-hidden', { ranges: [this.lines('row', row, howMany)] });
  }

  showRows(row: number, howMany = 1): void {
    this.mutate('sheet.mutation.set-row-visible', { ranges: [this.lines('row', row, howMany)] });
  }

  hideRow(rows: Range): void {
    this.hideRows(rows.getRow(), rows.getNumRows());
  }

  unhideRow(rows: Range): void {
    this.showRows(rows.getRow(), rows.getNumRows());
  }

  isColumnHiddenByUser(column: number): boolean {
    return this.environment.workbook.engine.isLineHidden(this.id, 'column', column - 1);
  }

  isRowHiddenByUser(row: number): boolean {
    return this.environment.workbook.engine.isLineHidden(this.id, 'row', row - 1);
  }
}
