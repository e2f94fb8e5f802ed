import { decimalSeparator } from './formula';

export type TypedNumber = { value: number } | { problem: string };

/**
 * Reads a number as a person types it in the sheet's locale: `1,234.50` where a point is decimal, `1.234,50` where a
 * comma is. What could mean two things is refused rather than guessed: `1,5` is not fifteen.
 */
export function readTypedNumber(typed: string, locale: string): TypedNumber {
  const decimal = decimalSeparator(locale);
  const group = decimal === '.' ? ',' : '.';
  const text = typed
    .trim()
    .replace(/^[−–]/, '-')
    .replace(/[\s\u00a0\u202f'’]/g, '');
  const grouped = new RegExp(`^[+-]?\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d+)?$`);
  const plain = new RegExp(`^[+-]?(\\d+(\\${decimal}\\d*)?|\\${decimal}\\d+)$`);
  const asOther = new RegExp(`^[+-]?\\d+\\${group}\\d+$`);
  if (!grouped.test(text) && !plain.test(text)) {
    return asOther.test(text)
      ? { problem: `Write decimals with a ${decimal === '.' ? 'point' : 'comma'}: ${text.replace(group, decimal)}` }
      : { problem: `“${shorten(typed)}” is not a number.` };
  }
  const value = Number(text.split(group).join('').replace(decimal, '.'));
  // 15 digits is what a cell can hold exactly.
  if (text.replace(/\D/g, '').replace(/^0+/, '').length > 15) return { problem: 'That number has too many digits.' };
  return { value: value === 0 ? 0 : value };
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
