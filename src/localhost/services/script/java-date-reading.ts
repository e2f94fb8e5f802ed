import { ServiceError } from '../../contract/service-error';
import type { Zone } from './java-dates';

/** What a text says of an instant, as far as it says it. */
interface Said {
  year: number;
  month: number;
  day: number;
  hour: number;
  afternoon?: boolean;
  minute: number;
  second: number;
  millisecond: number;
  /** Before or after Greenwich, in milliseconds. */
  offset?: number;
}

interface Letter {
  /** What is read, as a pattern; letters of numbers that touch take as many digits as they are. */
  pattern: (count: number, touches: boolean) => string;
  say: (said: Said, text: string, count: number) => void;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WORD = '[A-Za-z]+';
const OFFSET = String.raw`Z|UTC|(?:GMT)?[+-]\d{1,2}:?\d{2}|GMT`;

const digits = (count: number, touches: boolean): string => (touches ? String.raw`\d{${count}}` : String.raw`\d+`);

const number = (set: (said: Said, value: number) => void): Letter => ({
  pattern: digits,
  say: (said, text) => set(said, Number(text)),
});

const month: Letter = {
  pattern: (count, touches) => (count > 2 ? WORD : digits(count, touches)),
  say: (said, text, count) => {
    const at = count > 2 ? MONTHS.indexOf(text.slice(0, 3).toLowerCase()) : Number(text) - 1;
    if (count > 2 && at < 0) throw new RangeError('no month');
    said.month = at;
  },
};

const zone: Letter = {
  pattern: () => OFFSET,
  say: (said, text) => {
    const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{1,2}):?(\d{2})$/.exec(text) ?? [];
    said.offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
  },
};

/** Letters of Java's SimpleDateFormat that a text can be read by. */
const letters: Readonly<Record<string, Letter>> = {
  y: {
    pattern: digits,
    // Two digits are the year that is at most 80 years before and 20 years after today.
    say: (said, text, count) => {
      const now = new Date().getUTCFullYear();
      const century = Math.floor((now - 80) / 100) * 100;
      const short = century + Number(text);
      said.year = count <= 2 && text.length === 2 ? (short < now - 80 ? short + 100 : short) : Number(text);
    },
  },
  M: month,
  L: month,
  d: number((said, value) => (said.day = value)),
  H: number((said, value) => (said.hour = value)),
  k: number((said, value) => (said.hour = value % 24)),
  h: number((said, value) => (said.hour = value % 12)),
  K: number((said, value) => (said.hour = value)),
  m: number((said, value) => (said.minute = value)),
  s: number((said, value) => (said.second = value)),
  S: number((said, value) => (said.millisecond = value)),
  a: { pattern: () => '[AaPp][Mm]', say: (said, text) => (said.afternoon = /^p/i.test(text)) },
  // A name of a weekday is read over: the date says which it is.
  E: { pattern: () => WORD, say: () => undefined },
  Z: zone,
  X: zone,
  z: zone,
};

/**
 * Reads as `Utilities.parseDate` does, by Java's letters and English names. What is larger than its place goes over into
 * the next one (`32` January is 1 February), and what stands behind the text that is asked for is left out.
 * @param inZone where the text is meant, unless it says so itself
 * @returns milliseconds since 1970
 */
export function readJavaDate(text: string, inZone: Zone, pattern: string): number {
  const parts = [...pattern.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']/g)].map(([part, quoted, letter]) => ({
    letter,
    count: part.length,
    literal: quoted === undefined ? part : quoted === '' ? "'" : quoted.replaceAll("''", "'"),
  }));
  const read = parts.map(({ letter, count, literal }, at) => {
    if (letter === undefined) return literal.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    const known = letters[letter];
    if (!known) throw new ServiceError(`Illegal pattern character '${letter}'`);
    return `(${known.pattern(count, parts[at + 1]?.letter !== undefined)})`;
  });
  const [, ...found] = new RegExp(`^\\s*${read.join('')}`).exec(text) ?? [];
  const fields = parts.filter(({ letter }) => letter !== undefined);
  if (found.length === 0 || found.length !== fields.length) throw unreadable(text);
  const said: Said = { year: 1970, month: 0, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 };
  try {
    fields.forEach(({ letter, count }, at) => letters[letter!]!.say(said, found[at]!, count));
  } catch {
    throw unreadable(text);
  }
  const { year, month: ofYear, day, hour, afternoon = false, minute, second, millisecond, offset } = said;
  const wall = new Date(0);
  wall.setUTCFullYear(year, ofYear, day);
  wall.setUTCHours(afternoon && hour < 12 ? hour + 12 : hour, minute, second, millisecond);
  const there = wall.getTime();
  if (offset !== undefined) return there - offset;
  // The offset at that instant, which is not known before it.
  const first = there - inZone.offsetAt(there);
  return there - inZone.offsetAt(first);
}

const unreadable = (text: string): ServiceError => new ServiceError(`Unparseable date: "${text}"`);
