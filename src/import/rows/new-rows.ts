import { eachInSlices, type Slices } from '../slices';
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
export async function newRows(read: readonly OutRow[], keys: readonly string[], slices: Slices): Promise<NewRows> {
  const written = new Map<string, number[]>();
  await eachInSlices(keys, slices, (key) => {
    const { base, measure } = measureIn(key);
    const measures = written.get(base);
    if (measures) measures.push(measure);
    else written.set(base, [measure]);
  });
  const rows: NewRow[] = [];
  await eachInSlices(read, slices, ({ line, key, cells, grows }) => {
    const before = written.get(key);
    if (!before) {
      rows.push({ line, key: grows ? withMeasure(key, grows.measure) : key, cells });
      return;
    }
    const had = exactSum(before);
    const since = grows && grows.measure !== had ? grows.since(had) : null;
    if (since) rows.push({ line, key: withMeasure(key, exactSum([grows!.measure, -had])), cells: since });
  });
  return { rows, known: read.length - rows.length };
}
