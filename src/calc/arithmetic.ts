import { rescale, type Decimal } from './decimal';
import { add, multiply, powerOfTen, ratio, subtract, type Integer } from './integer';

export const ZERO: Decimal = { units: 0, places: 0 };

/** Two decimals in units of the finer one's last place. */
export function align(a: Decimal, b: Decimal): [left: Integer, right: Integer, places: number] {
  const places = Math.max(a.places, b.places);
  return [rescale(a, places), rescale(b, places), places];
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const [left, right, places] = align(a, b);
  return { units: add(left, right), places };
}

export function minus(a: Decimal, b: Decimal): Decimal {
  const [left, right, places] = align(a, b);
  return { units: subtract(left, right), places };
}

export function times(a: Decimal, b: Decimal): Decimal {
  return { units: multiply(a.units, b.units), places: a.places + b.places };
}

/** The double nearest to dividend ÷ divisor, which is not 0. */
export function quotient(dividend: Decimal, divisor: Decimal): number {
  const [top, bottom] = align(dividend, divisor);
  return bottom > 0 ? ratio(top, bottom) : ratio(subtract(0, top), subtract(0, bottom));
}

/** The double nearest to a decimal. */
export const nearest = ({ units, places }: Decimal): number => ratio(units, powerOfTen(places));
