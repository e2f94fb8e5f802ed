import { isoOfDay } from '../calc/day';
import type { Cells, LeftOut, ReadRows } from './rows/out-row';
import { exactSum } from './rows/exact-sum';
import { newRows, type NewRow } from './rows/new-rows';
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

export function previewOf(read: ReadRows, keys: Iterable<string>, target: Target): Preview {
  const { rows, known } = newRows(read.rows, keys);
  const counts = new Map<string, { why: string; column: string; count: number }>();
  for (const { why, column } of read.leftOut) {
    const reason = counts.get(`${column}\n${why}`) ?? { why, column, count: 0 };
    reason.count += 1;
    counts.set(`${column}\n${why}`, reason);
  }
  const days = rows.flatMap(({ cells: { date } }) => (typeof date === 'number' ? [date] : []));
  const span = days.reduce<[number, number] | null>(
    (found, day) => (found ? [Math.min(found[0], day), Math.max(found[1], day)] : [day, day]),
    null,
  );
  return {
    rows,
    known,
    unnamedRefunds: rows.filter(({ cells }) => isUnnamedRefund(cells)).length,
    leftOut: read.leftOut,
    reasons: [...counts.values()].sort((a, b) => b.count - a.count),
    sums: sumsOf(rows, target),
    from: span && isoOfDay(span[0]),
    to: span && isoOfDay(span[1]),
  };
}

const isUnnamedRefund = ({ gross, refunds, refundOf }: Cells): boolean =>
  refunds !== undefined && gross === undefined && refundOf === undefined;

const ADD_UP = ['quantity', 'gross', 'refunds', 'deductions', 'costs', 'amount'];

function sumsOf(rows: readonly NewRow[], { fields }: Target): Preview['sums'] {
  return fields.flatMap(({ id, label }) => {
    if (!ADD_UP.includes(id)) return [];
    const values = rows.flatMap(({ cells }) => (typeof cells[id] === 'number' ? [cells[id]] : []));
    return values.length > 0 ? [{ label, sum: exactSum(values) }] : [];
  });
}
