import { dayOf, FIRST_DAY, isDate, LAST_DAY, yearOf } from '../../calc/day';
import { asShown } from '../../calc/decimal';
import { nameKey } from '../../calc/name';
import { describe } from './cell';

/** Says what is wrong with a cell and stops there. */
export type Refuse = (complaint: string) => never;

/** A kind of value that a cell may hold. */
export interface CellKind<T> {
  /** What is expected, in words: "a number". Messages say that something "is not a number". */
  readonly expected: string;
  /** Its name in a JSDoc comment. */
  readonly type: 'number' | 'string' | 'boolean' | 'Date';
  /** Numbers from here to there are taken as they stand, so that a clean block of numbers costs next to nothing. */
  readonly from: number;
  readonly to: number;
  /** The value of a cell that is neither blank, an error, nor a number taken as it stands; null counts as blank. */
  read(value: unknown, refuse: Refuse): T | null;
}

const NO_NUMBERS = { from: Infinity, to: -Infinity };
const TEXT = { ...NO_NUMBERS, type: 'string' } as const;

/** `"abc" is not a number`: what was found, and what is expected. */
export function complain(value: unknown, expected: string): string {
  return `${describe(value)} is not ${expected}`;
}

const NUMERIC = /^\s*[-+(]?[\s$€£¥]*\d[\d.,'\s]*[\s$€£¥%)]*$/;

/** Would a person take the text for a number? */
export const looksNumeric = (text: string): boolean => text.length < 100 && NUMERIC.test(text);

/** 1:30 in a cell is a moment of the first days that a sheet has. */
const isDuration = (value: unknown): boolean => isDate(value) && value.getTime() < FIRST_MEANT;
const FIRST_MEANT = Date.UTC(1901, 0, 1);

export interface NumberLimits {
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
  /** The limit `min` itself is not allowed. */
  readonly above?: boolean;
}

/** A finite number, within limits where some are given. Texts, dates and yes/no values are no numbers. */
export function numberKind(limits: NumberLimits = {}): CellKind<number> {
  const { min = -Number.MAX_VALUE, max = Number.MAX_VALUE, whole = false, above = false } = limits;
  const expected = expectedNumber(limits);
  const fits = (value: number) =>
    value >= min && value <= max && !(above && value === min) && !(whole && value % 1 !== 0);
  return {
    expected,
    type: 'number',
    ...(whole || above ? NO_NUMBERS : { from: min, to: max }),
    read(value, refuse) {
      if (typeof value === 'number') return fits(value) ? value : refuse(complain(value, expected));
      if (typeof value === 'string' && looksNumeric(value)) {
        return refuse(`${describe(value)} is text, not a number`);
      }
      if (isDuration(value))
        return refuse('a length of time is not a number; write 1:30 as 1.5, or as the cell times 24');
      return refuse(complain(value, 'a number'));
    },
  };
}

/** Larger numbers are no percentages that lack their sign. */
const LARGEST_PERCENTAGE = 1000;

/** `10 is 1000 %; write 10%`: a percentage arrives as a fraction, so that one typed without its sign counts hundredfold. */
export function complainOfPercent(value: number, expected: string): string {
  if (value > LARGEST_PERCENTAGE) return complain(value, expected);
  return `${value} is ${asShown(value * 100)} %; write ${value}%`;
}

/** A percentage of at most `max` (1 is 100 %), not so large that a whole number must be meant for one of percent. */
export function percentKind(limits: { readonly min?: number; readonly max: number }): CellKind<number> {
  const numbers = numberKind(limits);
  const { expected } = numbers;
  return {
    ...numbers,
    read(value, refuse) {
      if (typeof value !== 'number' || !(value > limits.max)) return numbers.read(value, refuse);
      return Number.isFinite(value) ? refuse(complainOfPercent(value, expected)) : numbers.read(value, refuse);
    },
  };
}

function expectedNumber({ min, max, whole, above }: NumberLimits): string {
  const noun = whole ? 'a whole number' : 'a number';
  if (min === undefined) return max === undefined ? noun : `${noun} of ${max} or less`;
  if (max !== undefined) return `${noun} from ${min} to ${max}`;
  return above ? `${noun} above ${min}` : `${noun} of ${min} or more`;
}

/** A word of a list, in any case. */
export function wordKind<const W extends string>(words: readonly W[]): CellKind<W> {
  const expected = `one of: ${words.join(', ')}`;
  return {
    ...TEXT,
    expected,
    read(value, refuse) {
      return (typeof value === 'string' ? wordIn(words, value) : undefined) ?? refuse(complain(value, expected));
    },
  };
}

function wordIn<W extends string>(words: readonly W[], text: string): W | undefined {
  const wanted = nameKey(text);
  return words.find((word) => nameKey(word) === wanted);
}

/** A number, or a word of a list in any case. */
export function numberOrWordKind<const W extends string>(
  numbers: CellKind<number>,
  words: readonly W[],
): CellKind<number | W> {
  const expected = `${numbers.expected}${words.length > 1 ? ', or one of: ' : ' or '}${words.join(', ')}`;
  return {
    ...numbers,
    expected,
    read(value, refuse) {
      if (typeof value !== 'string') return numbers.read(value, refuse);
      const word = wordIn(words, value);
      if (word !== undefined) return word;
      return looksNumeric(value) ? numbers.read(value, refuse) : refuse(complain(value, expected));
    },
  };
}

/** A rating: a number, or the text that says a criterion does not apply. */
export const ratingKind = numberOrWordKind(numberKind(), ['n/a']);

/** The name of a party or an item, trimmed. A number can be a name ("2026"), a date or TRUE cannot. */
export const nameKind: CellKind<string> = {
  ...TEXT,
  expected: 'a name',
  read(value, refuse) {
    if (typeof value === 'string') return nameKey(value) === '' ? null : value.trim();
    return typeof value === 'number' && Number.isFinite(value) ? String(value) : refuse(complain(value, 'a name'));
  },
};

/** The name of a stage or a level: as a name, but a number stays one. */
export const labelKind: CellKind<string | number> = { ...nameKind, from: -Number.MAX_VALUE, to: Number.MAX_VALUE };

export { nameKey };

/** Yes or no: TRUE and "yes", or "no", also where TRUE is text. FALSE is neither, for an unticked box is no answer yet. */
export const yesNoKind: CellKind<boolean> = {
  ...NO_NUMBERS,
  type: 'boolean',
  expected: 'yes, no, TRUE or FALSE',
  read(value, refuse) {
    const word = typeof value === 'boolean' ? String(value) : typeof value === 'string' ? nameKey(value) : '';
    if (word === 'yes' || word === 'true') return true;
    if (word === 'false') return null;
    return word === 'no' ? false : refuse(complain(value, 'yes, no, TRUE or FALSE'));
  },
};

/** 31 December 9999: a sheet shows no later day. */
const LAST_SHOWN = 2_958_465;

/** `the year 26 is not possible`, of a day that nobody means. */
const complainOfYear = (day: number): string => `the year ${yearOf(day)} is not possible`;

/** A whole day as its serial number, from a date or from a serial number itself. */
export const dayKind: CellKind<number> = {
  ...NO_NUMBERS,
  type: 'Date',
  expected: 'a date',
  read(value, refuse) {
    if (typeof value === 'string') return refuse(`${describe(value)} is text, not a date`);
    const day = dayOf(value);
    if (day !== null && day >= FIRST_DAY && day <= LAST_DAY) return day;
    const isNone = day === null || (typeof value === 'number' && (value < 0 || day > LAST_SHOWN));
    return refuse(isNone ? complain(value, 'a date') : complainOfYear(day));
  },
};
