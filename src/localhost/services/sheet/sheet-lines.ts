import { checkCellQuota } from './cell-quota';
import type { Line } from '../../contract/engine';
import { FilterApplication } from '../rules/filter-application';
import { ServiceError } from '../../contract/service-error';
import type { CallTable } from '../base/service';
import { SheetBase } from './sheet-base';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

export const lineCalls = {
  deleteColumn: 'write',
  deleteColumns: 'write',
  deleteRow: 'write',
  deleteRows: 'write',
  getMaxColumns: 'read',
  getMaxRows: 'read',
  insertColumnAfter: 'write',
  insertColumnBefore: 'write',
  insertColumns: 'write',
  insertColumnsAfter: 'write',
  insertColumnsBefore: 'write',
  insertRowAfter: 'write',
  insertRowBefore: 'write',
  insertRows: 'write',
  insertRowsAfter: 'write',
  insertRowsBefore: 'write',
  moveColumns: 'write',
  moveRows: 'write',
} as const satisfies CallTable<Sheet>;

/** Rows and columns: how many there are, and where. */
export abstract class SheetLines extends SheetBase {
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

  insertRows(rowIndex: number, numRows = 1): void {
    this.insertRowsBefore(rowIndex, numRows);
  }

  insertColumns(columnIndex: number, numColumns = 1): void {
    this.insertColumnsBefore(columnIndex, numColumns);
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
}
