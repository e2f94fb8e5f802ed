import type { Area, SortRule } from '../../contract/engine';
import type { Environment } from '../base/environment';
import { FilterApplication } from './filter-application';
import { ServiceError } from '../../contract/service-error';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'workbook' | 'clock'>;

/**
 * What a script may hand to `sort`: a column, `{column, ascending}`, or an array of these. Columns are the sheet's,
 * from 1; the rules count from 0 at the range's left edge.
 */
export function sortRules(specification: unknown, firstColumn: number, columns: number): SortRule[] {
  const all: unknown[] = Array.isArray(specification) ? specification : [specification];
  return all.map((one) => {
    const { column, ascending = true } = typeof one === 'number' ? { column: one } : ((one ?? {}) as Partial<SortRule>);
    const index = (column ?? NaN) - firstColumn;
    if (!(index >= 0 && index < columns)) throw new ServiceError('The sort column is outside the range.');
    return { column: index, ascending };
  });
}

/** Sorts the rows of an area, also those that a filter hides; the filter then hides what it finds. */
export function sortArea(environment: Needs, sheetId: string, area: Area, rules: SortRule[]): void {
  new FilterApplication(environment, sheetId).lift(() => {
    environment.workbook.move(sheetId, (engine) => engine.sort(sheetId, area, rules));
  });
}
