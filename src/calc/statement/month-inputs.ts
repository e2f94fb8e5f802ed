import { plus } from '../arithmetic';
import { portion, type Decimal } from '../decimal';
import { add, sum, type Integer } from '../integer';
import { ONE } from './check-terms';
import type { Name, Term } from './deal';
import type { Agreement } from './examine';
import type { MonthInput, MonthTerms } from './party-month';
import type { Receipts } from './receipts';
import type { TermName } from './terms';

/** What is paid for one item, once. */
export interface ItemFee {
  readonly item: Name;
  readonly day: number;
  readonly amount: Integer;
}

/** A bonus, fee or expense on its day. */
export interface DatedAmount {
  readonly day: number;
  /** What was typed. */
  readonly base: Integer;
  /** By how much it is multiplied; null: not at all. */
  readonly rate: Decimal | null;
  readonly amount: Integer;
}

/** What a party has in a month whatever comes in, item by item. */
export interface PartyInput extends MonthInput {
  readonly itemFeeList: readonly ItemFee[];
  readonly dated: Readonly<Record<'bonus' | 'fee' | 'expense', readonly DatedAmount[]>>;
}

/** By party, then by month. The payer has terms, but no amounts. */
export function inputsOf(agreement: Agreement, receipts: Receipts): PartyInput[][] {
  const { calendar, parties, terms } = agreement;
  return parties.names.map((party) => {
    const itemFees = itemFeesOf(agreement, receipts, party);
    const dated = terms.filter(
      (term) => term.party?.key === party.key && term.day !== null && term.day <= calendar.asOf,
    );
    const inMonth = (kind: TermName) => {
      const months = monthly<Term>(calendar.count);
      for (const term of dated) if (term.term === kind) months[calendar.monthOf(term.day!)]!.push(term);
      return months;
    };
    const [bonuses, fees, expenses, advances] = (['bonus', 'fee', 'expense', 'advance'] as const).map(inMonth);
    return itemFees.map((list, month): PartyInput => {
      const bonus = bonuses![month]!.map(asTyped);
      return {
        terms: monthTerms(agreement, party, calendar.asked(month)),
        completed: calendar.completed(month),
        itemFees: sum(list.map(({ amount }) => amount)),
        itemFeeList: list,
        bonus: sum(bonus.map(({ amount }) => amount)),
        advance: sum(advances![month]!.map(({ amount }) => amount)),
        dated: {
          bonus: inOrder(bonus),
          fee: inOrder(fees![month]!.map(asTyped)),
          expense: inOrder(expenses![month]!.map((term) => withMargin(agreement, term))),
        },
      };
    });
  });
}

const monthly = <T>(count: number): T[][] => Array.from({ length: count }, () => []);

function itemFeesOf({ calendar, standing, parties }: Agreement, { firstSales }: Receipts, party: Name): ItemFee[][] {
  const months = monthly<ItemFee>(calendar.count);
  if (party.key === parties.names[parties.payer]!.key) return months;
  for (const { item, day } of firstSales.values()) {
    const [fee] = standing.forItem('item fee', party, item, day);
    if (fee?.amount) months[calendar.monthOf(day)]!.push({ item, day, amount: fee.amount });
  }
  for (const list of months) list.sort((a, b) => a.day - b.day || (a.item.key < b.item.key ? -1 : 1));
  return months;
}

const asTyped = ({ day, amount }: Term): DatedAmount => ({ day: day!, base: amount, rate: null, amount });

function withMargin({ standing }: Agreement, { party, day, amount }: Term): DatedAmount {
  const margin = standing.one('cost-plus', party, null, day!)?.rate;
  if (!margin?.units) return { day: day!, base: amount, rate: ONE, amount };
  return { day: day!, base: amount, rate: plus(ONE, margin), amount: add(amount, portion(amount, margin)) };
}

const inOrder = (amounts: DatedAmount[]): DatedAmount[] =>
  amounts.sort((a, b) => a.day - b.day || (a.amount < b.amount ? -1 : Number(a.amount > b.amount)));

function monthTerms({ standing }: Agreement, party: Name, day: number): MonthTerms {
  const one = (term: TermName) => standing.one(term, party, null, day);
  const reserve = one('reserve');
  const paymentDays = one('payment days');
  return {
    monthlyFee: one('monthly fee')?.amount ?? 0,
    monthlyCap: one('monthly cap')?.amount ?? null,
    totalCap: one('total cap')?.amount ?? null,
    guarantee: one('guarantee')?.amount ?? null,
    reserve: reserve && { rate: reserve.rate, months: reserve.months },
    recoupRate: one('recoup rate')?.rate ?? ONE,
    minimumPayout: one('minimum payout')?.amount ?? 0,
    paymentDays: paymentDays && Number(paymentDays.amount),
  };
}
