import { measureIn, withMeasure } from './keys';
import type { Cells, OutRow } from './out-row';
import { exactSum } from './exact-sum';

/** A row that is to be written, with the source key that it will bear. */
export interface NewRow {
  line: number;
  key: string;
  cells: Cells;
}

export interface NewRows {
  rows: NewRow[];
  /** How many the register has already. */
  known: number;
}

/**
 * What of a file's rows the register does not have yet.
 * @param keys the source keys that stand in the register
 */
export function newRows(read: readonly OutRow[], keys: Iterable<string>): NewRows {
  const written = new Map<string, number[]>();
  for (const key of keys) {
    const { base, measure } = measureIn(key);
    const measures = written.get(base);
    if (measures) measures.push(measure);
    else written.set(base, [measure]);
  }
  const rows: NewRow[] = [];
  for (const { line, key, cells, grows } of read) {
    const before = written.get(key);
    if (!before) {
      rows.push({ line, key: grows ? withMeasure(key, grows.measure) : key, cells });
      continue;
    }
    const had = exactSum(before);
    const since = grows && grows.measure !== had ? grows.since(had) : null;
    if (since) rows.push({ line, key: withMeasure(key, exactSum([grows!.measure, -had])), cells: since });
  }
  return { rows, known: read.length - rows.length };
}
