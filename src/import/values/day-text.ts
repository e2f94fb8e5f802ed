import { dayOfIso } from '../../calc/day';
import { monthKey, type MonthNames } from './month-names';

/** A time of day, and its distance from UTC where the text names one. */
export interface Clock {
  /** Seconds from midnight. */
  seconds: number;
  /** Minutes east of UTC. */
  offset: number | null;
}

/** What a text says about a day before it is known how the file writes days. */
export type DayText = { clock: Clock | null } & (
  | { is: 'day'; day: number }
  /** Two numbers whose order the text itself does not tell. */
  | { is: 'either'; first: number; second: number; year: number }
  | { is: 'month'; year: number; month: number }
  | { is: 'yearless'; month: number; date: number }
);

const CLOCK = /(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)? ?([ap])?\.?(?:m\.?)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/i;

/** `14:05`, `2:05 PM`, `14:05:00Z`. Null where it is no time of day. */
export function readClock(text: string): Clock | null {
  if (text.length > LONGEST) return null;
  const [all, hours, minutes, seconds = '0', half, zone] = CLOCK.exec(text) ?? [];
  if (all?.length !== text.length || Number(hours) > 24 || Number(minutes) > 59) return null;
  const isAfternoon = half?.toLowerCase() === 'p';
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isAfternoon ? 12 : 0);
  return { seconds: hour * 3600 + Number(minutes) * 60 + Number(seconds), offset: offsetOf(zone) };
}

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) + 0;
}

/** No day is longer; patterns are not tried on what is. */
const LONGEST = 60;

const two = (number: number): string => String(number).padStart(2, '0');
const isPossible = (year: number): boolean => year >= 1900 && year <= 2100;

/** The serial day, or null where there is no such day. */
export const dayFrom = (year: number, month: number, date: number): number | null =>
  isPossible(year) ? dayOfIso(`${year}-${two(month)}-${two(date)}`) : null;

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

type Bare = DayText extends infer T ? (T extends unknown ? Omit<T, 'clock'> : never) : never;

const day = (year: number, month: number, date: number): Bare | null => {
  const serial = dayFrom(year, month, date);
  return serial === null ? null : ({ is: 'day', day: serial } as Bare);
};

/** Reads a text of one line. Null where it names no day that exists. */
export function readDayText(text: string, months: MonthNames): DayText | null {
  if (text.length > LONGEST) return null;
  const [, date = text, time] = /^(.*?\d)(?:T|, ?| )(\d{1,2}:\d\d.*)$/.exec(text) ?? [];
  const bare = bareDay(date.replace(/,$/, ''), months);
  if (!bare) return null;
  const clock = time === undefined ? null : readClock(time.trim());
  return time !== undefined && clock === null ? null : ({ ...bare, clock } as DayText);
}

function bareDay(text: string, months: MonthNames): Bare | null {
  let parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (parts) return day(Number(parts[1]), Number(parts[2]), Number(parts[3]));

  parts = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})\.?$/.exec(text);
  if (parts) return fromTwo(Number(parts[1]), Number(parts[3]), fullYear(parts[4]!), parts[2] === '.');

  parts = /^(\d{4})[-/](\d{1,2})$/.exec(text);
  if (parts) return month(Number(parts[1]), Number(parts[2]));
  parts = /^(\d{1,2})[-/](\d{4})$/.exec(text);
  if (parts) return month(Number(parts[2]), Number(parts[1]));
  return fromNames(text, months);
}

/** Points are written where the day comes first. */
function fromTwo(first: number, second: number, year: number, points: boolean): Bare | null {
  if (first > 12 || (points && second <= 12)) return day(year, second, first);
  if (second > 12 || first === second) return day(year, first, second);
  return isPossible(year) ? ({ is: 'either', first, second, year } as Bare) : null;
}

const month = (year: number, number: number): Bare | null =>
  isPossible(year) && number >= 1 && number <= 12 ? ({ is: 'month', year, month: number } as Bare) : null;

/** `Jan 13, 2026`, `13 January 2026`, `13-Jan-2026`, `13 de enero de 2026`, `October 1`, `Nov 2026`; a weekday may precede. */
function fromNames(text: string, months: MonthNames): Bare | null {
  const words = text
    .replace(/(\d)(?:st|nd|rd|th)\b/i, '$1')
    .split(/[\s,/-]+|(?<=\d)\.|\bde\b/)
    .filter((word) => word !== '');
  const named = words.map((word) => months.get(monthKey(word)));
  const number = named.find((one) => one !== undefined);
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const others = words.length - numbers.length - 1;
  // One more word may be the day of the week.
  if (number === undefined || others > 1) return null;
  const years = numbers.filter((one) => one.length === 4);
  const dates = numbers.filter((one) => one.length <= 2).map(Number);
  if (years.length === 1 && dates.length === 1) return day(Number(years[0]), number, dates[0]!);
  if (years.length === 1 && dates.length === 0) return month(Number(years[0]), number);
  // `25-Mar-26`: the year comes last.
  if (years.length === 0 && dates.length === 2) return day(fullYear(numbers[1]!.padStart(2, '0')), number, dates[0]!);
  if (years.length > 0 || dates.length !== 1) return null;
  // 2024 has a 29 February.
  return dayFrom(2024, number, dates[0]!) === null
    ? null
    : ({ is: 'yearless', month: number, date: dates[0]! } as Bare);
}
