import { add, negate, subtract, sum, type Integer } from '../integer';
import type { Agreement } from './examine';
import type { LedgerMonth } from './ledger';
import { OpenSince } from './due';

/** The account of one party in one month: amounts in units, Month and Due as days. */
export interface StatementRow {
  readonly month: number;
  readonly party: string;
  readonly gross: Integer;
  readonly refunds: Integer;
  readonly deductions: Integer;
  readonly netReceipts: Integer;
  readonly costs: Integer;
  readonly pool: Integer;
  readonly lateRefunds: Integer;
  readonly share: Integer;
  readonly fees: Integer;
  readonly bonus: Integer;
  readonly cap: Integer;
  readonly topUp: Integer;
  readonly other: Integer;
  readonly adjustments: Integer;
  readonly earned: Integer;
  readonly held: Integer;
  readonly released: Integer;
  readonly recouped: Integer;
  readonly collected: Integer;
  readonly broughtForward: Integer;
  readonly paid: Integer;
  readonly balance: Integer;
  readonly payable: Integer;
  readonly due: number | null;
  readonly reserveBalance: Integer;
  readonly advanceBalance: Integer;
}

/** The statement: nothing but the sums of the lines, what was collected and paid, and what follows from them. */
export function statementOf(agreement: Agreement, ledger: readonly LedgerMonth[]): StatementRow[] {
  const { parties, calendar } = agreement;
  const openings = openingBalances(agreement);
  const paid = paymentsByMonth(agreement);
  const accounts = parties.names.map(() => ({
    balance: 0 as Integer,
    reserve: 0 as Integer,
    advance: 0 as Integer,
    since: new OpenSince(),
  }));
  return ledger.flatMap(({ receipts, pool, late, parties: ofParties }, month) => {
    const advances = ofParties.map(({ input }) => input.advance);
    advances[parties.payer] = negate(sum(advances));
    return ofParties.map(({ sums, input: { terms } }, i): StatementRow => {
      const account = accounts[i]!;
      const { held, released, recouped } = sums;
      const fees = add(sums['monthly fee'], sums['item fee']);
      const other = add(sums.fee, sums.expense);
      const earned = sum([sums.share, fees, sums.bonus, sums.cap, sums['top-up'], other, sums.adjustment]);
      const collected = receipts.collected[i]!;
      const broughtForward = add(account.balance, openings[month]![i]!);
      const received = paid[month]![i]!;
      const credit = sum([broughtForward, earned, held, released, recouped]);
      account.balance = subtract(subtract(credit, collected), received);
      account.reserve = subtract(account.reserve, add(held, released));
      account.advance = sum([account.advance, advances[i]!, recouped]);
      const { balance } = account;
      const isPayable = balance > 0 && balance >= terms.minimumPayout;
      const since = account.since.next({ balance, paid: received, isPayable, end: calendar.end(month) });
      return {
        month: calendar.start(month),
        party: parties.names[i]!.text,
        gross: receipts.gross,
        refunds: receipts.refunds,
        deductions: receipts.deductions,
        netReceipts: subtract(subtract(receipts.gross, receipts.refunds), receipts.deductions),
        costs: receipts.costs,
        pool,
        lateRefunds: late,
        share: sums.share,
        fees,
        bonus: sums.bonus,
        cap: sums.cap,
        topUp: sums['top-up'],
        other,
        adjustments: sums.adjustment,
        earned,
        held,
        released,
        recouped,
        collected,
        broughtForward,
        paid: received,
        balance,
        payable: isPayable ? balance : 0,
        due: since === null || terms.paymentDays === null ? null : since + terms.paymentDays,
        reserveBalance: account.reserve,
        advanceBalance: account.advance,
      };
    });
  });
}

const byMonth = ({ calendar, parties }: Agreement): Integer[][] =>
  Array.from({ length: calendar.count }, () => parties.names.map(() => 0));

/** What the payer owed each party before, in the month in which it stands; before the first month, in that. */
function openingBalances(agreement: Agreement): Integer[][] {
  const { calendar, parties, terms } = agreement;
  const months = byMonth(agreement);
  if (calendar.count === 0) return months;
  for (const { term, party, day, amount } of terms) {
    if (term !== 'opening balance' || day! > calendar.asOf) continue;
    const month = months[Math.max(calendar.monthOf(day!), 0)]!;
    const of = parties.indexOf(party!)!;
    month[of] = add(month[of]!, amount);
    month[parties.payer] = subtract(month[parties.payer]!, amount);
  }
  return months;
}

/** By month and party: received less paid. Without a last day given, later payments stand in the last month. */
function paymentsByMonth(agreement: Agreement): Integer[][] {
  const { calendar, parties, payments } = agreement;
  const months = byMonth(agreement);
  if (calendar.count === 0) return months;
  for (const { day, to, from, amount } of payments) {
    if (calendar.given && day > calendar.asOf) continue;
    const month = months[Math.min(Math.max(calendar.monthOf(day), 0), calendar.count - 1)]!;
    const receiver = parties.indexOf(to)!;
    const payer = from ? parties.indexOf(from)! : parties.payer;
    month[receiver] = add(month[receiver]!, amount);
    month[payer] = subtract(month[payer]!, amount);
  }
  return months;
}
