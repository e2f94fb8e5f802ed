import type { SheetFilter } from '../../contract/engine';
import { engineRange } from '../../notation/engine-range';
import type { Environment } from '../base/environment';
import { FilterApplication } from './filter-application';
import { FilterCriteriaService } from './filter-criteria';
import { toGoogle } from './filter-words';
import { requireEdit } from '../base/permission';
import type { RangeBase } from '../base/range-base';
import { ServiceError } from '../../contract/service-error';
import { type CallTable, Service, type ServiceDefinition, own } from '../base/service';
import { sortArea, sortRules } from './sort';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'workbook' | 'user' | 'clock' | 'protections' | 'sheet'>;

type Filter = GoogleAppsScript.Spreadsheet.Filter;

const calls = {
  getColumnFilterCriteria: 'read',
  getRange: 'read',
  remove: 'write',
  removeColumnFilterCriteria: 'write',
  setColumnFilterCriteria: 'write',
  sort: 'write',
} as const satisfies CallTable<Filter>;

const definition: ServiceDefinition = { name: 'Filter', calls };

/** The filter of a sheet; columns are those of the sheet, counted from 1. */
export class FilterService extends Service<Filter> implements Pick<Filter, keyof typeof calls> {
  readonly definition = definition;

  constructor(
    private readonly environment: Needs,
    private readonly sheetId: string,
  ) {
    super();
  }

  static ofSheet(environment: Needs, sheetId: string): Filter | null {
    return environment.workbook.engine.filter(sheetId) ? new FilterService(environment, sheetId).asGoogle : null;
  }

  static create(environment: Needs, range: RangeBase): Filter {
    const { workbook } = environment;
    if (workbook.engine.filter(range.sheetId)) {
      throw new ServiceError("You can't create a filter in a sheet that already has a filter.");
    }
    workbook.execute('sheet.mutation.set-filter-range', { subUnitId: range.sheetId, range: engineRange(range.area) });
    return new FilterService(environment, range.sheetId).asGoogle;
  }

  get asGoogle(): Filter {
    return this.api;
  }

  override beforeWrite(member: string): void {
    const change = member === 'sort' ? { cells: [this.filter.area] } : 'sheet';
    requireEdit(this.environment, this.sheetId, change);
  }

  getRange(): GoogleAppsScript.Spreadsheet.Range {
    const { row, column, rows, columns } = this.filter.area;
    return this.environment.sheet(this.sheetId).getRange(row + 1, column + 1, rows, columns);
  }

  remove(): void {
    // Its absence is told first.
    void this.filter;
    this.environment.workbook.execute('sheet.mutation.remove-filter', { subUnitId: this.sheetId });
  }

  getColumnFilterCriteria(columnPosition: number): GoogleAppsScript.Spreadsheet.FilterCriteria | null {
    const column = this.column(columnPosition);
    const { application } = this;
    const [, criteria] = application.criteria.find(([filtered]) => filtered === column) ?? [];
    if (!criteria) return null;
    const terms = toGoogle(criteria, application.cells(column));
    return new FilterCriteriaService(terms, this.environment).asGoogle;
  }

  setColumnFilterCriteria(columnPosition: number, filterCriteria: unknown): Filter {
    if (filterCriteria === null) return this.removeColumnFilterCriteria(columnPosition);
    const { terms } = own(FilterCriteriaService, filterCriteria, 'SpreadsheetApp.Filter.setColumnFilterCriteria');
    if (terms.visible?.length) throw new ServiceError('Visible values are not currently supported.');
    this.application.set(this.column(columnPosition), terms);
    return this.api;
  }

  removeColumnFilterCriteria(columnPosition: number): Filter {
    this.application.set(this.column(columnPosition), null);
    return this.api;
  }

  /** Sorts what stands below the header, hidden rows included. */
  sort(columnPosition: number, ascending: boolean): Filter {
    const { row, column, rows, columns } = this.filter.area;
    if (rows < 3) return this.api;
    const rules = sortRules({ column: this.column(columnPosition) + 1, ascending }, column + 1, columns);
    const area = { row: row + 1, column, rows: rows - 1, columns };
    sortArea(this.environment, this.sheetId, area, rules);
    return this.api;
  }

  private get filter(): SheetFilter {
    const filter = this.environment.workbook.engine.filter(this.sheetId);
    if (!filter) throw new ServiceError('The filter does not exist any more.');
    return filter;
  }

  private column(position: number): number {
    const { column, columns } = this.filter.area;
    if (position > column && position <= column + columns) return position - 1;
    throw new ServiceError(`Column ${position} is not part of the filter.`);
  }

  private get application(): FilterApplication {
    return new FilterApplication(this.environment, this.sheetId);
  }
}
