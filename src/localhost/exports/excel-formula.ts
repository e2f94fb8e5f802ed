/** Functions that Excel, LibreOffice and Google Sheets compute alike, over cells and ranges of cells. */
const ALIKE = new Set(
  (
    'ABS AND AVERAGE AVERAGEIF AVERAGEIFS CHOOSE COLUMN COLUMNS CONCATENATE COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS DATE DAY ' +
    'EDATE EOMONTH EXACT EXP FIND HLOOKUP HOUR IF IFERROR INDEX INT ISBLANK ISERROR ISNUMBER ISTEXT LARGE LEFT LEN LN ' +
    'LOG10 LOWER MATCH MAX MEDIAN MID MIN MINUTE MOD MONTH NOT NOW OR PI POWER PRODUCT PROPER REPT RIGHT ROUND ROUNDDOWN ' +
    'ROUNDUP ROW ROWS SECOND SIGN SMALL SQRT STDEV SUBSTITUTE SUM SUMIF SUMIFS SUMPRODUCT TODAY TRIM TRUE FALSE UPPER VAR ' +
    'VLOOKUP WEEKDAY YEAR'
  ).split(' '),
);

const TEXT = /"(?:[^"]|"")*"/g;
const QUOTED_SHEET = /'(?:[^']|'')+'/g;
/** `A2:A`, `B1:1`: a range with one open end, which Excel has no word for. */
const HALF_OPEN =
  /\$?[A-Z]{1,3}\$?\d+:\$?(?:[A-Z]{1,3}|\d+)(?![A-Z\d$])|(?<![A-Z\d$])\$?(?:[A-Z]{1,3}|\d+):\$?[A-Z]{1,3}\$?\d/i;

/**
 * A formula without its "=", as Excel understands it too; undefined for what it cannot say, or might understand otherwise:
 * functions of the project and of Sheets alone, arrays, names, half-open ranges.
 * @param formula English, with commas, as the engine holds it
 */
export function excelFormula(formula: string): string | undefined {
  const bare = formula.slice(1).replace(TEXT, '""').replace(QUOTED_SHEET, 'Sheet');
  if (HALF_OPEN.test(bare) || /[{}@#]/.test(bare)) return undefined;
  const functions = [...bare.matchAll(/([\p{L}_][\p{L}\p{N}_.]*)\s*\(/gu)].map(([, name]) => name!.toUpperCase());
  if (functions.some((name) => !ALIKE.has(name))) return undefined;
  // What is left of words has to be cells, columns, sheets or truth values.
  const words = bare
    .replace(/[\p{L}_][\p{L}\p{N}_.]*\s*\(/gu, '(')
    .matchAll(/(?<![\p{L}\p{N}_$.])[\p{L}_][\p{L}\p{N}_.]*!?/gu);
  const isKnown = (word: string): boolean => /^(?:[A-Z]{1,3}\d*|TRUE|FALSE)$|!$/i.test(word);
  return [...words].every(([word]) => isKnown(word)) ? formula.slice(1) : undefined;
}
