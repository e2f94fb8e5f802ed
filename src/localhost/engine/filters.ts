import type { Injector } from '@univerjs/core';
import { type FilterModel, SheetsFilterService } from '@univerjs/sheets-filter';
import type { SheetFilter } from '../contract/engine';

/** The filters of the sheets. */
export class Filters {
  constructor(
    private readonly injector: Injector,
    private readonly workbookId: string,
  ) {}

  ofSheet(sheetId: string): SheetFilter | undefined {
    const model = this.model(sheetId);
    if (!model) return undefined;
    const { startRow, endRow, startColumn, endColumn } = model.getRange();
    return {
      area: { row: startRow, column: startColumn, rows: endRow - startRow + 1, columns: endColumn - startColumn + 1 },
      criteria: model.getAllFilterColumns().map(([column, filter]) => [column, { ...filter.serialize() }]),
    };
  }

  isRowFiltered(sheetId: string, row: number): boolean {
    return this.model(sheetId)?.isRowFiltered(row) ?? false;
  }

  private model(sheetId: string): FilterModel | null {
    return this.injector.get(SheetsFilterService).getFilterModel(this.workbookId, sheetId) ?? null;
  }
}
