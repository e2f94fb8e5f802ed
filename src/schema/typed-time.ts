import { numberNotation } from './number-notation';
import { plainCharacters, readTypedNumber } from './typed-number';

const HOURS = '(?:h|hrs?|hours?|std|stunden?|heures?|horas?|uur|ч)\\.?';
const MINUTES = '(?:min|mins|minutes?|minuten|minutos?|мин)\\.?';

/** `1:30`, `30:15`, `1:30:00`, `1:30 h`, and `:45` without hours. */
const CLOCK = new RegExp(`^(\\d{0,6}):([0-5]\\d)(?::([0-5]\\d))?(?: ?${HOURS})?$`, 'i');
/** `1h30`, `1 h 30 min`. A lone `30 m` is none: it may be metres. */
const MIXED = new RegExp(`^(\\d{1,6}) ?${HOURS} ?([0-5]?\\d) ?(?:m|${MINUTES})?$`, 'i');
const ONLY_HOURS = new RegExp(`^([\\d., ']{1,20}?) ?${HOURS}$`, 'i');
const ONLY_MINUTES = new RegExp(`^([\\d., ']{1,20}?) ?${MINUTES}$`, 'i');
const LIKE_TIME = new RegExp(`^(?::\\d|\\d[\\d., ']*(?::| ?(?:${HOURS}|${MINUTES})(?![\\p{L}])))`, 'iu');

/** Whether a text is meant as a time, well written or not; its message tells how, where it is not. */
export type TypedTime = { hours: number } | { problem: string } | null;

/** Reads a length of time as a person types it. Null where the text has neither a colon nor the word for hours or minutes. */
export function readTypedTime(typed: string, locale: string): TypedTime {
  const text = plainCharacters(typed, locale);
  const [, hours, minutes, seconds = '0'] = CLOCK.exec(text) ?? MIXED.exec(text) ?? [];
  if (hours !== undefined) return inHours(Number(hours) * 60 + Number(minutes) + Number(seconds) / 60);
  const only = numberOf(ONLY_HOURS.exec(text)?.[1], locale);
  if (only !== null) return inHours(only * 60);
  const onlyMinutes = numberOf(ONLY_MINUTES.exec(text)?.[1], locale);
  if (onlyMinutes !== null) return inHours(onlyMinutes);
  if (!LIKE_TIME.test(text)) return null;
  return { problem: `“${text.slice(0, 40)}” is not a time. Write it like 1:30, 90 min or ${numberText(1.5, locale)}` };
}

/** A number as this locale writes it, without groups. */
export const numberText = (hours: number, locale: string): string =>
  String(hours).replace('.', numberNotation(locale).decimal);

/** 15 digits are what a cell holds and what a form takes back. */
const inHours = (minutes: number): TypedTime => ({ hours: Number((minutes / 60).toPrecision(15)) });

/** One or two digits after a point or comma are no group, so that beside a unit either is the decimal one. */
function numberOf(text: string | undefined, locale: string): number | null {
  if (text === undefined) return null;
  const read = readTypedNumber(text.replace(/^(\d+)[.,](\d\d?)$/, `$1${numberNotation(locale).decimal}$2`), locale);
  return 'value' in read ? read.value : null;
}
