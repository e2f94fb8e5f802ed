import { isDate } from '../../calc/day';
import { quote } from '../../calc/quote';

/** What a function answers in one cell; null leaves it empty. */
export type Cell = number | string | null;

/** What a function answers: one cell, or rows of cells that spill. */
export type Answer = Cell | Cell[][];

/** How an empty cell or an omitted argument arrives. */
export type Blank = '' | null | undefined;

export function isBlank(value: unknown): value is Blank {
  return value === '' || value === null || value === undefined;
}

const ERROR_VALUES = new Set(
  '#N/A #REF! #DIV/0! #VALUE! #NAME? #NUM! #NULL! #ERROR! #SPILL! #CALC! Loading...'.split(' '),
);

/** Does the text stand for a cell that holds an error? Such cells arrive as their text. */
export function isErrorValue(value: unknown): value is string {
  return typeof value === 'string' && ERROR_VALUES.has(value);
}

/** A cell's value in the words of a message. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return isDate(value) ? 'a date' : 'a value that no cell can hold';
}
