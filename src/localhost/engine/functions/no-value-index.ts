import { CELL_INVERTED_INDEX_CACHE } from '@univerjs/engine-formula';

/**
 * Switches off the index of cell values that the engine keeps during a calculation. It takes 0 for a blank: the second
 * formula that asks `F2:F = ""` would count zeros among the empty cells.
 */
export function doWithoutValueIndex(): void {
  CELL_INVERTED_INDEX_CACHE.set = () => undefined;
  CELL_INVERTED_INDEX_CACHE.setContinueBuildingCache = () => undefined;
  CELL_INVERTED_INDEX_CACHE.canUseCache = () => ({ rowsInCache: [], rowsNotInCache: [] });
}
