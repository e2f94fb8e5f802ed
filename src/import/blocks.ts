import type { NewRow } from './rows/new-rows';
import type { Target } from './targets';

/** Rows that one call of the server writes. */
export const BLOCK = 2_000;

/** Rows side by side in the order of `columns`; as little as possible crosses to the server. */
export interface RowBlock {
  columns: readonly string[];
  keys: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

export function blocksOf(rows: readonly NewRow[], { fields }: Target): RowBlock[] {
  const columns = fields.map(({ id }) => id).filter((id) => rows.some(({ cells }) => cells[id] !== undefined));
  const blocks: RowBlock[] = [];
  for (let at = 0; at < rows.length; at += BLOCK) {
    const part = rows.slice(at, at + BLOCK);
    blocks.push({
      columns,
      keys: part.map(({ key }) => key),
      rows: part.map(({ cells }) => columns.map((id) => cells[id] ?? '')),
    });
  }
  return blocks;
}
