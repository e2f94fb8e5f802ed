/**
 * Formulas as a spreadsheet of some locale writes them. Semicolons separate arguments in every locale. Where numbers have
 * a decimal comma, nothing else does, and the columns of an array literal are separated by backslashes; the engine knows
 * points and commas only.
 */

import { markedSheetNames, plainSheetNames } from './sheet-names';
import { functionsAsLiterals, literalsAsFunctions } from './array-literals';
import { hasIncompleteReference, typedOfUnreadable, unreadable } from './unreadable-formulas';

const commas = new Map<string, boolean>();
const dates = new Map<string, string>();

/** Whether a text names a locale as Sheets does: `en`, `de_DE`. */
export function isLocale(text: string): boolean {
  return /^[a-z]{2}(_[A-Z]{2})?$/.test(text) && Intl.NumberFormat.supportedLocalesOf(text.replace('_', '-')).length > 0;
}

/** The format in which a locale writes dates: `m/d/yyyy`, `dd.mm.yyyy`. */
export function dateFormat(locale: string): string {
  let format = dates.get(locale);
  // Every day that is written asks for it.
  if (format === undefined) dates.set(locale, (format = shortDate(locale)));
  return format;
}

function shortDate(locale: string): string {
  const sample = new Date(Date.UTC(2026, 2, 5));
  return new Intl.DateTimeFormat(locale.replace('_', '-'), { dateStyle: 'short', timeZone: 'UTC' })
    .formatToParts(sample)
    .map(({ type, value }) => {
      if (type === 'day') return value.length === 1 ? 'd' : 'dd';
      if (type === 'month') return value.length === 1 ? 'm' : 'mm';
      return type === 'year' ? 'yyyy' : value;
    })
    .join('');
}

/** Whether a locale such as `de_DE` writes a decimal comma. */
export function hasDecimalComma(locale: string): boolean {
  let answer = commas.get(locale);
  if (answer === undefined) {
    answer = /^\D*1,5/.test(new Intl.NumberFormat(locale.replace('_', '-')).format(1.5));
    commas.set(locale, answer);
  }
  return answer;
}

/** What is between quotes, and the signs that open and close parts of a formula. */
const QUOTED_OR_BRACKET = `"(?:[^"]|"")*"|'(?:[^']|'')*'|[{}()]`;

/** A separator, or a number with a decimal comma: not the end of a reference such as `A1,5`. */
const LOCAL_SIGN = '(?<![\\p{L}\\p{N}_$.,:!])\\d+,\\d+|(?<=[;(\\\\{=<>+*/^&-]\\s*),\\d+|[,;\\\\]';

/** `=SUMME(A1;1,5)` of the sheet → `=SUMME(A1,1.5)` of the engine. */
export function toEngineFormula(formula: string, locale: string): string {
  if (hasIncompleteReference(formula)) return unreadable(formula);
  const canonical = withPoints(formula, locale);
  return canonical === undefined ? unreadable(formula) : markedSheetNames(literalsAsFunctions(canonical));
}

/** With commas and points as the engine has them; undefined where a comma is decimal and separates something. */
function withPoints(formula: string, locale: string): string | undefined {
  if (!hasDecimalComma(locale)) {
    return formula.includes(';') ? rewritten(formula, ';', (_, inArray) => (inArray ? ';' : ',')) : formula;
  }
  let isReadable = true;
  const translated = rewritten(formula, LOCAL_SIGN, (part, inArray) => {
    if (part === ';') return inArray ? ';' : ',';
    if (part === '\\') return ',';
    // Where a comma is decimal it separates nothing.
    if (part === ',') isReadable = false;
    return part.replace(',', '.');
  });
  return isReadable ? translated : undefined;
}

/** `=SUMME(A1,1.5)` of the engine → `=SUMME(A1;1,5)` of the sheet. */
export function toLocalFormula(formula: string, locale: string): string {
  const typed = typedOfUnreadable(formula);
  if (typed !== undefined) return typed;
  const canonical = plainSheetNames(functionsAsLiterals(formula));
  if (!hasDecimalComma(locale)) return canonical;
  return rewritten(canonical, '\\d\\.\\d|(?<![\\p{L}\\p{N}_.])\\.\\d|,', (part, inArray) => {
    if (part === ',') return inArray ? '\\' : ';';
    return part.replace('.', ',');
  });
}

/**
 * Rewrites what stands outside texts and quoted sheet names; `inArray` is true directly between braces, and not between
 * the parentheses of a function there.
 */
function rewritten(formula: string, pattern: string, rewrite: (part: string, inArray: boolean) => string): string {
  const open: string[] = [];
  return formula.replace(new RegExp(`${QUOTED_OR_BRACKET}|${pattern}`, 'gu'), (part) => {
    if (part === '{' || part === '(') open.push(part);
    if (part === '}' || part === ')') open.pop();
    if (/^["'{}()]/.test(part)) return part;
    return rewrite(part, open[open.length - 1] === '{');
  });
}
