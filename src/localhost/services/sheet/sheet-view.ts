import { enums } from '../base/enums';
import { namedRanges } from '../range/named-ranges';
import { RangeBase } from '../base/range-base';
import { type CallTable, own } from '../base/service';
import { SheetOutline, outlineCalls } from './sheet-outline';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

export const viewCalls = {
  ...outlineCalls,
  autoResizeColumn: 'write',
  autoResizeColumns: 'write',
  autoResizeRows: 'write',
  getActiveCell: 'other',
  getActiveRange: 'other',
  getColumnWidth: 'read',
  getCurrentCell: 'other',
  getNamedRanges: 'read',
  getRowHeight: 'read',
  getTabColor: 'read',
  getType: 'handle',
  hideColumn: 'write',
  hideRow: 'write',
  insertColumns: 'write',
  insertRows: 'write',
  setActiveRange: 'other',
  setActiveSelection: 'other',
  setCurrentCell: 'other',
  unhideColumn: 'write',
  unhideRow: 'write',
} as const satisfies CallTable<Sheet & { getTabColor(): string | null }>;

/** Pixels of a character and of what stands around a text: nobody here can measure a font. */
const CHARACTER = 7;
const PADDING = 17;
const NARROWEST = 21;
const ROW_HEIGHT = 21;

/** How a sheet is looked at: sizes, what is hidden, what is selected. */
export abstract class SheetView extends SheetOutline {
  getColumnWidth(column: number): number {
    return this.environment.workbook.engine.columnWidth(this.id, column - 1);
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

  getTabColor(): string | null {
    return this.environment.workbook.engine.tabColor(this.id) ?? null;
  }

  getType(): GoogleAppsScript.Spreadsheet.SheetType {
    const type: unknown = enums.SheetType.value('GRID');
    return type as GoogleAppsScript.Spreadsheet.SheetType;
  }

  hideColumn(columns: Range): void {
    this.hideColumns(columns.getColumn(), columns.getNumColumns());
  }

  unhideColumn(columns: Range): void {
    this.showColumns(columns.getColumn(), columns.getNumColumns());
  }

  hideRow(rows: Range): void {
    this.hideRows(rows.getRow(), rows.getNumRows());
  }

  unhideRow(rows: Range): void {
    this.showRows(rows.getRow(), rows.getNumRows());
  }

  insertRows(rowIndex: number, numRows = 1): void {
    this.insertRowsBefore(rowIndex, numRows);
  }

  insertColumns(columnIndex: number, numColumns = 1): void {
    this.insertColumnsBefore(columnIndex, numColumns);
  }

  getNamedRanges(): GoogleAppsScript.Spreadsheet.NamedRange[] {
    return namedRanges(this.environment)
      .filter((name) => name.sheetName === this.info.name)
      .map((name) => name.asGoogle);
  }

  getActiveRange(): Range {
    const selection = this.environment.selection();
    return this.asGoogle.getRange(selection?.sheetId === this.id ? selection.a1 : 'A1');
  }

  getActiveCell(): Range {
    return this.getActiveRange().getCell(1, 1);
  }

  getCurrentCell(): Range {
    return this.getActiveCell();
  }

  setActiveRange(range: unknown): Range {
    return own(RangeBase, range, 'SpreadsheetApp.Sheet.setActiveRange').asGoogle.activate();
  }

  setActiveSelection(range: unknown): Range {
    return typeof range === 'string' ? this.asGoogle.getRange(range).activate() : this.setActiveRange(range);
  }

  setCurrentCell(cell: unknown): Range {
    return this.setActiveRange(cell);
  }
}
