import { refuseInvalid } from '../rules/rejections';
import type { CallTable } from '../base/service';
import type { Area } from '../../contract/engine';
import { patchFor } from '../../workbook/typed-values';
import type { RangeService } from '../range/range';
import { sortArea, sortRules } from '../rules/sort';
import { TextFinderService } from '../range/text-finder';
import { SheetBase } from './sheet-base';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

export const contentCalls = {
  appendRow: 'write',
  clear: 'write',
  clearContents: 'write',
  clearFormats: 'write',
  clearNotes: 'write',
  createTextFinder: 'handle',
  getDataRange: 'read',
  getLastColumn: 'read',
  getLastRow: 'read',
  getSheetValues: 'read',
  sort: 'write',
} as const satisfies CallTable<Sheet>;

/** What the cells of a sheet hold, as a whole. */
export abstract class SheetContents extends SheetBase {
  getLastRow(): number {
    return this.environment.workbook.extent(this.id).rows;
  }

  getLastColumn(): number {
    return this.environment.workbook.extent(this.id).columns;
  }

  getDataRange(): Range {
    const { rows, columns } = this.environment.workbook.extent(this.id);
    return this.api.getRange(1, 1, Math.max(1, rows), Math.max(1, columns));
  }

  getSheetValues(startRow: number, startColumn: number, numRows: number, numColumns: number): unknown[][] {
    return this.range(startRow, startColumn, numRows, numColumns).getValues();
  }

  createTextFinder(findText: string): GoogleAppsScript.Spreadsheet.TextFinder {
    const { rows, columns } = this.environment.workbook.extent(this.id);
    const searched = this.range(1, 1, Math.max(1, rows), Math.max(1, columns));
    return new TextFinderService(this.environment, [searched], String(findText)).asGoogle;
  }

  appendRow(values: unknown[]): Sheet {
    const { workbook } = this.environment;
    const row = this.getLastRow();
    const missingColumns = values.length - this.info.columns;
    if (missingColumns > 0) this.api.insertColumnsAfter(this.info.columns, missingColumns);
    if (row >= this.info.rows) this.api.insertRowsAfter(this.info.rows, 1);
    const [patterns = []] = workbook.patterns(this.id, { row, column: 0, rows: 1, columns: values.length });
    const patches = values.map((value, column) => patchFor(value, patterns[column] ?? '', workbook));
    refuseInvalid(this.environment, this.id, { row, column: 0, rows: 1, columns: values.length }, [patches]);
    patches.forEach((patch, column) => workbook.patch(this.id, row, column, patch));
    return this.api;
  }

  clear(options?: Partial<Record<'contentsOnly' | 'formatOnly', boolean | undefined>>): Sheet {
    const { contentsOnly, formatOnly } = options ?? {};
    if (!formatOnly) this.clearContents();
    if (!contentsOnly) this.clearFormats();
    return this.api;
  }

  clearContents(): Sheet {
    const { rows, columns } = this.environment.workbook.extent(this.id);
    if (rows > 0) this.range(1, 1, rows, columns).clearContent();
    return this.api;
  }

  clearFormats(): Sheet {
    this.whole.clearFormat();
    return this.api;
  }

  clearNotes(): Sheet {
    const { rows, columns } = this.environment.workbook.extent(this.id);
    if (rows > 0) this.range(1, 1, rows, columns).clearNote();
    return this.api;
  }

  sort(columnPosition: number, ascending = true): Sheet {
    const { rows, columns } = this.environment.workbook.extent(this.id);
    const first = this.api.getFrozenRows() + 1;
    if (rows <= first) return this.api;
    const area: Area = { row: first - 1, column: 0, rows: rows - first + 1, columns };
    const rules = sortRules({ column: columnPosition, ascending }, 1, columns);
    sortArea(this.environment, this.id, area, rules);
    return this.api;
  }

  private get whole(): RangeService {
    return this.range(1, 1, this.info.rows, this.info.columns);
  }
}
