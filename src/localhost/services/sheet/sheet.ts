import { readA1 } from '../../notation/a1';
import { Bandings } from '../../workbook/banding';
import type { Area } from '../../contract/engine';
import { adoptOutlines } from '../../workbook/outline';
import { patchFor } from '../../workbook/typed-values';
import { ChartStore } from '../../workbook/chart-store';
import { formatsOf, setFormats } from '../rules/conditional-format-rules';
import { FinderService, MetadataService, addMetadata } from '../rules/metadata';
import { MetadataStore } from '../../workbook/metadata-store';
import { changeBySheetCall, requireEdit } from '../base/permission';
import { ProtectionService } from '../rules/protection';
import { RangeService } from '../range/range';
import { RangeListService } from '../range/range-list';
import { checkCellQuota } from './cell-quota';
import { ServiceError } from '../../contract/service-error';
import type { CallTable, ServiceDefinition } from '../base/service';
import { sheetNumber } from './sheet-id';
import { SheetCharts } from '../charts/sheet-charts';
import { SheetView, viewCalls } from './sheet-view';
import { sortArea, sortRules } from '../rules/sort';
import { TextFinderService } from '../range/text-finder';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

const calls = {
  ...viewCalls,
  createTextFinder: 'handle',
  getSheetValues: 'read',
  activate: 'other',
  addDeveloperMetadata: 'write',
  appendRow: 'write',
  clear: 'write',
  clearConditionalFormatRules: 'write',
  clearContents: 'write',
  clearFormats: 'write',
  clearNotes: 'write',
  copyTo: 'write',
  createDeveloperMetadataFinder: 'handle',
  deleteColumn: 'write',
  deleteColumns: 'write',
  deleteRow: 'write',
  deleteRows: 'write',
  getCharts: 'read',
  getConditionalFormatRules: 'read',
  getDataRange: 'read',
  getDeveloperMetadata: 'read',
  getFrozenColumns: 'read',
  getFrozenRows: 'read',
  getIndex: 'handle',
  getLastColumn: 'read',
  getLastRow: 'read',
  getMaxColumns: 'read',
  getMaxRows: 'read',
  getName: 'handle',
  getParent: 'handle',
  getProtections: 'read',
  getRange: 'handle',
  getRangeList: 'handle',
  getSheetId: 'handle',
  getSheetName: 'handle',
  hasHiddenGridlines: 'read',
  hideColumns: 'write',
  hideRows: 'write',
  hideSheet: 'write',
  insertChart: 'write',
  insertColumnAfter: 'write',
  insertColumnBefore: 'write',
  insertColumnsAfter: 'write',
  insertColumnsBefore: 'write',
  insertRowAfter: 'write',
  insertRowBefore: 'write',
  insertRowsAfter: 'write',
  insertRowsBefore: 'write',
  isColumnHiddenByUser: 'read',
  isRowHiddenByUser: 'read',
  isSheetHidden: 'read',
  moveColumns: 'write',
  moveRows: 'write',
  newChart: 'handle',
  protect: 'write',
  removeChart: 'write',
  setColumnWidth: 'write',
  setColumnWidths: 'write',
  setConditionalFormatRules: 'write',
  setFrozenColumns: 'write',
  setFrozenRows: 'write',
  setHiddenGridlines: 'write',
  setName: 'write',
  setRowHeight: 'write',
  setRowHeights: 'write',
  setRowHeightsForced: 'write',
  setTabColor: 'write',
  showColumns: 'write',
  showRows: 'write',
  showSheet: 'write',
  sort: 'write',
  updateChart: 'write',
} as const satisfies CallTable<Sheet>;

const definition: ServiceDefinition = { name: 'Sheet', calls };

/** One sheet of the workbook. */
export class SheetService extends SheetView implements Pick<Sheet, keyof typeof calls> {
  readonly definition = definition;

  override beforeWrite(member: string, args: readonly unknown[]): void {
    const change = changeBySheetCall(member, args, this.info, () => this.getLastRow());
    if (change) requireEdit(this.environment, this.id, change);
  }

  getName(): string {
    return this.info.name;
  }

