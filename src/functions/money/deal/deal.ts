import type { Name } from '../../../calc/statement/deal';
import { examine, type Agreement, type Examined } from '../../../calc/statement/examine';
import { ArgumentError } from '../../runner/argument-error';
import type { RawRange } from '../../runner/grid';
import { readPayments } from './read-payments';
import { readRevenue } from './read-revenue';
import { readTerms } from './read-terms';

/** The tables of a deal as plain rows, each with its heading row, as a sheet or a register has them. */
export interface DealTables {
  readonly revenue: RawRange;
  readonly terms: RawRange;
  readonly payments: RawRange | null;
}

/**
 * Reads a deal and holds its rows against each other. What cannot be counted comes back as problems by table and row,
 * those of the reading first; what can be computed without those rows, as an agreement.
 *
 * @param asOf the last day that counts; null: the last day of the latest month with revenue
 */
export function readDeal({ revenue, terms, payments }: DealTables, asOf: number | null, decimals: number): Examined {
  const names = new Map<string, Name>();
  const received = readRevenue(revenue, decimals, names);
  const agreed = readTerms(terms, decimals, names);
  const paid = payments ? readPayments(payments, decimals, names) : { payments: [], problems: [] };
  const unreadable = [...received.problems, ...agreed.problems, ...paid.problems];
  if (unreadable.some(({ fatal }) => fatal)) return { agreement: null, problems: unreadable };
  const { sales, refunds } = received;
  const examined = examine({ decimals, asOf, sales, refunds, terms: agreed.terms, payments: paid.payments });
  return { ...examined, problems: [...unreadable, ...examined.problems] };
}

/** The deal of a formula, in which no row may be wrong. Throws an ArgumentError that names the first that is. */
export function requireDeal(
  functionName: string,
  tables: DealTables,
  asOf: number | null,
  decimals: number,
): Agreement {
  const { agreement, problems } = readDeal(tables, asOf, decimals);
  const [problem] = problems;
  if (!problem) return agreement!;
  const { table, row, column, complaint } = problem;
  const place = [table, ...(row === null ? [] : [`row ${row + 1}`]), ...(column === null ? [] : [column])];
  throw new ArgumentError(`${functionName}: ${place.join(', ')}: ${complaint}`);
}
