import { dayOf, dayOfIso, isDate } from '../calc/day';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Midnights of zones that are so far from UTC that a day may be taken for its neighbour fall between these hours of UTC. */
const [FIRST, LAST] = [10 * HOUR, 12 * HOUR];
/** Lengths of time are moments of the first days that a sheet has: `clocksAsText` reads them. */
const FIRST_DAY = Date.UTC(1901, 0, 1);

/**
 * What a sheet hands over, with every day as a date that is read as this day: a midnight from UTC−12 to UTC−11 and beyond
 * UTC+13 is the same instant as one of another zone a day apart, so that only the sheet's own zone tells them apart. It
 * is asked for where such a date is met, and once.
 * @param given cells, rows of cells, or ranges
 */
export function withSheetDays<T>(given: T, zoneOf: () => string): T {
  const known = new Map<number, Date>();
  let zone: string | undefined;
  const asDay = (date: Date): Date => {
    const instant = date.getTime();
    const hour = instant % DAY;
    if (!(instant >= FIRST_DAY && hour >= FIRST && hour <= LAST)) return date;
    const before = known.get(instant);
    if (before) return before;
    zone ??= zoneOf();
    const read = dayInZone(date, zone);
    known.set(instant, read);
    return read;
  };
  const of = (value: unknown): unknown => {
    if (isDate(value)) return asDay(value);
    if (!Array.isArray(value)) return value;
    // Most ranges hold no such day, and are handed on as they are.
    let changed: unknown[] | undefined;
    for (let at = 0; at < value.length; at++) {
      const one: unknown = value[at];
      if (typeof one !== 'object' || one === null) continue;
      const read = of(one);
      if (read !== one) (changed ??= value.slice())[at] = read;
    }
    return changed ?? value;
  };
  return of(given) as T;
}

/** Anything but a midnight is a moment, and stays one. */
function dayInZone(date: Date, zone: string): Date {
  const [iso = '', clock] = Utilities.formatDate(date, zone, 'yyyy-MM-dd HH:mm:ss').split(' ');
  if (clock !== '00:00:00' || dayOf(date) === dayOfIso(iso)) return date;
  return new Date(`${iso}T00:00:00Z`);
}
