import { addMonths, monthsBetween } from './day';

/** What lies between two days of a rhythm: so many days, or so many calendar months. */
export type Rhythm = { readonly days: number } | { readonly months: number };

/**
 * The first day after `asOf` of a rhythm that begins with the anchor. Every day is counted from the anchor, so that
 * the 31st becomes the 28th in February and is the 31st again in March. All days are serial numbers.
 */
export function nextInRhythm(anchor: number, rhythm: Rhythm, asOf: number): number {
  if (asOf < anchor) return anchor;
  if ('days' in rhythm) return anchor + (Math.floor((asOf - anchor) / rhythm.days) + 1) * rhythm.days;
  const { months } = rhythm;
  const past = Math.floor(monthsBetween(anchor, asOf) / months) * months;
  const day = addMonths(anchor, past);
  return day > asOf ? day : addMonths(anchor, past + months);
}
