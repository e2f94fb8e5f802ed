/**
 * Formulas as text. They are defined with commas and written with semicolons, hold no decimal literal and no array literal,
 * and stand once in the heading cell of their column, so that sorting and new rows spare them.
 */

import { spelledOut } from './names';
import { numberNotation } from './number-notation';

export const decimalSeparator = (locale: string): '.' | ',' => numberNotation(locale).decimal;

/** What stands between the arguments of a formula that a person is shown. */
export const argumentSeparator = (locale: string): ',' | ';' => (decimalSeparator(locale) === '.' ? ',' : ';');

/** A formula as a script writes it: with semicolons, which every locale takes; commas inside quotes stay. */
export const renderFormula = (formula: string): string =>
  spelledOut(formula).replace(/"[^"]*"|'[^']*'|,/g, (part) => (part === ',' ? ';' : part));

const OWN_REFERENCE = /"[^"]*"|(?:'[^']*'|[\w.]+)![\w:$]+|(?<!\w)([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d*))?(?![\w(])/g;

/** A formula, or an address, whose references to its own tab (`A1`, `A1:B3`, `A2:A`) point at other columns and rows. */
export const withReferences = (
  formula: string,
  columnOf: (letters: string) => string,
  rowOf: (row: number) => number,
): string =>
  formula.replace(OWN_REFERENCE, (part, column?: string, row?: string, endColumn?: string, endRow?: string) => {
    if (!column) return part;
    const start = `${columnOf(column)}${rowOf(Number(row))}`;
    return endColumn ? `${start}:${columnOf(endColumn)}${endRow && rowOf(Number(endRow))}` : start;
  });

/** The same moved down and to the right, as a copy's are. */
export const shiftReferences = (formula: string, down: number, right: number): string =>
  withReferences(
    formula,
    (letters) => columnLetters(columnNumber(letters) + right),
    (row) => row + down,
  );

const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;

/** The formula of a computed column: it makes its own heading and answers every row below. */
export const columnFormula = (heading: string, body: string): string =>
  `=ARRAYFORMULA(VSTACK(${quoted(heading)},${body}))`;

/** The heading that a computed column's formula makes; undefined for any other formula. */
export const headingMadeBy = (formula: string): string | undefined =>
  /^=ARRAYFORMULA\(VSTACK\("((?:[^"]|"")*)"[;,]/i
    .exec(formula.replace(/\s+(?=[^"]*(?:"[^"]*"[^"]*)*$)/g, ''))?.[1]
    ?.replace(/""/g, '"');

/** Whether two formulas are the same but for spaces, separators, and quotes that a sheet's name does not need. */
export const sameFormula = (a: string, b: string): boolean => plainFormula(a) === plainFormula(b);

const plainFormula = (formula: string): string =>
  formula.replace(/"[^"]*"|[\s';]/g, (part) => (part.startsWith('"') ? part : part === ';' ? ',' : ''));

/** Column letters of a 1-based position. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** 1-based position of column letters. */
export const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

const sheetPrefix = (tabName: string | undefined): string =>
  tabName === undefined ? '' : `'${tabName.replace(/'/g, "''")}'!`;

/** The cells of a column below its heading, as an address: `Contributions!C2:C`. Formulas take `columnData`. */
export function columnReference(column: number, tabName?: string): string {
  const letters = columnLetters(column);
  return `${sheetPrefix(tabName)}${letters}2:${letters}`;
}

/**
 * The data of a column as formulas refer to it. An address that begins in row 2 moves down when somebody inserts a row
 * above it, and every figure then stands one row off; one that begins in row 1 does not. So the column is referred to
 * whole, and its data run from its second cell to its last. It is a range as any other.
 */
export function columnData(column: number, tabName?: string): string {
  const letters = columnLetters(column);
  const whole = `${sheetPrefix(tabName)}${letters}1:${letters}`;
  return `INDEX(${whole},2):INDEX(${whole},ROWS(${whole}))`;
}
