import { isoOfMonth } from '../../../src/calc/day';

/** A line as REVSHARE_LINES answers it, months as `2026-01`. */
export interface FollowedLine {
  month: string;
  party: string;
  line: string;
  of: string;
  base: number | null;
  rate: number | null;
  amount: number;
  why: string;
}

/** The lines of an answer of REVSHARE_LINES. */
export function linesOf(answer: unknown): FollowedLine[] {
  const [, ...rows] = answer as (string | number | null)[][];
  return rows.map(([month, party, line, of, base, rate, amount, why]) => ({
    month: isoOfMonth(month as number),
    party: String(party),
    line: String(line),
    of: String(of ?? ''),
    base: base as number | null,
    rate: rate as number | null,
    amount: amount as number,
    why: String(why),
  }));
}
