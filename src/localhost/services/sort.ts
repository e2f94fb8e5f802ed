import type { SortRule } from '../engine/contract';
import { ServiceError } from './service';

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
