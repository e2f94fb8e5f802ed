import { colorGiven } from '../base/colors';
import { ServiceError } from '../../contract/service-error';
import { sheetNumber } from '../../notation/sheet-number';
import { enums } from '../base/enums';
import type { CallTable } from '../base/service';
import { SheetBase } from './sheet-base';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const tabCalls = {
  getFrozenColumns: 'read',
  getFrozenRows: 'read',
  getIndex: 'handle',
  getName: 'handle',
  getParent: 'handle',
  getSheetId: 'handle',
  getSheetName: 'handle',
  getTabColor: 'read',
  getType: 'handle',
  hasHiddenGridlines: 'read',
  hideSheet: 'write',
  isSheetHidden: 'read',
  setFrozenColumns: 'write',
  setFrozenRows: 'write',
  setHiddenGridlines: 'write',
  setName: 'write',
  setTabColor: 'write',
  showSheet: 'write',
} as const satisfies CallTable<Sheet & { getTabColor(): string | null }>;

/** The tab: its name, place and colour, whether it is hidden, and what stays in sight. */
export abstract class SheetTab extends SheetBase {
  getName(): string {
    return this.info.name;
  }

  getSheetName(): string {
    return this.getName();
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

  getSheetId(): number {
    return sheetNumber(this.id);
  }

  getIndex(): number {
    return this.environment.workbook.sheets().findIndex((sheet) => sheet.id === this.id) + 1;
  }

  getParent(): GoogleAppsScript.Spreadsheet.Spreadsheet {
    return this.environment.spreadsheet();
  }

  getType(): GoogleAppsScript.Spreadsheet.SheetType {
    const type: unknown = enums.SheetType.value('GRID');
    return type as GoogleAppsScript.Spreadsheet.SheetType;
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

  getTabColor(): string | null {
    return this.environment.workbook.engine.tabColor(this.id) ?? null;
  }

  setTabColor(color: string | null): Sheet {
    return this.mutate('sheet.mutation.set-tab-color', { color: colorGiven(color) ?? '' });
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

  private freeze(rows: number, columns: number): void {
    this.mutate('sheet.mutation.set-frozen', {
      startRow: rows || -1,
      startColumn: columns || -1,
      ySplit: rows,
      xSplit: columns,
    });
  }

  setHiddenGridlines(hideGridlines: boolean): Sheet {
    return this.mutate('sheet.mutation.toggle-gridlines', { showGridlines: hideGridlines ? 0 : 1 });
  }

  hasHiddenGridlines(): boolean {
    return this.info.gridlinesHidden;
  }
}
