import type { NewRow } from './rows/new-rows';
import type { Target } from './targets';

/** Rows that the first call of the server takes: something is seen to happen soon. */
const FIRST = 2_000;
/**
 * Every call makes the sheet calculate anew, and the more rows stand in it the longer: calls grow, so that there are few.
 * A call of the most rows stays far below the six minutes that a script may run.
 */
const GROWTH = 4;
export const MOST_ROWS = 20_000;

/** Rows side by side in the order of `columns`; as little as possible crosses to the server. */
export interface RowBlock {
  columns: readonly string[];
  keys: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

export function blocksOf(rows: readonly NewRow[], { fields }: Target): RowBlock[] {
  const columns = fields.map(({ id }) => id).filter((id) => rows.some(({ cells }) => cells[id] !== undefined));
  const blocks: RowBlock[] = [];
  let size = FIRST;
  for (let at = 0; at < rows.length; size = Math.min(MOST_ROWS, size * GROWTH)) {
    const part = rows.slice(at, at + size);
    at += part.length;
    blocks.push({
      columns,
      keys: part.map(({ key }) => key),
      rows: part.map(({ cells }) => columns.map((id) => cells[id] ?? '')),
    });
  }
  return blocks;
}
