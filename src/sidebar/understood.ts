import type { FieldModel, FormValues } from '../schema/form';
import { isPercentUnit, percentText, saysPercent } from '../schema/percent';
import { readNumber } from '../schema/read-number';
import { numberNotation } from '../schema/number-notation';
import { plainCharacters } from '../schema/typed-number';
import { numberText } from '../schema/typed-time';

/** What a number is counted in, with what stands beside it. */
function unitOf({ number }: FieldModel, values: FormValues): string | undefined {
  const beside = number?.unit ? (values[number.unit.beside] ?? '') : '';
  return number?.unit?.values ? number.unit.values[beside] : beside;
}

/** The number that is typed into a field, as the form's checks read it; null where it is none. */
export function numberTyped(field: FieldModel, typed: string, values: FormValues, locale: string): number | null {
  const { number, currency } = field;
  if (!number || typed.trim() === '') return null;
  const read = readNumber(number.rules, typed.trim(), { locale, currency, unit: unitOf(field, values) });
  return 'cell' in read && typeof read.cell === 'number' ? read.cell : null;
}

/**
 * How the number that is typed into a field is read, such as `60%` for 60 and `1.5` for 1:30. Empty where it can only be
 * read in one way, and where it is no number: what is wrong is said when the form is sent.
 */
export function understood(field: FieldModel, typed: string, values: FormValues, locale: string): string {
  const read = numberTyped(field, typed, values, locale);
  if (read === null) return '';
  const isPercentage =
    field.number!.rules.format.endsWith('%') ||
    isPercentUnit(unitOf(field, values)) ||
    saysPercent(plainCharacters(typed, locale));
  // Plain digits without groups can only be read in one way.
  const isPlain = /^[+-]?\d+(?:[.,]\d+)?( ?%)?$/.exec(typed.trim());
  if (isPlain && isPercentage === (isPlain[1] !== undefined) && !isGrouped(typed, locale)) return '';
  return isPercentage ? percentText(read, locale) : numberText(read, locale);
}

/** `1.234` where a comma is decimal. */
const isGrouped = (typed: string, locale: string): boolean =>
  /[.,]/.test(typed.replace(numberNotation(locale).decimal, ''));
