import { checkCellQuota } from './cell-quota';
import type { Line, SheetInfo } from '../../contract/engine';
import type { Environment } from '../base/environment';
import { FilterApplication } from '../rules/filter-application';
import { ServiceError } from '../../contract/service-error';
import { Service } from '../base/service';
import { sheetNumber } from './sheet-id';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Rows, columns and the sheet as a whole; positions count from 1, as scripts count them. */
export abstract class SheetStructure extends Service<Sheet> {
  constructor(
    protected readonly environment: Environment,
    readonly id: string,
  ) {
    super();
  }

  get asGoogle(): Sheet {
    return this.api;
  }

  /** The sheet as it is now; it may have been deleted since the script got hold of it. */
  get info(): SheetInfo {
    const info = this.environment.workbook.findSheet(this.id);
    if (!info) throw new ServiceError(`Sheet ${sheetNumber(this.id)} not found`);
    return info;
  }

  getMaxRows(): number {
    return this.info.rows;
  }

  getMaxColumns(): number {
    return this.info.columns;
  }

  insertRowsAfter(afterPosition: number, howMany: number): Sheet {
    return this.insert('row', afterPosition, howMany, this.info.rows);
  }

  insertRowsBefore(beforePosition: number, howMany: number): Sheet {
    return this.insert('row', beforePosition - 1, howMany, this.info.rows);
  }

  insertRowAfter(afterPosition: number): Sheet {
    return this.insertRowsAfter(afterPosition, 1);
  }

  insertRowBefore(beforePosition: number): Sheet {
    return this.insertRowsBefore(beforePosition, 1);
  }

  insertColumnsAfter(afterPosition: number, howMany: number): Sheet {
    return this.insert('column', afterPosition, howMany, this.info.columns);
  }

  insertColumnsBefore(beforePosition: number, howMany: number): Sheet {
    return this.insert('column', beforePosition - 1, howMany, this.info.columns);
  }

  insertColumnAfter(afterPosition: number): Sheet {
    return this.insertColumnsAfter(afterPosition, 1);
  }

  insertColumnBefore(beforePosition: number): Sheet {
    return this.insertColumnsBefore(beforePosition, 1);
  }

  deleteRows(position: number, howMany: number): void {
    this.delete('row', position, howMany, this.info.rows);
  }

  deleteRow(position: number): Sheet {
    this.deleteRows(position, 1);
    return this.api;
  }

  deleteColumns(position: number, howMany: number): void {
    this.delete('column', position, howMany, this.info.columns);
  }

  deleteColumn(position: number): Sheet {
    this.deleteColumns(position, 1);
    return this.api;
  }

  moveRows(rows: Range, destination: number): void {
    this.moveLines('row', rows.getRow(), rows.getNumRows(), destination);
  }

  moveColumns(columns: Range, destination: number): void {
    this.moveLines('column', columns.getColumn(), columns.getNumColumns(), destination);
  }

  getFrozenRows(): number {
    return this.info.frozenRows;
  }

  getFrozenColumns(): number {
    return this.info.frozenColumns;
  }

  setFrozenRows(rows: number): void {
    this.freeze(rows, this.info.frozenColumns);
  }

  setFrozenColumns(columns: number): void {
    this.freeze(this.info.frozenRows, columns);
  }

  setColumnWidth(column: number, width: number): Sheet {
    return this.setColumnWidths(column, 1, width);
  }

