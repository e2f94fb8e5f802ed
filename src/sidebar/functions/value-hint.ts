import type { DescribedArgument } from '../../build/function-help';
import type { Notation } from './notation';

/** A number as people type it, of either notation. */
const NUMBER = /^[-+]?\d+(?:[.,]\d+)?\s?%?$/;

/**
 * What is to be said of an argument that is typed as people say it: several values one after the other, which a formula
 * would take for several arguments, and numbers in another notation than the sheet's. It never is an error.
 */
export function valueHint(typed: string, argument: DescribedArgument, notation: Notation): string {
  const text = typed.trim();
  const inBraces = /^\{([^{}"]*)\}$/.exec(text);
  const parts = listed(inBraces ? inBraces[1]! : text, argument.many);
  const written = (part: string): string => part.replace(/\s/g, '').replace(/[.,]/, notation.decimal);
  if (!parts) return numberHint(text, notation);
  const makes = argument.name === 'shares' ? sharesMake(parts, notation) : '';
  if (inBraces) return makes;
  if (!argument.many) return `This takes one value. Write ${parts.map(written).join(' or ')}, or select a cell.`;
  const list = `{${parts.map(written).join(';')}}`;
  return [`Several values stand together: write ${list}, or select the cells that they stand in.`, makes]
    .filter((said) => said !== '')
    .join(' ');
}

/** The values of a list that is typed one after the other; null where it is something else. */
function listed(text: string, many = false): string[] | null {
  // A comma within digits may be a decimal one: two values are told apart by a space, a semicolon or a percent sign.
  const apart = text.split(/\s*(?:;|\\|,(?=\s)|(?<=%)\s*,)\s*/);
  const parts = apart.length === 1 && many && /^\d+(,\d+){2,}$/.test(text) ? text.split(',') : apart;
  return parts.length > 1 && parts.every((part) => NUMBER.test(part)) ? parts : null;
}

function numberHint(text: string, { decimal }: Notation): string {
  const [, sign = '', whole = '', mark = '', rest = '', percent = ''] =
    /^([-+]?)(\d+)([.,])(\d+)\s?(%?)$/.exec(text) ?? [];
  if (mark === '' || mark === decimal) return '';
  const shown = `${sign}${whole}${decimal}${rest}${percent}`;
  const grouped = rest.length === 3 && whole !== '0' ? `, or ${sign}${whole}${rest}${percent} without a separator` : '';
  return `This sheet writes decimals with ${decimal === ',' ? 'a comma' : 'a point'}: ${shown}${grouped}.`;
}

/** Shares are weights: percentages that do not make the whole divide it all the same. */
function sharesMake(parts: readonly string[], { decimal }: Notation): string {
  if (!parts.every((part) => part.endsWith('%'))) return '';
  const sum = parts.reduce((all, part) => all + Number(part.replace(/[\s%]/g, '').replace(',', '.')), 0);
  // As many digits as a sheet shows.
  const all = Number(sum.toPrecision(15));
  if (all === 100) return '';
  return `They make ${String(all).replace('.', decimal)}%, and the whole amount is split by them all the same: what is to be left over needs a share of its own.`;
}
