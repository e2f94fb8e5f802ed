import type { FieldModel, FormValues } from '../schema/form';
import { isPercentUnit, percentText } from '../schema/percent';
import { readNumber } from '../schema/read-number';
import { numberNotation } from '../schema/number-notation';
import { plainCharacters } from '../schema/typed-number';
import { numberText } from '../schema/typed-time';

/**
 * How the number that is typed into a field is read, such as `60%` for 60 and `1.5` for 1:30. Empty where it can only be
 * read in one way, and where it is no number: what is wrong is said when the form is sent.
 */
export function understood(
  { number, currency }: FieldModel,
  typed: string,
  values: FormValues,
  locale: string,
): string {
  if (!number || typed.trim() === '') return '';
  const { rules, unit } = number;
  const beside = unit ? (values[unit.beside] ?? '') : '';
  const counted = unit?.values ? unit.values[beside] : beside;
  const read = readNumber(rules, typed.trim(), { locale, currency, unit: counted });
  if (!('cell' in read) || typeof read.cell !== 'number') return '';
  const isPercentage =
    rules.format.endsWith('%') || isPercentUnit(counted) || plainCharacters(typed, locale).includes('%');
  // Plain digits without groups can only be read in one way.
  const isPlain = /^[+-]?\d+(?:[.,]\d+)?( ?%)?$/.exec(typed.trim());
  if (isPlain && isPercentage === (isPlain[1] !== undefined) && !isGrouped(typed, locale)) return '';
  return isPercentage ? percentText(read.cell, locale) : numberText(read.cell, locale);
}

/** `1.234` where a comma is decimal. */
const isGrouped = (typed: string, locale: string): boolean =>
  /[.,]/.test(typed.replace(numberNotation(locale).decimal, ''));
