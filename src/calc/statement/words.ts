import type { Decimal } from '../decimal';
import { rescale } from '../decimal';
import { powerOfTen, ratio, type Integer } from '../integer';

/** More digits nobody reads one by one. */
const LONGEST = 24;

/** 1234567 units of two decimals are `12,345.67`. */
export function amountInWords(units: Integer, decimals: number): string {
  if (String(units).length > LONGEST) return roughly(units, decimals);
  const digits = String(units < 0 ? -units : units).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  const fraction = decimals > 0 ? `.${digits.slice(-decimals)}` : '';
  return `${units < 0 ? '-' : ''}${whole}${fraction}`;
}

/** As a number is written that has more digits than anybody reads; a sum may be more than any number of a cell. */
function roughly(units: Integer, decimals: number): string {
  const amount = ratio(units, powerOfTen(decimals));
  if (Number.isFinite(amount)) return String(amount);
  const digits = String(units < 0 ? -units : units);
  return `${units < 0 ? '-' : ''}${digits[0]!}.${digits.slice(1, 4)}e+${digits.length - 1 - decimals}`;
}

/** 0.125 is `12.5 %`. */
export function percentInWords({ units, places }: Decimal): string {
  const decimals = Math.max(places - 2, 0);
  const text = amountInWords(rescale({ units, places: places - 2 }, decimals), decimals);
  return `${text.includes('.') ? text.replace(/\.?0+$/, '') : text} %`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listInWords(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]!}`;
}