  setColumnWidths(startColumn: number, howMany: number, width: number): Sheet {
    return this.mutate('sheet.mutation.set-worksheet-col-width', {
      ranges: [this.lines('column', startColumn, howMany)],
      colWidth: width,
    });
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

  setHiddenGridlines(hideGridlines: boolean): Sheet {
    return this.mutate('sheet.mutation.toggle-gridlines', { showGridlines: hideGridlines ? 0 : 1 });
  }

  hasHiddenGridlines(): boolean {
    return this.info.gridlinesHidden;
  }

  hideColumns(column: number, howMany = 1): void {
    this.mutate('sheet.mutation.set-col-hidden', { ranges: [this.lines('column', column, howMany)] });
  }

  showColumns(column: number, howMany = 1): void {
    this.mutate('sheet.mutation.set-col-visible', { ranges: [this.lines('column', column, howMany)] });
  }

  hideRows(row: number, howMany = 1): void {
    this.mutate('sheet.mutation.set-row-hidden', { ranges: [this.lines('row', row, howMany)] });
  }

  showRows(row: number, howMany = 1): void {
    this.mutate('sheet.mutation.set-row-visible', { ranges: [this.lines('row', row, howMany)] });
  }

  isColumnHiddenByUser(column: number): boolean {
    return this.environment.workbook.engine.isLineHidden(this.id, 'column', column - 1);
  }

  isRowHiddenByUser(row: number): boolean {
    return this.environment.workbook.engine.isLineHidden(this.id, 'row', row - 1);
  }

  hideSheet(): Sheet {
    const shown = this.environment.workbook.sheets().filter((sheet) => !sheet.hidden && sheet.id !== this.id);
    if (shown.length === 0) throw new ServiceError("You can't hide all the sheets in a document.");
    return this.mutate('sheet.mutation.set-worksheet-hidden', { hidden: 1 });
  }

  showSheet(): Sheet {
    return this.mutate('sheet.mutation.set-worksheet-hidden', { hidden: 0 });
  }

  isSheetHidden(): boolean {
    return this.info.hidden;
  }

  setTabColor(color: string | null): Sheet {
    return this.mutate('sheet.mutation.set-tab-color', { color: color ?? '' });
  }

  setName(name: string): Sheet {
    const taken = this.environment.workbook.sheets().find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    if (taken && taken.id !== this.id) {
      throw new ServiceError(`A sheet with the name "${name}" already exists. Please enter another name.`);
    }
    this.environment.workbook.move(this.id, (engine) => {
      engine.execute('sheet.command.set-worksheet-name', {
        unitId: engine.workbookId(),
        subUnitId: this.id,
        name: String(name),
      });
    });
    return this.api;
  }

  private insert(line: Line, before: number, howMany: number, existing: number): Sheet {
    if (!(before >= 0 && before <= existing && howMany >= 1)) {
      throw new ServiceError(`Those ${line}s are out of bounds.`);
    }
    const { workbook } = this.environment;
    checkCellQuota(workbook, howMany * (line === 'row' ? this.info.columns : this.info.rows));
    workbook.move(this.id, (engine) => engine.insertLines(this.id, line, before, howMany));
    return this.api;
  }

  private delete(line: Line, position: number, howMany: number, existing: number): void {
    if (!(position >= 1 && howMany >= 1 && position + howMany - 1 <= existing)) {
      throw new ServiceError(`Those ${line}s are out of bounds.`);
    }
    if (howMany === existing) throw new ServiceError(`You can't delete all the ${line}s on the sheet.`);
    const { workbook } = this.environment;
    const change = (): void =>
      workbook.move(this.id, (engine) => engine.deleteLines(this.id, line, position - 1, howMany));
    if (line === 'column') change();
    else new FilterApplication(this.environment, this.id).lift(change);
  }

  private moveLines(line: Line, first: number, count: number, destination: number): void {
    this.environment.workbook.move(this.id, (engine) =>
      engine.moveLines(this.id, line, first - 1, count, destination - 1),
    );
  }

  private freeze(rows: number, columns: number): void {
    this.mutate('sheet.mutation.set-frozen', {
      startRow: rows || -1,
      startColumn: columns || -1,
      ySplit: rows,
      xSplit: columns,
    });
  }

  private lines(line: Line, first: number, count: number): Record<string, number> {
    const { rows, columns } = this.info;
    const [start, end] = [first - 1, first + count - 2];
    return line === 'row'
      ? { startRow: start, endRow: end, startColumn: 0, endColumn: columns - 1 }
      : { startRow: 0, endRow: rows - 1, startColumn: start, endColumn: end };
  }

  private mutate(id: string, params: Record<string, unknown>): Sheet {
    this.environment.workbook.execute(id, { subUnitId: this.info.id, ...params });
    return this.api;
  }
}
