import { asShown } from '../calc/decimal';
import { numberNotation } from './number-notation';
import { DAY, HOUR, MINUTE, SECOND } from './time-words';
import { inDecimals, partWritten, plainCharacters, readTypedNumber } from './typed-number';

/** With the point that may stand behind an abbreviation. */
const [HOURS, MINUTES, SECONDS, DAYS] = [HOUR, MINUTE, SECOND, DAY].map((words) => `${words}\\.?`);

/** `1:30`, `30:15`, `1:30:00`, `1:30 h`, and `:45` without hours. */
const CLOCK = new RegExp(`^([+-]? ?)(\\d{0,6}):([0-5]\\d)(?::([0-5]\\d))?(?: ?${HOURS})?$`, 'i');
/** `1h30`, `1 h 30 min`, `1h 30m 15s`. */
const MIXED = new RegExp(
  `^([+-]? ?)(\\d{1,6}) ?${HOURS}(?:,| and| und| et| y| e| og| och| en)? ?([0-5]?\\d) ?(?:m|${MINUTES})?(?: ?([0-5]?\\d) ?${SECONDS})?$`,
  'i',
);
const NUMBER = `([+-]? ?[\\d., ']{1,20}?)`;
const ONLY_HOURS = new RegExp(`^${NUMBER} ?${HOURS}$`, 'i');
/** A lone `m`, too, where minutes can be meant. */
const ONLY_MINUTES = new RegExp(`^${NUMBER} ?(?:m|${MINUTES})$`, 'i');
const ONLY_SECONDS = new RegExp(`^${NUMBER} ?${SECONDS}$`, 'i');
const ONLY_DAYS = new RegExp(`^[+-]? ?\\d[\\d., ']{0,20}? ?${DAYS}(?: ?\\d.{0,20})?$`, 'i');
const PART_OF_HOURS = new RegExp(`^(.{1,20}?) ?${HOURS}$`, 'i');
const LIKE_TIME = new RegExp(`^(?:[+-]? ?:\\d|[+-]? ?\\d[\\d., ']*(?::| ?(?:${HOURS}|${MINUTES})(?![\\p{L}])))`, 'iu');
/** Metres, months, minutes: beside a column of hours they can only be the last. */
const LONE_M = /^[^a-z]*m$/i;

/** Whether a text is meant as a time, well written or not; its message tells how, where it is not. */
export type TypedTime = { hours: number } | { problem: string } | null;

/**
 * Reads a length of time as a person types it. Null where the text has neither a colon nor the word for hours or minutes.
 * @param among what a lone m may be: `90m` is a time among hours only
 */
export function readTypedTime(typed: string, locale: string, among: 'hours' | 'numbers' = 'hours'): TypedTime {
  const text = plainCharacters(typed, locale);
  if (among === 'numbers' && LONE_M.test(text)) return null;
  const [, sign, hours, minutes, seconds = '0'] = CLOCK.exec(text) ?? MIXED.exec(text) ?? [];
  if (hours !== undefined) {
    const size = Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
    return inHours(sign!.startsWith('-') ? -size : size);
  }
  const only = numberOf(ONLY_HOURS.exec(text)?.[1], locale);
  if (only !== null) return inHours(only * 60);
  const onlyMinutes = numberOf(ONLY_MINUTES.exec(text)?.[1], locale);
  if (onlyMinutes !== null) return inHours(onlyMinutes);
  const onlySeconds = among === 'hours' ? numberOf(ONLY_SECONDS.exec(text)?.[1], locale) : null;
  if (onlySeconds !== null) return inHours(onlySeconds / 60);
  const part = partWritten(PART_OF_HOURS.exec(text)?.[1] ?? '');
  if (part !== null) return { problem: `Write it with decimals: ${numberText(inDecimals(part), locale)} h` };
  if (among === 'hours' && ONLY_DAYS.test(text)) {
    return { problem: `Nobody knows how many hours “${text.slice(0, 40)}” are. Write the hours, such as 16` };
  }
  if (!LIKE_TIME.test(text)) return null;
  return { problem: `“${text.slice(0, 40)}” is not a time. Write it like 1:30, 90 min or ${numberText(1.5, locale)}` };
}

/** A number as this locale writes it, without groups. */
export const numberText = (hours: number, locale: string): string =>
  String(hours).replace('.', numberNotation(locale).decimal);

/**
 * Hours as people read them: as a number where four decimals say it, and else as `0:10` or `0:10:05`. Null where that would
 * be another length of time.
 */
export function hoursText(hours: number, locale: string): string | null {
  if (Number.isInteger(asShown(hours * 10_000))) return numberText(hours, locale);
  const size = Math.round(Math.abs(hours) * 3600);
  const [minutes, seconds] = [Math.floor(size / 60) % 60, size % 60].map((part) => String(part).padStart(2, '0'));
  const clock = `${hours < 0 ? '-' : ''}${Math.floor(size / 3600)}:${minutes!}${seconds === '00' ? '' : `:${seconds!}`}`;
  const read = readTypedTime(clock, locale);
  return read !== null && 'hours' in read && read.hours === asShown(hours) ? clock : null;
}

/** 15 digits are what a cell holds and what a form takes back. */
const inHours = (minutes: number): TypedTime => ({ hours: minutes === 0 ? 0 : Number((minutes / 60).toPrecision(15)) });

/** One or two digits after a point or comma are no group, so that beside a unit either is the decimal one. */
function numberOf(text: string | undefined, locale: string): number | null {
  if (text === undefined) return null;
  const read = readTypedNumber(
    text.replace(/^([+-]? ?\d+)[.,](\d\d?)$/, `$1${numberNotation(locale).decimal}$2`),
    locale,
  );
  return 'value' in read ? read.value : null;
}
