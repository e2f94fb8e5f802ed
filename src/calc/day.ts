/**
 * Whole days as serial day numbers: day 1 is 31 December 1899, as spreadsheets count.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Serial number of 1 January 1970. */
const EPOCH = 25_569;

/** Other years are mistakes: nobody shares revenue in the year 26, or 20026. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2100;
/** The first of January and the last of December of these years. */
export const FIRST_DAY = 2;
export const LAST_DAY = 73_415;

const kindOf = Object.prototype.toString;

/** A Date, also one made in another global scope, where `instanceof` fails. */
export const isDate = (value: unknown): value is Date =>
  typeof value === 'object' && value !== null && kindOf.call(value) === '[object Date]';

/**
 * The day of an instant that a date cell holds. A sheet hands a day over as its midnight in the sheet's time zone;
 * 13 hours later it is still that day in UTC for sheets from UTC−10 to UTC+13, whatever the script's own zone.
 */
export const dayOfInstant = (instant: Date): number => Math.floor((instant.getTime() + 13 * HOUR) / DAY) + EPOCH;

/**
 * The day of a date cell. Where the sheet is in the script's own time zone, its midnight is the script's, from UTC−12 to
 * UTC+14; two zones a whole day apart, such as UTC−10 and UTC+14, cannot be told apart otherwise.
 */
function dayOfCell(date: Date): number {
  const isOwnMidnight = date.getHours() === 0 && date.getMinutes() === 0 && date.getSeconds() === 0;
  // Not by way of Date.UTC, which takes the year 26 for 1926. Zones were minutes and seconds off long ago.
  return isOwnMidnight
    ? Math.round((date.getTime() - date.getTimezoneOffset() * MINUTE) / DAY) + EPOCH
    : dayOfInstant(date);
}

/** The day of a cell: a date, or a serial number in a cell that lost its date format. Null for anything else. */
export function dayOf(cell: unknown): number | null {
  if (isDate(cell)) return Number.isNaN(cell.getTime()) ? null : dayOfCell(cell);
  return typeof cell === 'number' && Number.isFinite(cell) ? Math.floor(cell) : null;
}

/** `2026-01-31` for a serial day number. */
export const isoOfDay = (day: number): string => new Date((day - EPOCH) * DAY).toISOString().slice(0, 10);

/** The serial day number of `2026-01-31`; null when there is no such day. */
export function dayOfIso(iso: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return null;
  const milliseconds = Date.parse(`${iso}T00:00:00Z`);
  // The parser turns 31 February into 3 March: only a day that reads back the same exists.
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString().slice(0, 10) !== iso) return null;
  return milliseconds / DAY + EPOCH;
}

const partsOf = (day: number) => {
  const date = new Date((day - EPOCH) * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), date: date.getUTCDate() };
};

/** The same date so many months later, or the last day of that month where it has no such date. */
export function addMonths(day: number, months: number): number {
  const { year, month, date } = partsOf(day);
  const last = new Date(Date.UTC(year, month + months + 1, 0)).getUTCDate();
  return Date.UTC(year, month + months, Math.min(date, last)) / DAY + EPOCH;
}

/** The year of a day. */
export const yearOf = (day: number): number => partsOf(day).year;

/** Calendar months from the month of one day to the month of another. */
export function monthsBetween(from: number, to: number): number {
  const [first, last] = [partsOf(from), partsOf(to)];
  return (last.year - first.year) * 12 + last.month - first.month;
}

/** The first day of a day's month. */
export const monthStart = (day: number): number => day - partsOf(day).date + 1;

/** `2026-01` for a day in it. */
export const isoOfMonth = (day: number): string => isoOfDay(day).slice(0, 7);
