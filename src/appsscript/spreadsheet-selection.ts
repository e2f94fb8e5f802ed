import type { SelectedCells } from '../actions/workbook';
import type { Cell } from '../schema/column';
import { columnLetters } from '../schema/formula';
import { makeRoom } from './sheet-size';

/** What a person has selected in Google Sheets. */
export class SpreadsheetSelection implements SelectedCells {
  private readonly sheet: GoogleAppsScript.Spreadsheet.Sheet;
  readonly row: number;
  readonly column: number;

  constructor(private readonly range: GoogleAppsScript.Spreadsheet.Range) {
    this.sheet = range.getSheet();
    this.row = range.getRow();
    this.column = range.getColumn();
  }

  get tabName(): string {
    return this.sheet.getName();
  }

  get a1(): string {
    return this.range.getA1Notation();
  }

  read(rows: number, columns: number): Cell[][] {
    const { sheet, row: first, column: left } = this;
    const block = this.block(
      Math.min(rows, sheet.getMaxRows() - first + 1),
      Math.min(columns, sheet.getMaxColumns() - left + 1),
    );
    const values = block.getValues() as Cell[][];
    return block.getFormulas().map((line, row) => line.map((formula, column) => formula || values[row]![column]!));
  }

  write(cells: readonly (readonly Cell[])[], days: readonly (readonly [row: number, column: number])[]): void {
    const { sheet, row, column } = this;
    makeRoom(sheet, row + cells.length - 1, column + cells[0]!.length - 1, false);
    this.block(cells.length, cells[0]!.length).setValues(cells.map((line) => [...line]));
    if (days.length === 0) return;
    const addresses = days.map(([down, right]) => `${columnLetters(column + right)}${row + down}`);
    sheet.getRangeList(addresses).setNumberFormat('yyyy-mm-dd');
  }

  private block(rows: number, columns: number): GoogleAppsScript.Spreadsheet.Range {
    return this.sheet.getRange(this.row, this.column, rows, columns);
  }
}
