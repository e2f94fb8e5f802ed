import { dayOfIso, isoOfDay } from '../../calc/day';
import { dayFrom, readDayText, type DayText } from './day-text';
import type { MonthNames } from './month-names';
import { plainText } from './plain-text';

export type DayOrder = 'day first' | 'month first';

/** What a file's days say about their order; `any` where it makes no difference. */
export type OrderFound = DayOrder | 'any' | 'unclear';

/** Days as the texts of one file write them. Every text is read once: a file repeats few of them often. */
export class Days {
  private readonly texts = new Map<string, DayText | null>();

  constructor(private readonly months: MonthNames) {}

  textOf(text: string): DayText | null {
    let read = this.texts.get(text);
    if (read === undefined) {
      read = readDayText(plainText(text), this.months);
      this.texts.set(text, read);
    }
    return read;
  }

  /** The order in which the whole file writes day and month. */
  orderIn(texts: Iterable<string>): OrderFound {
    let unclear = false;
    const found = new Set<DayOrder>();
    for (const text of texts) {
      const slashed = /^\s*(\d{1,2})[-/](\d{1,2})[-/]\d{2}/.exec(text);
      if (!slashed) continue;
      const [first, second] = [Number(slashed[1]), Number(slashed[2])];
      if (first > 12) found.add('day first');
      else if (second > 12) found.add('month first');
      else if (first !== second) unclear = true;
    }
    if (found.size === 1) return [...found][0]!;
    return found.size > 1 || unclear ? 'unclear' : 'any';
  }

  /**
   * The day that a text names, with its time of day.
   * @param year of a text that names none
   */
  read(text: string, order: DayOrder | null, year: number | null): { day: number; clock: DayText['clock'] } | null {
    const read = this.textOf(text);
    const day = read && dayIn(read, order, year);
    return day === null ? null : { day, clock: read!.clock };
  }
}

function dayIn(text: DayText, order: DayOrder | null, year: number | null): number | null {
  switch (text.is) {
    case 'day':
      return text.day;
    case 'month':
      return lastDayOf(text.year, text.month);
    case 'yearless':
      return year === null ? null : dayFrom(year, text.month, text.date);
    case 'either':
      if (order === null) return null;
      return order === 'day first'
        ? dayFrom(text.year, text.second, text.first)
        : dayFrom(text.year, text.first, text.second);
  }
}

const lastDayOf = (year: number, month: number): number | null =>
  month === 12 ? dayFrom(year, 12, 31) : dayFrom(year, month + 1, 1)! - 1;

/** The last day of a day's month: a month's figure is whole on that day. */
export function endOfMonth(day: number): number {
  const [year = 0, month = 0] = isoOfDay(day).split('-').map(Number);
  return lastDayOf(year, month)!;
}

/**
 * The years of days that are written without one, in the order of the file: they run one way, forward or back, and a
 * jump against it is a turn of the year.
 * @param latest the year of the latest day
 */
export function yearsOf(texts: readonly (DayText | null)[], latest: number): (number | null)[] {
  const places = texts.map((text) => (text?.is === 'yearless' ? text.month * 31 + text.date : null));
  const known = places.filter((place) => place !== null);
  const steps = known.slice(1).map((place, at) => Math.sign(place - known[at]!));
  const forward = steps.reduce<number>((sum, step) => sum + step, 0) >= 0;
  let turns = 0;
  let before: number | null = null;
  const turned = places.map((place) => {
    if (place === null) return null;
    if (before !== null && (forward ? place < before : place > before)) turns += 1;
    before = place;
    return turns;
  });
  return turned.map((turn) => (turn === null ? null : forward ? latest - turns + turn : latest - turn));
}

export const isIsoDay = (text: string): boolean => dayOfIso(text) !== null;
