import { checkCellQuota } from '../sheet/cell-quota';
import { ServiceError } from '../../contract/service-error';
import { type CallTable, own } from '../base/service';
import { SheetService } from '../sheet/sheet';
import { sheetNumber } from '../../notation/sheet-number';
import { newSheetId } from '../sheet/sheet-id';
import { SpreadsheetBase } from './spreadsheet-base';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const sheetCalls = {
  deleteActiveSheet: 'write',
  deleteSheet: 'write',
  duplicateActiveSheet: 'write',
  getActiveSheet: 'other',
  getNumSheets: 'handle',
  getSheetById: 'handle',
  getSheetByName: 'handle',
  getSheets: 'handle',
  insertSheet: 'write',
  moveActiveSheet: 'write',
  renameActiveSheet: 'write',
  setActiveSheet: 'other',
} as const satisfies CallTable<Spreadsheet>;

/** Rows and columns of a new sheet, as in Sheets. */
const NEW_SHEET = { rowCount: 1000, columnCount: 26 };

/** The sheets of the workbook. */
export abstract class SpreadsheetSheets extends SpreadsheetBase {
  getSheets(): Sheet[] {
    return this.environment.workbook.sheets().map((sheet) => this.sheet(sheet.id).asGoogle);
  }

  getNumSheets(): number {
    return this.environment.workbook.sheets().length;
  }

  getSheetByName(name: string): Sheet | null {
    const found = this.environment.workbook.sheets().find((sheet) => sheet.name === name);
    return found ? this.sheet(found.id).asGoogle : null;
  }

  getSheetById(id: number): Sheet | null {
    const found = this.environment.workbook.sheets().find((sheet) => sheetNumber(sheet.id) === id);
    return found ? this.sheet(found.id).asGoogle : null;
  }

  insertSheet(...args: unknown[]): Sheet {
    const { workbook } = this.environment;
    const sheets = workbook.sheets();
    const name = args.find((arg) => typeof arg === 'string') as string | undefined;
    const index = args.find((arg) => typeof arg === 'number') as number | undefined;
    if (name !== undefined && sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) {
      throw new ServiceError(`A sheet with the name "${name}" already exists. Please enter another name.`);
    }
    if (args.some((arg) => typeof arg === 'object')) {
      throw new ServiceError('Spreadsheet.insertSheet with a template is not part of this local spreadsheet.');
    }
    checkCellQuota(workbook, NEW_SHEET.rowCount * NEW_SHEET.columnCount);
    const id = newSheetId((candidate) => sheets.some((sheet) => sheet.id === candidate));
    workbook.execute('sheet.command.insert-sheet', {
      index: index ?? this.activeIndex + 1,
      sheet: { id, name: name ?? this.unusedSheetName(), ...NEW_SHEET },
    });
    const sheet = this.sheet(id);
    sheet.activate();
    return sheet.asGoogle;
  }

  deleteSheet(sheet: unknown): void {
    const { id } = own(SheetService, sheet, 'SpreadsheetApp.Spreadsheet.deleteSheet');
    const { workbook } = this.environment;
    if (workbook.sheets().length === 1) throw new ServiceError("You can't remove all the sheets in a document.");
    const neighbour = workbook.sheets().find((other) => other.id !== id)!;
    workbook.move(neighbour.id, (engine) => {
      engine.execute('sheet.command.remove-sheet', { unitId: engine.workbookId(), subUnitId: id });
    });
  }

  getActiveSheet(): Sheet {
    return this.sheet(this.activeId).asGoogle;
  }

  setActiveSheet(sheet: unknown): Sheet {
    return own(SheetService, sheet, 'SpreadsheetApp.Spreadsheet.setActiveSheet').activate();
  }

  moveActiveSheet(position: number): void {
    const { workbook } = this.environment;
    workbook.execute('sheet.command.set-worksheet-order', { subUnitId: this.activeId, order: position - 1 });
  }

  /** The copy stands behind the active sheet and becomes the active one. */
  duplicateActiveSheet(): Sheet {
    const position = this.activeIndex + 2;
    const copy = this.getActiveSheet().copyTo(this.api).activate();
    this.moveActiveSheet(position);
    return copy;
  }

  deleteActiveSheet(): Sheet {
    this.deleteSheet(this.sheet(this.activeId));
    return this.getActiveSheet();
  }

  renameActiveSheet(newName: string): void {
    this.getActiveSheet().setName(newName);
  }

  private unusedSheetName(): string {
    const names = this.environment.workbook.sheets().map((sheet) => sheet.name);
    let number = names.length;
    while (names.includes(`Sheet${number}`)) number++;
    return `Sheet${number}`;
  }
}
