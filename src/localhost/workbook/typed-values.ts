import type { CellPatch, CellValue } from '../contract/engine';
import { dateFormat, toEngineFormula } from '../notation/localized-formulas';
import { ServiceError } from '../contract/service-error';
import type { TimeZone } from '../notation/time-zones';
import type { Workbook } from './workbook';

/** What a value from a script becomes in a cell: texts are read as if a person had typed them. */
export function patchFor(value: unknown, pattern: string, workbook: Workbook): CellPatch {
  if (value === null || value === undefined || value === '') return { value: null };
  if (typeof value === 'boolean') return { value };
  if (typeof value === 'number') return Number.isFinite(value) ? { value } : { value: '#NUM!' };
  if (isDate(value)) {
    return Number.isNaN(value.getTime())
      ? { value: String(value) }
      : formatted(workbook.timeZone.serialOf(value.getTime()), pattern, dateFormat(workbook.locale));
  }
  return typedText(String(value), pattern, workbook);
}

/** Characters that one cell can hold. */
const MOST_CHARACTERS = 50_000;

function typedText(text: string, pattern: string, workbook: Workbook): CellPatch {
  if (text.length > MOST_CHARACTERS) {
    throw new ServiceError(
      `Your input contains more than the maximum of ${MOST_CHARACTERS} characters in a single cell.`,
    );
  }
  if (isTextPattern(pattern)) return { value: text };
  if (text.startsWith("'")) return { value: text.slice(1), forceText: true };
  if (text.startsWith('=') && text.length > 1) return { formula: toEngineFormula(text, workbook.locale) };
  if (!looksLikeMore(text)) return { value: text };
  const typed = workbook.parseTyped(text);
  if (typeof typed.value === 'number') return formatted(typed.value, pattern, typed.pattern);
  return { value: typed.value };
}

/** The number, with the format that comes with it unless the cell has one already. */
function formatted(value: number, pattern: string, ownPattern: string | undefined): CellPatch {
  return pattern || !ownPattern ? { value } : { value, style: { n: { pattern: ownPattern } } };
}

/** Whether a text might be read as something else: most texts are told apart without the parser. */
function looksLikeMore(text: string): boolean {
  return /\d/.test(text) || /^\s*(true|false)\s*$/i.test(text);
}

export function isTextPattern(pattern: string): boolean {
  return pattern === '@' || pattern === '@@@';
}

/** What a cell holds as a script gets it: a blank is "", a date a Date. */
export function scriptValue(value: CellValue, timeZone: TimeZone): string | number | boolean | Date {
  if (value === null) return '';
  return typeof value === 'object' ? new Date(timeZone.instantOf(value.serial)) : value;
}

/** Dates of any realm. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}
