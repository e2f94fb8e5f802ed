import { readTypedTime } from '../../schema/typed-time';
import { LONGEST, readNumber, type DecimalMark } from './numbers';
import { plainText } from './plain-text';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** As trackers of work count them: a day of eight hours, a week of five days. */
const UNITS: Readonly<Record<string, number>> = { w: 40 * HOUR, d: 8 * HOUR, h: HOUR, m: MINUTE, s: 1000 };

/** What a plain number of a column counts. */
export type PlainUnit = 'hours' | 'seconds';

/**
 * A length of time in whole milliseconds, so that sums are exact: `1:30:00`, `1:30`, `1h 30m`, `2d 4h`, `PT1H30M`, `1.5`.
 * Null where it is none.
 */
export function readDuration(text: string, mark: DecimalMark, plain: PlainUnit = 'hours'): number | null {
  if (text.length > LONGEST) return null;
  const bare = plainText(text);
  const [, sign, hours, minutes, seconds = '0'] =
    /^(-?)(\d{1,6}):([0-5]?\d)(?::([0-5]?\d(?:[.,]\d+)?))?$/.exec(bare) ?? [];
  if (hours !== undefined) {
    const size = Number(hours) * HOUR + Number(minutes) * MINUTE + Math.round(Number(seconds.replace(',', '.')) * 1000);
    return sign === '-' ? -size : size;
  }
  const number = readNumber(bare, mark);
  if (number !== null) return Math.round(number * (plain === 'hours' ? HOUR : 1000));
  const units = /^(?:pt?)?((?:\d+(?:[.,]\d+)? ?[wdhms] ?t?)+)$/i.exec(bare)?.[1];
  if (units !== undefined) {
    let sum = 0;
    for (const [, count, unit] of units.matchAll(/(\d+(?:[.,]\d+)?) ?([wdhms])/gi)) {
      sum += Number(count!.replace(',', '.')) * UNITS[unit!.toLowerCase()]!;
    }
    return Math.round(sum);
  }
  const typed = readTypedTime(bare, mark === '.' ? 'en' : 'de');
  return typed && 'hours' in typed ? Math.round(typed.hours * HOUR) : null;
}

/** Milliseconds as hours, to the fifteen digits that a cell holds. */
export const hoursOf = (milliseconds: number): number => Number((milliseconds / HOUR).toPrecision(15));

const DAY_SECONDS = 86_400;

/**
 * Between two times of day, in milliseconds.
 * @param days how many midnights lie between; null where nobody says: then one that ends before it began went past one
 */
export const between = (from: number, to: number, days: number | null): number =>
  (to - from + (days ?? (to >= from ? 0 : 1)) * DAY_SECONDS) * 1000;
