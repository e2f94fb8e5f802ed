/**
 * Formulas as text. They are written with commas, hold no decimal literal and no array literal, and stand once in the
 * heading cell of their column, so that sorting and new rows spare them.
 */

/** Languages whose spreadsheets take a decimal comma, and so a semicolon between arguments. */
const DECIMAL_COMMA =
  /^(bg|ca|cs|da|de|el|es|et|fi|fr|hr|hu|id|is|it|lt|lv|nb|nl|no|pl|pt|ro|ru|sk|sl|sr|sv|tr|uk|vi)([_-]|$)/i;
/** Countries that write a decimal point although their language's home does not. */
const DECIMAL_POINT = /^(de[_-](CH|LI)|it[_-]CH|es[_-](MX|US|PR|DO|GT|HN|NI|PA|PE|SV))$/i;

export function decimalSeparator(locale: string): '.' | ',' {
  return DECIMAL_COMMA.test(locale) && !DECIMAL_POINT.test(locale) ? ',' : '.';
}

/** What stands between the arguments of a formula. */
export const argumentSeparator = (locale: string): ',' | ';' => (decimalSeparator(locale) === '.' ? ',' : ';');

/** Renders a formula's argument separators for a spreadsheet's locale; commas inside quotes stay. */
export function renderFormula(formula: string, locale: string): string {
  if (decimalSeparator(locale) === '.') return formula;
  return formula.replace(/"[^"]*"|'[^']*'|,/g, (part) => (part === ',' ? ';' : part));
}

/** A formula whose references to its own tab (`A1`, `A1:B3`, `A2:A`) are moved down and to the right, as a copy's are. */
export function shiftReferences(formula: string, down: number, right: number): string {
  const shiftedColumn = (letters: string): string => columnLetters(columnNumber(letters) + right);
  return formula.replace(
    /"[^"]*"|(?:'[^']*'|[\w.]+)![\w:$]+|(?<!\w)([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d*))?(?![\w(])/g,
    (part, column?: string, row?: string, endColumn?: string, endRow?: string) => {
      if (!column) return part;
      const start = `${shiftedColumn(column)}${Number(row) + down}`;
      return endColumn ? `${start}:${shiftedColumn(endColumn)}${endRow && Number(endRow) + down}` : start;
    },
  );
}

const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;

/** The formula of a computed column: it makes its own heading and answers every row below. */
export const columnFormula = (heading: string, body: string): string =>
  `=ARRAYFORMULA(VSTACK(${quoted(heading)},${body}))`;

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

/** The data of a column, from row 2 to the end of the sheet: `Contributions!C2:C`. */
export function columnReference(column: number, tabName?: string): string {
  const letters = columnLetters(column);
  const sheet = tabName === undefined ? '' : `'${tabName.replace(/'/g, "''")}'!`;
  return `${sheet}${letters}2:${letters}`;
}
