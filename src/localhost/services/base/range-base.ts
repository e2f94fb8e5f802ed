import { a1Of, quotedSheetName } from '../../notation/a1';
import type { Area, SheetInfo } from '../../contract/engine';
import type { BookEnvironment } from './environment';
import { ServiceError } from '../../contract/service-error';
import { Service } from './service';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** Older names that Google still knows and old scripts use. */
export interface OlderNames {
  getColumnIndex(): number;
  getFontColor(): string;
  setBackgroundColor(color: string): Range;
  setBackgroundColors(colors: string[][]): Range;
}

/** What a range asks of its sheet. */
export interface SheetOfRange {
  readonly id: string;
  /** The sheet as it is now. */
  readonly info: SheetInfo;
  readonly asGoogle: GoogleAppsScript.Spreadsheet.Sheet;
}

/** Where a range lies; rows and columns count from 1, as scripts count them. */
export abstract class RangeBase extends Service<Range> {
  constructor(
    protected readonly environment: BookEnvironment,
    protected readonly sheet: SheetOfRange,
    protected readonly row: number,
    protected readonly column: number,
    protected readonly rows: number,
    protected readonly columns: number,
  ) {
    super();
  }

  /** The range as formulas name it: `Log!$A$1:$B$2`. */
  get reference(): string {
    const absolute = this.getA1Notation().replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    return `${quotedSheetName(this.sheet.info.name)}!${absolute}`;
  }

  isIn(workbook: BookEnvironment['workbook']): boolean {
    return this.environment.workbook === workbook;
  }

  get asGoogle(): Range {
    return this.api;
  }

  /** The same cells in the engine's counting. */
  get area(): Area {
    return { row: this.row - 1, column: this.column - 1, rows: this.rows, columns: this.columns };
  }

  protected get firstCell(): Area {
    return { ...this.area, rows: 1, columns: 1 };
  }

  get sheetId(): string {
    return this.sheet.id;
  }

  /** Undocumented, and yet used by many a script for the range of an edit. */
  get rowStart(): number {
    return this.row;
  }

  get rowEnd(): number {
    return this.getLastRow();
  }

  get columnStart(): number {
    return this.column;
  }

  get columnEnd(): number {
    return this.getLastColumn();
  }

  getRow(): number {
    return this.row;
  }

  getRowIndex(): number {
    return this.row;
  }

  /** An older name of `getColumn`. */
  getColumnIndex(): number {
    return this.column;
  }

  getColumn(): number {
    return this.column;
  }

  getNumRows(): number {
    return this.rows;
  }

  getHeight(): number {
    return this.rows;
  }

  getNumColumns(): number {
    return this.columns;
  }

  getWidth(): number {
    return this.columns;
  }

  getLastRow(): number {
    return this.row + this.rows - 1;
  }

  getLastColumn(): number {
    return this.column + this.columns - 1;
  }

  getA1Notation(): string {
    return a1Of(this.row, this.column, this.rows, this.columns);
  }

  getSheet(): GoogleAppsScript.Spreadsheet.Sheet {
    return this.sheet.asGoogle;
  }

  getGridId(): number {
    return this.sheet.asGoogle.getSheetId();
  }

  offset(rowOffset: number, columnOffset: number, rows = this.rows, columns = this.columns): Range {
    return this.sheet.asGoogle.getRange(this.row + rowOffset, this.column + columnOffset, rows, columns);
  }

  getCell(row: number, column: number): Range {
    if (row < 1 || column < 1 || row > this.rows || column > this.columns) {
      throw new ServiceError('Cell reference out of range');
    }
    return this.sheet.asGoogle.getRange(this.row + row - 1, this.column + column - 1);
  }

  /** Calls `each` for every cell, with the engine's row and column and the place within the range. */
  protected eachCell(each: (row: number, column: number, i: number, j: number) => void): void {
    const { row, column, rows, columns } = this.area;
    for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) each(row + i, column + j, i, j);
  }

  /** Google's complaint about a table that does not fit. */
  protected checkSize(values: unknown): asserts values is unknown[][] {
    if (!Array.isArray(values) || !values.every((row) => Array.isArray(row))) {
      throw new ServiceError(
        "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
      );
    }
    if (values.length !== this.rows) {
      throw new ServiceError(
        `The number of rows in the data does not match the number of rows in the range. ` +
          `The data has ${values.length} but the range has ${this.rows}.`,
      );
    }
    for (const row of values as unknown[][]) {
      if (row.length === this.columns) continue;
      throw new ServiceError(
        `The number of columns in the data does not match the number of columns in the range. ` +
          `The data has ${row.length} but the range has ${this.columns}.`,
      );
    }
  }

  protected table<T>(value: T): T[][] {
    return Array.from({ length: this.rows }, () => Array.from({ length: this.columns }, () => value));
  }
}
