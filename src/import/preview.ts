import { isoOfDay } from '../calc/day';
import type { Cells, LeftOut, ReadRows } from './rows/out-row';
import { ExactSum } from './rows/exact-sum';
import { newRows, type NewRow } from './rows/new-rows';
import { eachInSlices, type Slices } from './slices';
import type { Target } from './targets';

/** What an import would do. */
export interface Preview {
  /** All that would be written. */
  rows: readonly NewRow[];
  known: number;
  /** New refunds of which the file does not name the sale: a statement leaves them out until somebody does. */
  unnamedRefunds: number;
  leftOut: readonly LeftOut[];
  /** The reasons, most frequent first. */
  reasons: readonly { why: string; column: string; count: number }[];
  /** Of what is new: hours, amounts. */
  sums: readonly { label: string; sum: number }[];
  from: string | null;
  to: string | null;
}

/** Rows that a page shows of many. */
export const SHOWN = 5;

export async function previewOf(
  read: ReadRows,
  keys: readonly string[],
  { fields }: Target,
  slices: Slices,
): Promise<Preview> {
  const { rows, known } = await newRows(read.rows, keys, slices);
  const counts = new Map<string, { why: string; column: string; count: number }>();
  await eachInSlices(read.leftOut, slices, ({ why, column }) => {
    const reason = counts.get(`${column}\n${why}`) ?? { why, column, count: 0 };
    reason.count += 1;
    counts.set(`${column}\n${why}`, reason);
  });
  const added = fields
    .filter(({ id }) => ADD_UP.includes(id))
    .map(({ id, label }) => ({ id, label, sum: new ExactSum(), count: 0 }));
  let [from, to] = [Infinity, -Infinity];
  let unnamedRefunds = 0;
  await eachInSlices(rows, slices, ({ cells }) => {
    if (typeof cells.date === 'number') [from, to] = [Math.min(from, cells.date), Math.max(to, cells.date)];
    if (isUnnamedRefund(cells)) unnamedRefunds += 1;
    for (const field of added) {
      const value = cells[field.id];
      if (typeof value !== 'number') continue;
      field.sum.add(value);
      field.count += 1;
    }
  });
  return {
    rows,
    known,
    unnamedRefunds,
    leftOut: read.leftOut,
    reasons: [...counts.values()].sort((a, b) => b.count - a.count),
    sums: added.filter(({ count }) => count > 0).map(({ label, sum }) => ({ label, sum: sum.value })),
    from: from <= to ? isoOfDay(from) : null,
    to: from <= to ? isoOfDay(to) : null,
  };
}

const isUnnamedRefund = ({ gross, refunds, refundOf }: Cells): boolean =>
  refunds !== undefined && gross === undefined && refundOf === undefined;

const ADD_UP = ['quantity', 'gross', 'refunds', 'deductions', 'costs', 'amount'];
