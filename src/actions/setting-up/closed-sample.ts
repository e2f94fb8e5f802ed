import { monthStart } from '../../calc/day';
import { closedPeriods } from '../../registers/closed-periods';
import { closedRows } from '../../registers/closed-rows';
import { payments } from '../../registers/payments';
import { revenue } from '../../registers/revenue';
import { terms } from '../../registers/terms';
import type { Cell } from '../../schema/column';
import type { FirstRows } from '../../schema/layout';
import { enteredKeys, type Table } from '../../schema/table';
import { figuresIn, keptRows, periodRows } from '../closing/closing-rows';
import { periodOf, statementNow } from '../closing/period-figures';
import { dealOf } from '../terms/standing-deal';

type Rows = FirstRows[string];

/** Rows as they stand in a tab, heading first. */
const linesOf = (table: Table, rows: Rows): Cell[][] => {
  const keys = enteredKeys(table);
  return [keys.map((key) => table.columns[key]!.header), ...rows.map((row) => keys.map((key) => row[key] ?? ''))];
};

/**
 * The closed periods of the sample, worked out as *Close the period* does: out of what had been entered by then. What was
 * entered later makes the sheet say that a closed figure would come out otherwise.
 * @param rows of the sample, by table; those of `closed` say which months were closed, by whom and when
 */
export function closedSample(rows: FirstRows, currency: string, nameOf: (at: number) => string): FirstRows {
  const kept: Record<string, Cell>[] = [];
  const closed = (rows[closedPeriods.id] ?? []).flatMap(({ closing, from, to, ...said }, index) => {
    const knew = (table: Table): Cell[][] =>
      linesOf(
        table,
        (rows[table.id] ?? []).filter(({ enteredAt }) => Number(enteredAt) <= Number(said.closedAt)),
      );
    const deal = dealOf({ revenue: knew(revenue), terms: knew(terms), payments: knew(payments) }, currency);
    const period = periodOf(Number(from), monthStart(Number(to)));
    const done = { key: String(closing), closedFor: '', agreed: '', closedBy: '', closedAt: 0, ...said };
    const counts = new Set<Cell>((rows[closedPeriods.id] ?? []).slice(0, index).map((one) => one.closing!));
    kept.push(...keptRows(deal, linesOf(closedRows, kept), counts, period, done));
    return periodRows(figuresIn(statementNow(deal, Number(said.closedAt)), period), period, done);
  });
  const named = (list: Rows): Rows => list.map((row, at) => ({ ...row, id: nameOf(at) }));
  return { [closedPeriods.id]: named(closed), [closedRows.id]: named(kept) };
}
