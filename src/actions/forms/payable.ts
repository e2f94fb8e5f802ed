import { isoOfDay } from '../../calc/day';
import { numberOf } from '../../calc/decimal';
import { statementOf } from '../../calc/statement/account';
import { ledgerOf } from '../../calc/statement/ledger';
import { amountInWords } from '../../calc/statement/words';
import { readDeal } from '../../functions/money/deal/deal';
import { readStandingDeal } from '../deals/standing-deal';
import type { ReadyTabs } from '../tabs';

/** What is to be paid to a side by now. */
export interface Payable {
  party: string;
  amount: number;
  /** For people: what, and since when. */
  words: string;
}

/**
 * What the statement says is payable, the largest first: computed from the rows that stand, because a cell may still be
 * loading. One read a tab.
 */
export function payableNow(tab: ReadyTabs, asOf: number): Payable[] {
  const { tables, decimals } = readStandingDeal(tab);
  const { agreement } = readDeal(tables, asOf, decimals);
  if (!agreement) return [];
  const rows = statementOf(agreement, ledgerOf(agreement)).slice(-agreement.parties.names.length);
  return rows
    .filter(({ payable }) => payable > 0)
    .map(({ party, payable, due }) => ({
      party,
      amount: numberOf(payable, decimals),
      words: `${amountInWords(payable, decimals)} is payable${due === null ? '' : `, due ${isoOfDay(due)}`}.`,
    }))
    .sort((a, b) => b.amount - a.amount);
}
