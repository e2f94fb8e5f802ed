import { isoOfDay, isoOfMonth } from '../day';
import { add, negate, subtract, type Integer } from '../integer';
import type { Calendar } from './calendar';
import type { Line, LineKind } from './line';
import type { PartyInput } from './month-inputs';
import type { Change } from './party-account';
import type { PartyMonth } from './party-month';
import type { Pool } from './pools';
import { poolInWords, shareReason } from './share-reason';
import { percentInWords } from './words';

/** What a party's lines of one month are made from. */
export interface MonthOfParty {
  readonly month: number;
  readonly input: PartyInput;
  readonly pools: readonly Pool[];
  readonly result: PartyMonth;
  readonly released: readonly { readonly month: number; readonly amount: Integer }[];
  /** What it changed of earlier months. */
  readonly changes: readonly Change[];
}

/** How amounts, months and items are written. */
export interface Wording {
  readonly calendar: Calendar;
  readonly money: (units: Integer) => string;
  /** The spelling of an item by its key. */
  readonly spelling: ReadonlyMap<string, string>;
}

/** Every amount of a party but the payer in one month, by kind, those of earlier months after the month's own. */
export function partyLines(of: MonthOfParty, wording: Wording): Line[] {
  const lines = [
    ...earningLines(of, wording),
    ...limitLines(of, wording),
    ...datedLines('fee', of),
    ...datedLines('expense', of, wording),
    ...changeLines('adjustment', of, wording),
    ...heldLines(of, wording),
    ...changeLines('held', of, wording),
    ...releasedLines(of, wording),
    ...changeLines('released', of, wording),
    ...recoupedLines(of, wording),
    ...changeLines('recouped', of, wording),
  ];
  return lines.filter(({ amount }) => amount);
}

const plain = (kind: LineKind, of: string, amount: Integer, why: () => string): Line => ({
  kind,
  of,
  base: null,
  rate: null,
  amount,
  why,
});

function earningLines(of: MonthOfParty, { money, spelling }: Wording): Line[] {
  const { input, pools } = of;
  return [
    ...pools.map((pool): Line => {
      const { tiers, share } = pool.terms.tariff;
      const told = tiers.length === 0;
      const line = plain('share', poolInWords(pool, spelling), pool.share, shareReason(pool, money));
      return told ? { ...line, base: pool.net, rate: share } : line;
    }),
    plain('monthly fee', '', input.terms.monthlyFee, () => `${money(input.terms.monthlyFee)} a month`),
    ...input.itemFeeList.map(({ item, day, amount }) => {
      const name = spelling.get(item.key)!;
      return plain('item fee', name, amount, () => `${money(amount)} for ${name}, first sold on ${isoOfDay(day)}`);
    }),
    ...datedLines('bonus', of),
  ];
}

function datedLines(kind: 'bonus' | 'fee' | 'expense', { input }: MonthOfParty, wording?: Wording): Line[] {
  return input.dated[kind].map(({ day, base, rate, amount }): Line => {
    if (!rate || !wording) return plain(kind, '', amount, () => `${kind} of ${isoOfDay(day)}`);
    const spent = () => `${wording.money(base)} spent on ${isoOfDay(day)}`;
    const why = () => (subtract(amount, base) ? `${percentInWords(rate)} of ${spent()}` : spent());
    return { kind, of: '', base, rate, amount, why };
  });
}

function limitLines({ month, result, input }: MonthOfParty, { money, calendar }: Wording): Line[] {
  const { earned, monthlyCut, totalCut, topUp, earnedInAll } = result;
  const { monthlyCap, totalCap, guarantee } = input.terms;
  const capped = subtract(earned, monthlyCut);
  const left = subtract(capped, totalCut);
  const before = subtract(earnedInAll, left);
  return [
    plain(
      'cap',
      'monthly',
      negate(monthlyCut),
      () => `share, fees and bonus of ${money(earned)} are capped at ${money(monthlyCap!)} a month`,
    ),
    plain(
      'cap',
      'total',
      negate(totalCut),
      () =>
        `${money(before)} before and ${money(capped)} in ${isoOfMonth(calendar.start(month))} are capped at ${money(totalCap!)} in all`,
    ),
    plain(
      'top-up',
      '',
      topUp,
      () => `${money(guarantee!)} are guaranteed; share, fees and bonus after caps are ${money(left)}`,
    ),
  ];
}

function heldLines({ month, input, result }: MonthOfParty, { money, calendar }: Wording): Line[] {
  const { reserve } = input.terms;
  if (!reserve) return [];
  const { holdable, held } = result;
  const why = () => {
    const when = reserve.months === 1 ? 'a month' : `${reserve.months} months`;
    const from = isoOfMonth(calendar.start(month));
    return `${percentInWords(reserve.rate)} of ${money(holdable)} of share and bonus after caps in ${from}, held for ${when}`;
  };
  return [{ kind: 'held', of: '', base: holdable, rate: reserve.rate, amount: negate(held), why }];
}

function releasedLines({ released }: MonthOfParty, { money, calendar }: Wording): Line[] {
  return released.map(({ month, amount }) => {
    const from = isoOfMonth(calendar.start(month));
    return plain('released', from, amount, () => `${money(amount)} held in ${from}`);
  });
}

function recoupedLines({ input, result }: MonthOfParty, { money }: Wording): Line[] {
  const { recouped, recoupable, openAdvance, advanceBalance, holdable, held, released } = result;
  const rate = input.terms.recoupRate;
  // Where the advance ends, it is the advance and not the rate that tells the amount.
  const told = advanceBalance > 0;
  const why = () => {
    const parts = [
      `${money(holdable)} of share and bonus after caps`,
      ...(held ? [`less ${money(held)} held`] : []),
      ...(released ? [`and ${money(released)} released`] : []),
    ].join(' ');
    const from = `${percentInWords(rate)} of ${money(recoupable)}`;
    const whole = held || released ? ` (${parts})` : ' of share and bonus after caps';
    return told
      ? `${from}${whole} go against the advance of ${money(openAdvance)}`
      : `the ${money(openAdvance)} left of the advance, from ${from}${whole}`;
  };
  const line = plain('recouped', '', negate(recouped), why);
  return [told ? { ...line, base: recoupable, rate } : line];
}

function changeLines(kind: LineKind, { changes }: MonthOfParty, { calendar, money }: Wording): Line[] {
  const own = (change: Change) =>
    change.kind === 'held' || change.kind === 'released' || change.kind === 'recouped' ? change.kind : 'adjustment';
  return changes
    .filter((change) => own(change) === kind)
    .map(({ month, kind: what, before, after }) => {
      const of = `${what} ${isoOfMonth(calendar.start(month))}`;
      const why = () => `${of} is ${money(after)} after refunds, where it was ${money(before)}`;
      return plain(kind, of, subtract(after, before), why);
    });
}

/** What lines of one kind add up to. */
export const sumOf = (lines: readonly Line[], kind: LineKind): Integer =>
  lines.reduce<Integer>((sum, line) => (line.kind === kind ? add(sum, line.amount) : sum), 0);
