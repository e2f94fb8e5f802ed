import { isoOfDay } from '../../calc/day';
import { numberOf } from '../../calc/decimal';
import type { Integer } from '../../calc/integer';
import { statementOf } from '../../calc/statement/account';
import { ledgerOf } from '../../calc/statement/ledger';
import { amountInWords } from '../../calc/statement/words';
import { readDeal } from '../../functions/money/deal/deal';
import { terms } from '../../registers/terms';
import { readStandingDeal } from '../terms/standing-deal';
import type { ReadyTabs } from '../tabs';

/** What is to be paid to a side by now. */
export interface Payable {
  party: string;
  /** As a plain decimal: `1336.90`. */
  amount: string;
  /** For people: what, and since when. */
  words: string;
}

/**
 * What the statement says is payable, the largest first: computed from the rows that stand, because a cell may still be
 * loading. One read a tab.
 */
export function payableNow(tab: ReadyTabs, asOf: number): Payable[] {
  const { tables, decimals } = readStandingDeal(tab);
  const money = (units: Integer): string => `${amountInWords(units, decimals)} ${tab(terms).currency ?? ''}`.trim();
  const { agreement } = readDeal(tables, asOf, decimals);
  if (!agreement) return [];
  const rows = statementOf(agreement, ledgerOf(agreement)).slice(-agreement.parties.names.length);
  return rows
    .filter(({ payable }) => payable > 0)
    .sort((a, b) => Number(b.payable) - Number(a.payable))
    .map(({ party, payable, due }) => ({
      party,
      amount: numberOf(payable, decimals).toFixed(decimals),
      words: `${money(payable)} is payable${due === null ? '' : `, due ${isoOfDay(due)}`}.`,
    }));
}
