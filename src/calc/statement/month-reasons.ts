import { isoOfMonth } from '../day';
import { subtract, type Integer } from '../integer';
import type { Calendar } from './calendar';
import type { KnownMonth } from './party-account';
import { listInWords, percentInWords } from './words';

/** How amounts, months and items are written. */
export interface Wording {
  readonly calendar: Calendar;
  readonly money: (units: Integer) => string;
  /** The spelling of an item by its key. */
  readonly spelling: ReadonlyMap<string, string>;
}

/** What a month is capped from: its share, fees and bonus, before it and after the cut of the month and all cuts. */
function cappedIn({ result: { earned, monthlyCut, totalCut, earnedInAll } }: KnownMonth) {
  const capped = subtract(earned, monthlyCut);
  const left = subtract(capped, totalCut);
  return { earned, capped, left, before: subtract(earnedInAll, left) };
}

export function monthlyCapReason(of: KnownMonth, { money }: Wording): string {
  return `share, fees and bonus of ${money(cappedIn(of).earned)} are capped at ${money(of.input.terms.monthlyCap!)} a month`;
}

export function totalCapReason(of: KnownMonth, { money, calendar }: Wording): string {
  const { before, capped } = cappedIn(of);
  const cap = of.input.terms.totalCap!;
  const month = isoOfMonth(calendar.start(of.month));
  // What earlier months have earned above the cap stays theirs.
  return before > cap
    ? `${money(before)} before are above the cap of ${money(cap)} in all: nothing is left of the ${money(capped)} in ${month}`
    : `${money(before)} before and ${money(capped)} in ${month} are capped at ${money(cap)} in all`;
}

/** Both caps, or the one that cuts. */
export function capReason(of: KnownMonth, wording: Wording): string {
  const { monthlyCap, totalCap } = of.input.terms;
  const { monthlyCut, totalCut } = of.result;
  const isCut = (cut: Integer) => cut > 0 || (!(monthlyCut > 0) && !(totalCut > 0));
  return [
    ...(monthlyCap !== null && isCut(monthlyCut) ? [monthlyCapReason(of, wording)] : []),
    ...(totalCap !== null && isCut(totalCut) ? [totalCapReason(of, wording)] : []),
  ].join('; ');
}

export function topUpReason(of: KnownMonth, { money }: Wording): string {
  return `${money(of.input.terms.guarantee!)} are guaranteed; share, fees and bonus after caps are ${money(cappedIn(of).left)}`;
}

export function heldReason({ month, input, result }: KnownMonth, { money, calendar }: Wording): string {
  const { rate, months } = input.terms.reserve!;
  const when = months === 1 ? 'a month' : `${months} months`;
  const from = isoOfMonth(calendar.start(month));
  return `${percentInWords(rate)} of ${money(result.holdable)} of share and bonus after caps in ${from}, held for ${when}`;
}

export function releasedReason(released: KnownMonth['released'], { money, calendar }: Wording): string {
  return listInWords(
    released.map(({ month, amount }) => `${money(amount)} held in ${isoOfMonth(calendar.start(month))}`),
  );
}

/** Where the advance ends, it is the advance and not the rate that tells what is recouped. */
export const isByRate = ({ result }: KnownMonth): boolean => result.advanceBalance > 0;

export function recoupedReason(of: KnownMonth, { money }: Wording): string {
  const { recoupable, openAdvance, holdable, held, released } = of.result;
  const parts = [
    `${money(holdable)} of share and bonus after caps`,
    ...(held ? [`less ${money(held)} held`] : []),
    ...(released ? [`plus ${money(released)} released`] : []),
  ].join(' ');
  const whole = held || released ? ` (${parts})` : ' of share and bonus after caps';
  const from = `${percentInWords(of.input.terms.recoupRate)} of ${money(recoupable)}${whole}`;
  return isByRate(of)
    ? `${from} go against the advance of ${money(openAdvance)}`
    : `the ${money(openAdvance)} left of the advance, from ${from}`;
}
