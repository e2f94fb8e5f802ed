import { FilterService } from './filter';
import type { CallTable } from './service';
import { SheetStructure } from './sheet-structure';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const outlineCalls = {
  getFilter: 'read',
  isRowHiddenByFilter: 'read',
} as const satisfies CallTable<Sheet>;

/** The filter of a sheet. */
export abstract class SheetOutline extends SheetStructure {
  getFilter(): GoogleAppsScript.Spreadsheet.Filter | null {
    return FilterService.ofSheet(this.environment, this.id);
  }

  isRowHiddenByFilter(rowPosition: number): boolean {
    return this.environment.workbook.engine.isRowFiltered(this.id, rowPosition - 1);
  }
}
