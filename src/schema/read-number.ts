import { asShown } from '../calc/decimal';
import type { Cell, Column } from './column';
import { meansCurrency } from './currency';
import { isPercentUnit, PERCENT_BEHIND, percentText } from './percent';
import { sameText } from './same-text';
import { currencyIn, inDecimals, partWritten, plainCharacters, readTypedNumber } from './typed-number';
import { HOUR_UNITS } from './time-words';
import { numberText, readTypedTime } from './typed-time';

/** What a text in a form becomes in a cell, or what is wrong with it in words for the person who typed it. */
export type ReadCell = { cell: Cell } | { problem: string };

/** What a column says of its numbers. Plain: it crosses to the sidebar. */
export type NumberRules = Pick<Column, 'format' | 'least' | 'most' | 'percent' | 'hours' | 'orWords' | 'countedIn'>;

interface Notation {
  locale: string;
  /** The currency of all amounts, where one is set. */
  currency: string | null;
  /** What the number is counted in, where the column says so. Asked only where the text leaves it open: it may be a read. */
  readonly unit?: Cell | undefined;
}

const AS_PERCENTAGE = 'Write it as a percentage from 0% to 100%, such as 60%.';

/**
 * Reads a number as a person types it for a column: percentages, lengths of time and amounts where it takes them. The
 * forms' checks read so, and the sidebar shows what they will read.
 */
export function readNumber(column: NumberRules, typed: string, notation: Notation): ReadCell {
  const { locale, currency } = notation;
  const [, first, bare, last] = PERCENTAGE.exec(plainCharacters(typed, locale))!;
  const percent = first !== undefined || last !== undefined;
  const isCounted = column.countedIn !== undefined && isPercentUnit(notation.unit);
  // A part of one: 0.3 is 30 %, and so is 30.
  const isFraction = column.format.endsWith('%') || (isCounted && column.countedIn?.units !== undefined);
  const inPercent = isCounted && !isFraction;
  if (percent && !isFraction && !inPercent && !column.percent) {
    return {
      problem: `A plain number is expected here, without %.${column.countedIn ? ' For a percentage, % has to be the unit of the KPI.' : ''}`,
    };
  }
  if ((isFraction || inPercent) && /\p{Sc}/u.test(typed)) return { problem: AS_PERCENTAGE };
  const part = isFraction || inPercent ? partOfWhole(plainCharacters(typed, locale), locale) : null;
  if (part) return part;
  // Before it is read as a number with a currency: 90 min are no 90.
  const time = asTime(column, typed, notation);
  if (time) return time;
  const number = readTypedNumber(percent ? bare! : typed, locale);
  if ('problem' in number) {
    const words = (column.orWords ?? []).map((word) => `, or write ${word}`).join('');
    return { problem: `${number.problem}${words}` };
  }
  const mark = currency ? currencyIn(typed, locale) : null;
  if (mark !== null && !meansCurrency(mark, currency!)) {
    return {
      problem: `All amounts here are in ${currency!}, not in ${mark}. Convert it, and write the amount without a currency.`,
    };
  }
  const size = Math.abs(number.value);
  if (inPercent && !percent && size > 0 && size <= 1) {
    const [asIs, asPart] = [number.value, asShown(number.value * 100)].map((value) => numberText(value, locale));
    return { problem: `It is counted in %: write ${asIs}% or ${asPart}%, whichever is meant.` };
  }
  // What is more than the whole can only be meant as a percentage: 60. A plain 1 stays the whole.
  const most = column.most ?? 1;
  const isBeyond = isCounted || number.value <= 100 * most;
  const isPercentage = percent || inPercent || (isFraction && number.value > most && isBeyond);
  // Typed percentages are read as decimals: 33.3 % becomes 0.333 without a binary remainder.
  const value = isPercentage ? Number((number.value / 100).toPrecision(15)) : number.value;
  return withinLimits(column, value);
}

/** `5%`, `5 pct`; Turkish and Basque write the sign first. */
const PERCENTAGE = new RegExp(`^(% ?)?(.*?)( ?(?:${PERCENT_BEHIND}))?$`, 'i');

/** A part of a whole as it is said and not typed, such as 3/4, 60:40 or 5 ‰: how to write it. */
function partOfWhole(text: string, locale: string): ReadCell | null {
  const perMille = readTypedNumber(/^(.+?) ?‰$/.exec(text)?.[1] ?? '', locale);
  if ('value' in perMille)
    return { problem: `Write it as a percentage: ${percentText(perMille.value / 1000, locale)}` };
  const [, one, other] = /^(\d{1,6}) ?%? ?[/⁄:-] ?(\d{1,6}) ?%?$/.exec(text) ?? [];
  if (Number(one) + Number(other) === 100) return { problem: `Write the part of this side alone: ${one!}%` };
  const part = partWritten(text.replace(/ ?%$/, ''));
  if (part === null) return one === undefined || /:/.test(text) ? null : { problem: AS_PERCENTAGE };
  const percent = text.endsWith('%') ? inDecimals(part) / 100 : Math.round(part * 10_000) / 10_000;
  return {
    problem:
      part < 1 || text.endsWith('%') ? `Write it as a percentage: ${percentText(percent, locale)}` : AS_PERCENTAGE,
  };
}

/** Whether a number of the column can be a length of time, with what it is counted in. */
export const takesTime = ({ hours }: Pick<Column, 'hours'>, unit: Cell | null | undefined): boolean =>
  hours === true ||
  (typeof hours === 'object' && (unit ? HOUR_UNITS.some((word) => sameText(word, unit)) : !hours.surely));

/** A text that is no number but a time: hours where the column takes them. */
function asTime(column: NumberRules, typed: string, notation: Notation): ReadCell | null {
  const { locale } = notation;
  if (/^-?\d+([.,]\d+)?$/.test(typed.trim())) return null;
  const { unit } = notation;
  const ofHours = takesTime(column, unit);
  const time = readTypedTime(typed, locale, ofHours ? 'hours' : 'numbers');
  if (!time) return null;
  if (ofHours) return 'hours' in time ? withinLimits(column, time.hours) : time;
  if (unit) return { problem: `It is counted in ${String(unit)}: a plain number is expected, not a time.` };
  const example = 'hours' in time ? time.hours : 1.5;
  return { problem: `A plain number is expected here, not a time, such as ${numberText(example, locale)}` };
}

function withinLimits(column: NumberRules, value: number): ReadCell {
  const { least, most } = column;
  if (least && (least.above ? value <= least.value : value < least.value)) {
    return {
      problem: least.above ? `More than ${least.value} is expected.` : `It cannot be less than ${least.value}.`,
    };
  }
  if (most !== undefined && value > most) {
    return { problem: column.format.endsWith('%') ? AS_PERCENTAGE : `At most ${most}.` };
  }
  return { cell: value };
}
