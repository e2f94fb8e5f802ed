import type { DescribedArgument, DescribedFunction, LaidOutExample } from '../../build/function-help';

/** How the sheet's locale writes formulas; the server says it when it opens the page. */
export interface Notation {
  separator: string;
  decimal: string;
}

type ShownCell = LaidOutExample['cells'][number][number];

/** `=NAME(a, b)`. Arguments left out at the end are dropped; one left out before others keeps its place. */
export function formulaText(name: string, given: readonly string[], { separator }: Notation): string {
  const last = given.reduce((end, text, i) => (text === '' ? end : i + 1), 0);
  return `=${name}(${given.slice(0, last).join(`${separator} `)})`;
}

/** How a function is called: `REVSHARE(amount, shares, [decimals])`. */
export const syntaxText = ({ name, arguments: taken }: DescribedFunction, notation: Notation): string =>
  formulaText(
    name,
    taken.map((argument) => (argument.optional ? `[${argument.name}]` : argument.name)),
    notation,
  ).slice(1);

/** The formula of an example in this notation; the definitions write numbers with a point. */
export const exampleFormula = (name: string, { given }: LaidOutExample, notation: Notation): string =>
  formulaText(
    name,
    given.map((text) => (/^-?\d+\.\d+%?$/.test(text) ? text.replace('.', notation.decimal) : text)),
    notation,
  );

/**
 * An argument as a formula wants it, from what a person typed: a day becomes DATE(…), because a formula takes 2026-03-31
 * for a subtraction, and a bare word where words are expected is put in quotes.
 */
export function argumentText(typed: string, { type }: DescribedArgument, { separator }: Notation): string {
  const text = typed.trim();
  const day = type === 'Date' && /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text);
  if (day) return `DATE(${day.slice(1).map(Number).join(`${separator} `)})`;
  if (type === 'string' && /^\p{L}[\p{L}\d .&/-]*$/u.test(text) && !/^[A-Z]{1,3}\d+$/i.test(text)) return `"${text}"`;
  return text;
}

/** What a cell shows. */
export function cellText(cell: ShownCell, { decimal }: Notation): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', decimal);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'object' ? cell.date : cell;
}