  getSheetName(): string {
    return this.getName();
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

  activate(): Sheet {
    this.environment.select({ sheetId: this.id, a1: 'A1' });
    return this.api;
  }

  getRange(from: number | string, column?: number, rows = 1, columns = 1): Range {
    return this.range(from, column, rows, columns).asGoogle;
  }

  getRangeList(addresses: string[]): GoogleAppsScript.Spreadsheet.RangeList {
    if (!Array.isArray(addresses) || addresses.length === 0) {
      throw new ServiceError("The parameters don't match the method signature for SpreadsheetApp.Sheet.getRangeList.");
    }
    const list: unknown = new RangeListService(addresses.map((address) => this.range(String(address))));
    return list as GoogleAppsScript.Spreadsheet.RangeList;
  }

  range(from: number | string, column?: number, rows = 1, columns = 1): RangeService {
    if (typeof from === 'string') return this.rangeByName(from);
    if (typeof column !== 'number')
      throw new ServiceError(
        "The parameters (number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
      );
    if (!(from >= 1)) throw new ServiceError('The starting row of the range is too small.');
    if (!(column >= 1)) throw new ServiceError('The starting column of the range is too small.');
    if (!(rows >= 1)) throw new ServiceError('The number of rows in the range must be at least 1.');
    if (!(columns >= 1)) throw new ServiceError('The number of columns in the range must be at least 1.');
    const { rows: maxRows, columns: maxColumns } = this.info;
    const [row, left, height, width] = [from, column, rows, columns].map(Math.trunc) as [
      number,
      number,
      number,
      number,
    ];
    if (row + height - 1 > maxRows || left + width - 1 > maxColumns) {
      throw new ServiceError('The coordinates of the range are outside the dimensions of the sheet.');
    }
    return new RangeService(this.environment, this, row, left, height, width);
  }

  getLastRow(): number {
    return this.environment.workbook.extent(this.id).rows;
  }

  getLastColumn(): number {
    return this.environment.workbook.extent(this.id).columns;
  }

  getDataRange(): Range {
    const { rows, columns } = this.environment.workbook.extent(this.id);
    return this.getRange(1, 1, Math.max(1, rows), Math.max(1, columns));
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
    if (missingColumns > 0) this.insertColumnsAfter(this.info.columns, missingColumns);
    if (row >= this.info.rows) this.insertRowsAfter(this.info.rows, 1);
    const [patterns = []] = workbook.patterns(this.id, { row, column: 0, rows: 1, columns: values.length });
    values.forEach((value, column) => {
      workbook.patch(this.id, row, column, patchFor(value, patterns[column] ?? '', workbook));
    });
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

  getConditionalFormatRules(): GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] {
    return formatsOf(this.environment, this).map((rule) => rule.asGoogle);
  }

  setConditionalFormatRules(rules: unknown): void {
    setFormats(this.environment, this, rules);
  }

  clearConditionalFormatRules(): void {
    setFormats(this.environment, this, []);
  }

  sort(columnPosition: number, ascending = true): Sheet {
    const { rows, columns } = this.environment.workbook.extent(this.id);
    const first = this.getFrozenRows() + 1;
    if (rows <= first) return this.api;
    const area: Area = { row: first - 1, column: 0, rows: rows - first + 1, columns };
    const rules = sortRules({ column: columnPosition, ascending }, 1, columns);
    sortArea(this.environment, this.id, area, rules);
    return this.api;
  }

  /** Copies the sheet within the one workbook there is. */
  copyTo(): Sheet {
    const { workbook } = this.environment;
    const before = new Set(workbook.sheets().map((sheet) => sheet.id));
    checkCellQuota(workbook, this.info.rows * this.info.columns);
    workbook.move(this.id, (engine) => engine.copySheet(this.id));
    const copy = workbook.sheets().find((sheet) => !before.has(sheet.id));
    if (!copy) throw new ServiceError('The sheet could not be copied.');
    new MetadataStore(workbook).adopt(copy.id, this.id);
    new ChartStore(workbook).adopt(copy.id, this.id);
    adoptOutlines(workbook, copy.id, this.id);
    new Bandings(workbook).adopt(copy.id, this.id);
    const service = new SheetService(this.environment, copy.id);
    service.setName(
      unusedName(
        `Copy of ${this.getName()}`,
        workbook.sheets().map((sheet) => sheet.name),
      ),
    );
    return service.asGoogle;
  }

  addDeveloperMetadata(...args: unknown[]): Sheet {
    addMetadata(this.environment, { type: 'SHEET', sheetId: this.info.id }, args);
    return this.api;
  }

  getDeveloperMetadata(): GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
    return new MetadataStore(this.environment.workbook)
      .all()
      .filter(({ place }) => place.type === 'SHEET' && place.sheetId === this.id)
      .map((item) => new MetadataService(this.environment, item).asGoogle);
  }

  createDeveloperMetadataFinder(): GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder {
    return new FinderService(this.environment, this.id).asGoogle;
  }

  protect(): GoogleAppsScript.Spreadsheet.Protection {
    const known = this.environment.protections.all().find(([, { sheetId, area }]) => sheetId === this.id && !area);
    const key = known?.[0] ?? this.environment.protections.add({ sheetId: this.info.id });
    return new ProtectionService(this.environment, key).asGoogle;
  }

  getProtections(type: unknown): GoogleAppsScript.Spreadsheet.Protection[] {
    return ProtectionService.ofSheet(this.environment, this.id, type);
  }

  newChart(): GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder {
    return this.charts.builder();
  }

  getCharts(): GoogleAppsScript.Spreadsheet.EmbeddedChart[] {
    return this.charts.all();
  }

  insertChart(chart: unknown): void {
    this.charts.insert(chart);
  }

  updateChart(chart: unknown): void {
    this.charts.update(chart);
  }

  removeChart(chart: unknown): void {
    this.charts.remove(chart);
  }

  private get charts(): SheetCharts {
    return new SheetCharts(this.environment, this.info.id);
  }

  private get whole(): RangeService {
    return this.range(1, 1, this.info.rows, this.info.columns);
  }

  private rangeByName(name: string): RangeService {
    const area = readA1(name);
    if (!area) throw new ServiceError('Range not found');
    const { rows, columns } = this.info;
    const { startRow = 1, startColumn = 1, endRow = rows, endColumn = columns } = area;
    return this.range(startRow, startColumn, endRow - startRow + 1, endColumn - startColumn + 1);
  }
}

function unusedName(wanted: string, names: string[]): string {
  let name = wanted;
  for (let count = 2; names.includes(name); count++) name = `${wanted} ${count}`;
  return name;
}
