import { isoOfDay, isoOfMonth } from '../day';
import { add, negate, subtract, type Integer } from '../integer';
import type { Line, LineKind } from './line';
import {
  capReason,
  heldReason,
  isByRate,
  monthlyCapReason,
  recoupedReason,
  releasedReason,
  topUpReason,
  totalCapReason,
  type Wording,
} from './month-reasons';
import type { Change, KnownMonth } from './party-account';
import type { Pool } from './pools';
import { changedShareReason, poolInWords, shareReason } from './share-reason';
import { percentInWords } from './words';

/** What a party's lines of one month are made from. */
export interface MonthOfParty extends KnownMonth {
  readonly pools: readonly Pool[];
  /** What it changed of earlier months. */
  readonly changes: readonly Change[];
}

/** Every amount of a party but the payer in one month, by kind, those of earlier months after the month's own. */
export function partyLines(of: MonthOfParty, wording: Wording): Line[] {
  const lines = [
    ...earningLines(of, wording),
    ...limitLines(of, wording),
    ...datedLines('fee', of, wording),
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

function earningLines(of: MonthOfParty, wording: Wording): Line[] {
  const { input, pools } = of;
  const { money, spelling } = wording;
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
    ...datedLines('bonus', of, wording),
  ];
}

function datedLines(kind: 'bonus' | 'fee' | 'expense', { input }: MonthOfParty, { money }: Wording): Line[] {
  return input.dated[kind].map(({ day, base, rate, amount }): Line => {
    if (!rate) return plain(kind, '', amount, () => `${kind} of ${money(amount)} on ${isoOfDay(day)}`);
    const spent = () => `${money(base)} spent on ${isoOfDay(day)}`;
    const why = () => {
      const part = percentInWords(rate);
      return part === '100 %' ? spent() : `${part} of ${spent()}`;
    };
    return { kind, of: '', base, rate, amount, why };
  });
}

function limitLines(of: MonthOfParty, wording: Wording): Line[] {
  const { monthlyCut, totalCut, topUp } = of.result;
  return [
    plain('cap', 'monthly', negate(monthlyCut), () => monthlyCapReason(of, wording)),
    plain('cap', 'total', negate(totalCut), () => totalCapReason(of, wording)),
    plain('top-up', '', topUp, () => topUpReason(of, wording)),
  ];
}

function heldLines(of: MonthOfParty, wording: Wording): Line[] {
  const { reserve } = of.input.terms;
  if (!reserve) return [];
  const { holdable, held } = of.result;
  const why = () => heldReason(of, wording);
  return [{ kind: 'held', of: '', base: holdable, rate: reserve.rate, amount: negate(held), why }];
}

function releasedLines({ released }: MonthOfParty, wording: Wording): Line[] {
  return released.map((one) =>
    plain('released', isoOfMonth(wording.calendar.start(one.month)), one.amount, () => releasedReason([one], wording)),
  );
}

function recoupedLines(of: MonthOfParty, wording: Wording): Line[] {
  const { recouped, recoupable } = of.result;
  const line = plain('recouped', '', negate(recouped), () => recoupedReason(of, wording));
  return [isByRate(of) ? { ...line, base: recoupable, rate: of.input.terms.recoupRate } : line];
}

function changeLines(kind: LineKind, { changes }: MonthOfParty, wording: Wording): Line[] {
  const { calendar, money } = wording;
  const own = (change: Change) =>
    change.kind === 'held' || change.kind === 'released' || change.kind === 'recouped' ? change.kind : 'adjustment';
  return changes
    .filter((change) => own(change) === kind)
    .map((change) => {
      const { kind: what, before, after, known } = change;
      const of = `${what} ${isoOfMonth(calendar.start(known.month))}`;
      const why = () =>
        `${of} is ${money(after)} after refunds (${changeReason(change, wording)}), where it was ${money(before)}`;
      return plain(kind, of, subtract(after, before), why);
    });
}

/** Why an amount of an earlier month is what it is after refunds. */
function changeReason({ kind, before, after, known, pools }: Change, wording: Wording): string {
  switch (kind) {
    case 'share':
      return changedShareReason(pools, [before, after], wording.spelling, wording.money);
    case 'cap':
      return capReason(known, wording);
    case 'top-up':
      return topUpReason(known, wording);
    case 'held':
      return heldReason(known, wording);
    case 'released':
      return releasedReason(known.released, wording);
    case 'recouped':
      return recoupedReason(known, wording);
  }
}

/** What lines of one kind add up to. */
export const sumOf = (lines: readonly Line[], kind: LineKind): Integer =>
  lines.reduce<Integer>((sum, line) => (line.kind === kind ? add(sum, line.amount) : sum), 0);
