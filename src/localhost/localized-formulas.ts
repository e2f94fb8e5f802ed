/**
 * Formulas as a spreadsheet of some locale writes them. Semicolons separate arguments in every locale. Where numbers have
 * a decimal comma, nothing else does, and the columns of an array literal are separated by backslashes; the engine knows
 * points and commas only.
 */

const commas = new Map<string, boolean>();

/** Whether a text names a locale as Sheets does: `en`, `de_DE`. */
export function isLocale(text: string): boolean {
  return /^[a-z]{2}(_[A-Z]{2})?$/.test(text) && Intl.NumberFormat.supportedLocalesOf(text.replace('_', '-')).length > 0;
}

/** The format in which a locale writes dates: `m/d/yyyy`, `dd.mm.yyyy`. */
export function dateFormat(locale: string): string {
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

/** `=SUMME(A1;1,5)` of the sheet → `=SUMME(A1,1.5)` of the engine. */
export function toEngineFormula(formula: string, locale: string): string {
  if (!hasDecimalComma(locale)) {
    return formula.includes(';') ? rewritten(formula, /;/g, (_, inArray) => (inArray ? ';' : ',')) : formula;
  }
  return rewritten(formula, /\d,\d|[;\\]/g, (part, inArray) => {
    if (part === ';') return inArray ? ';' : ',';
    if (part === '\\') return ',';
    return part.replace(',', '.');
  });
}

/** `=SUMME(A1,1.5)` of the engine → `=SUMME(A1;1,5)` of the sheet. */
export function toLocalFormula(formula: string, locale: string): string {
  if (!hasDecimalComma(locale)) return formula;
  return rewritten(formula, /\d\.\d|,/g, (part, inArray) => {
    if (part === ',') return inArray ? '\\' : ';';
    return part.replace('.', ',');
  });
}

/**
 * Rewrites what stands outside texts and quoted sheet names; `inArray` is true directly between braces, and not between
 * the parentheses of a function there.
 */
function rewritten(formula: string, pattern: RegExp, rewrite: (part: string, inArray: boolean) => string): string {
  const open: string[] = [];
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[{}()]|[^"'{}()]+/g, (piece) => {
    if (piece === '{' || piece === '(') open.push(piece);
    if (piece === '}' || piece === ')') open.pop();
    if (/^["'{}()]/.test(piece)) return piece;
    return piece.replace(pattern, (part) => rewrite(part, open[open.length - 1] === '{'));
  });
}
