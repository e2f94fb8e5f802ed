import { isoOfDay } from '../../calc/day';
import { numberOf } from '../../calc/decimal';
import { statementOf } from '../../calc/statement/account';
import { ledgerOf } from '../../calc/statement/ledger';
import { amountInWords } from '../../calc/statement/words';
import { readDeal } from '../../functions/money/deal/deal';
import { toRange, type RawRange } from '../../functions/runner/grid';
import { payments } from '../../registers/payments';
import { revenue } from '../../registers/revenue';
import { terms } from '../../registers/terms';
import { AGREEMENT } from '../../schema/agreement';
import type { Cell } from '../../schema/column';
import { minorUnits } from '../../schema/currency';
import { findColumns, type Table } from '../../schema/table';
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
  const tableOf = (register: Table): RawRange => {
    const cells = tab(register).read();
    const { positions } = findColumns(register, cells[0] ?? []);
    const keys = Object.keys(register.columns).filter(
      (key) => register.columns[key]!.filled !== 'by formula' && positions[key]! >= 0,
    );
    // A term that waits for agreement is not one yet.
    const state = positions.agreement ?? -1;
    const isProposed = (line: readonly Cell[]): boolean =>
      state >= 0 && !['', AGREEMENT.agreed].includes(String(line[state]));
    const rows = cells.slice(1).map((line) => keys.map((key) => (isProposed(line) ? '' : line[positions[key]!])));
    return toRange([keys.map((key) => register.columns[key]!.header), ...rows]);
  };
  const decimals = minorUnits(tab(revenue).currency ?? '');
  const tables = { revenue: tableOf(revenue), terms: tableOf(terms), payments: tableOf(payments) };
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
