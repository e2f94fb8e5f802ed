import { single } from '../../runner/argument';
import type { Cell } from '../../runner/cell';
import { wordKind } from '../../runner/cell-kind';
import { defineFunction } from '../../runner/definition';
import { asOfArgument, paymentsArgument, revenueArgument, termsArgument } from '../deal/arguments';
import { readDeal } from '../deal/deal';
import { decimalsArgument } from '../money';

/**
 * Why the rows of one table of a deal cannot be counted, a cell a row, blank where a row counts; for `deal`, in one cell,
 * why nothing at all can be counted though no row is to blame.
 */
export const definition = defineFunction({
  name: 'REVSHARE_LEFT_OUT',
  rows: 'all together',
  arguments: [
    single('of', wordKind(['revenue', 'terms', 'payments', 'deal'])),
    revenueArgument,
    termsArgument,
    asOfArgument,
    paymentsArgument,
    decimalsArgument,
  ],
  compute(of, revenue, terms, asOf, payments, decimals) {
    const { problems } = readDeal({ revenue, terms, payments }, asOf, decimals);
    if (of === null || of === 'deal') return problems.find(({ row }) => row === null)?.complaint ?? null;
    const { rows } = { revenue, terms, payments: payments ?? { rows: [[]] } }[of];
    const reasons: Cell[] = rows.slice(1).map(() => null);
    for (const { table, row, column, complaint } of problems) {
      if (table === of && row) reasons[row - 1] ??= column === null ? complaint : `${column}: ${complaint}`;
    }
    return reasons.map((reason) => [reason]);
  },
});
