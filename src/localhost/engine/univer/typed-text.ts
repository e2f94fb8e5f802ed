import { numfmt } from '@univerjs/core';
import type { TypedText } from '../../contract/engine';
import { hasDecimalComma } from '../../notation/localized-formulas';
import { countedDay } from './day-count';

const DOTTED_DATE = /^\s*\d{1,2}\.\d{1,2}\.\d{2,4}\s*$/;

/** A day and a month, as where points stand between them; group separators stand before three digits. */
const DAY_AND_MONTH = /^\s*(\d{1,2}\.\d{1,2})\.?\s*$/;

/** What a typed text means in a locale such as `de_DE`: a number, a date, a truth value, or the text itself. */
export function readTyped(text: string, locale: string): TypedText {
  const date = dotted(text, locale);
  if (date === 'text') return { value: text };
  const parsed = date ?? numfmt.parseValue(text, { locale });
  if (!parsed || (parsed.z?.includes('#,##0') && !isGrouped(text, locale))) return { value: text };
  const value = parsed.z?.includes('y') ? countedDay(Number(parsed.v)) : (parsed.v as string | number | boolean);
  return parsed.z ? { value, pattern: spaced(parsed.z, text) } : { value };
}

/** A pattern with the room that was typed before a currency sign behind the number. */
const spaced = (pattern: string, typed: string): string =>
  /\d\s+[€£$¥]\s*$/.test(typed) ? pattern.replace(/[€£$¥]$/, ' $&') : pattern;

/** Where points group digits, 31.3.2026 would be read as a number of seven digits and 31.3 as one of three. */
function dotted(text: string, locale: string): ReturnType<typeof numfmt.parseDate> | 'text' {
  if (DOTTED_DATE.test(text)) return numfmt.parseDate(text, { locale });
  const [, dayAndMonth] = DAY_AND_MONTH.exec(text) ?? [];
  if (dayAndMonth === undefined || !hasDecimalComma(locale)) return null;
  const date = numfmt.parseDate(`${dayAndMonth}.${new Date(Date.now()).getFullYear()}`, { locale });
  return date ? { ...date, z: 'dd.mm.yyyy' } : 'text';
}

/** Whether the digits of a number stand in groups of three, where they are grouped. */
function isGrouped(text: string, locale: string): boolean {
  const [group, decimal] = hasDecimalComma(locale) ? ['\\.', ','] : ["[,'’]", '\\.'];
  return new RegExp(`^\\D*(\\d+|\\d{1,3}(${group}\\d{3})+)(${decimal}\\d*)?\\D*$`).test(text);
}
