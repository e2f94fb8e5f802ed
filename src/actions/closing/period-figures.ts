import { addMonths, isoOfMonth, monthStart } from '../../calc/day';
import { numberOf } from '../../calc/decimal';
import { sum, type Integer } from '../../calc/integer';
import { statementOf, type StatementRow } from '../../calc/statement/account';
import type { Agreement } from '../../calc/statement/examine';
import { ledgerOf } from '../../calc/statement/ledger';
import { readDeal } from '../../functions/money/deal/deal';
import { FIGURES } from '../../registers/statement-figures';
import type { Cell } from '../../schema/column';
import type { StandingDeal } from '../terms/standing-deal';
import { NotReady } from '../workbook';

export interface Period {
  /** `2026-01 to 2026-03`, or one month alone. */
  name: string;
  from: number;
  to: number;
}

/** A statement as its rows say it today, month by month. */
export interface Statement {
  rows: StatementRow[];
  decimals: number;
  parties: string[];
  /** Rows that are left out, in words. */
  leftOut: string[];
  /** What it was computed from. */
  agreement: Agreement;
}

/** Computed from the rows: a cell may still be loading, or its function may not be there. */
export function statementNow({ tables, decimals }: StandingDeal, today: number): Statement {
  const { agreement, problems } = readDeal(tables, today, decimals);
  const places = problems.map(
    ({ table, row, complaint }) => `${table}${row === null ? '' : `, row ${row + 1}`}: ${complaint}`,
  );
  if (!agreement) throw new NotReady(`There is no statement yet: ${places[0] ?? 'nothing stands in Terms'}.`);
  const rows = statementOf(agreement, ledgerOf(agreement));
  return { rows, decimals, parties: agreement.parties.names.map(({ text }) => text), leftOut: places, agreement };
}

/** The periods of whole months that are over and not closed, the shortest first. */
export function periodsOf({ rows }: Statement, closedTo: number | null, today: number): Period[] {
  const months = [...new Set(rows.map(({ month }) => month))];
  const first = closedTo === null ? months[0] : monthStart(closedTo + 1);
  return months.flatMap((month): Period[] => {
    if (first === undefined || month < first) return [];
    const period = periodOf(first, month);
    return period.to < today ? [period] : [];
  });
}

/** From the first day of a month to the end of another, by their first days. */
export const periodOf = (from: number, month: number): Period => ({
  name: month === from ? isoOfMonth(month) : `${isoOfMonth(from)} to ${isoOfMonth(month)}`,
  from,
  to: addMonths(month, 1) - 1,
});

export type PeriodFigures = Record<(typeof FIGURES)[number]['key'], Cell>;

/** Every figure of a party over a period: sums of its months, and what stood in its first and last one. */
export function figuresOf({ rows, decimals }: Statement, party: string, { from, to }: Period): PeriodFigures {
  const own = rows.filter((row) => row.party === party && row.month >= from && row.month <= to);
  const [first, last] = [own[0], own[own.length - 1]];
  return Object.fromEntries(
    FIGURES.map(({ key, of }): [string, Cell] => {
      if (key === 'due') return [key, last?.due ?? ''];
      const units = { sum: sum(own.map((row) => row[key])), first: first?.[key] ?? 0, last: last?.[key] ?? 0 }[of];
      return [key, numberOf(units as Integer, decimals)];
    }),
  ) as PeriodFigures;
}
