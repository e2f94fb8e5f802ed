import type { TimeZone } from '../../notation/time-zones';
import { ServiceError } from '../../contract/service-error';

/** What has to be known of a time zone. */
export type Zone = Pick<TimeZone, 'name' | 'offsetAt'>;

/** The fields of an instant in one time zone. */
interface Fields {
  wall: Date;
  offset: number;
  zone: string;
}

/** Letters of Java's SimpleDateFormat; `count` is how often the letter stands in a row. */
const letters: Record<string, (fields: Fields, count: number) => string> = {
  G: () => 'AD',
  y: ({ wall }, count) => (count === 2 ? pad(wall.getUTCFullYear() % 100, 2) : pad(wall.getUTCFullYear(), count)),
  Y: ({ wall }, count) => pad(weekOf(wall).year, count),
  M: month,
  L: month,
  d: ({ wall }, count) => pad(wall.getUTCDate(), count),
  D: ({ wall }, count) =>
    pad(Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / 86_400_000) + 1, count),
  E: ({ wall }, count) => named(wall, { weekday: count > 3 ? 'long' : 'short' }),
  u: ({ wall }, count) => pad(wall.getUTCDay() || 7, count),
  F: ({ wall }, count) => pad(Math.ceil(wall.getUTCDate() / 7), count),
  w: ({ wall }, count) => pad(weekOf(wall).week, count),
  W: ({ wall }, count) => pad(Math.floor((wall.getUTCDate() - 1 + firstWeekday(wall)) / 7) + 1, count),
  a: ({ wall }) => (wall.getUTCHours() < 12 ? 'AM' : 'PM'),
  H: ({ wall }, count) => pad(wall.getUTCHours(), count),
  k: ({ wall }, count) => pad(wall.getUTCHours() || 24, count),
  K: ({ wall }, count) => pad(wall.getUTCHours() % 12, count),
  h: ({ wall }, count) => pad(wall.getUTCHours() % 12 || 12, count),
  m: ({ wall }, count) => pad(wall.getUTCMinutes(), count),
  s: ({ wall }, count) => pad(wall.getUTCSeconds(), count),
  S: ({ wall }, count) => pad(wall.getUTCMilliseconds(), count),
  Z: ({ offset }) => offsetText(offset, ''),
  X: ({ offset }, count) =>
    offset === 0 ? 'Z' : count === 1 ? offsetText(offset, '').slice(0, 3) : offsetText(offset, count === 2 ? '' : ':'),
  z: ({ wall, offset, zone }, count) =>
    zone === 'UTC' || zone === 'GMT'
      ? zone
      : (zoneName(wall.getTime() - offset, zone, count) ?? `GMT${offset === 0 ? '' : offsetText(offset, ':')}`),
};

/** Formats as `Utilities.formatDate` does: Java's letters, English names. */
export function formatJavaDate(instant: number, zone: Zone, pattern: string): string {
  const offset = zone.offsetAt(instant);
  const fields: Fields = { wall: new Date(instant + offset), offset, zone: zone.name };
  if (pattern.split("'").length % 2 === 0) throw new ServiceError('Unterminated quote');
  return pattern.replace(
    /'((?:[^']|'')*)'|([A-Za-z])\2*/g,
    (part: string, quoted: string | undefined, letter: string) => {
      if (quoted !== undefined) return quoted === '' ? "'" : quoted.replaceAll("''", "'");
      const format = letters[letter];
      if (!format) throw new ServiceError(`Illegal pattern character '${letter}'`);
      return format(fields, part.length);
    },
  );
}

function month({ wall }: Fields, count: number): string {
  return count > 2 ? named(wall, { month: count === 3 ? 'short' : 'long' }) : pad(wall.getUTCMonth() + 1, count);
}

/** The weekday of the month's first day, Sunday as 0. */
function firstWeekday(wall: Date): number {
  return new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), 1)).getUTCDay();
}

/** English that is spoken in several parts of the world, each with short names for the zones there. */
const ENGLISH = ['en-US', 'en-GB', 'en-AU', 'en-IN', 'en-NZ', 'en-ZA', 'en-CA'];

/** `EST`, `Central European Time`; undefined for a zone that has no name. */
function zoneName(instant: number, timeZone: string, count: number): string | undefined {
  if (/^GMT[+-]/.test(timeZone)) return undefined;
  const timeZoneName = count > 3 ? 'long' : 'short';
  for (const locale of ENGLISH) {
    const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName });
    const name = format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value;
    if (name !== undefined && !/\d/.test(name)) return name;
  }
  return undefined;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function named(wall: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' }).format(wall);
}

function offsetText(offset: number, separator: string): string {
  const minutes = Math.abs(offset) / 60_000;
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}${separator}${pad(Math.floor(minutes % 60), 2)}`;
}

/** Weeks as the United States count them: from Sunday, the first one holds 1 January. */
function weekOf(wall: Date): { year: number; week: number } {
  const endOfWeek = new Date(wall.getTime() + (6 - wall.getUTCDay()) * 86_400_000);
  const year = endOfWeek.getUTCFullYear();
  const dayOfYear = Math.floor((endOfWeek.getTime() - Date.UTC(year, 0, 1)) / 86_400_000);
  return { year, week: Math.floor(dayOfYear / 7) + 1 };
}
