/**
 * A whole number of any size: a safe integer as a number, beyond that a BigInt. Numbers are many times faster, so
 * every operation stays with them as long as the result is exact.
 */
export type Integer = number | bigint;

/** Kept by name: looking a global up costs more than the sum it is asked about, wherever scripts have a scope of their own. */
const { isSafeInteger } = Number;
const { floor } = Math;

export function add(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (isSafeInteger(sum)) return sum;
  }
  return BigInt(a) + BigInt(b);
}

export function subtract(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (isSafeInteger(difference)) return difference;
  }
  return BigInt(a) - BigInt(b);
}

export function multiply(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // Adding 0 turns -0, which a sheet must never see, into 0.
    if (isSafeInteger(product)) return product + 0;
  }
  return BigInt(a) * BigInt(b);
}

/** Quotient without its fraction, of a dividend that is not negative and a divisor above 0. */
export function floorDivide(dividend: Integer, divisor: Integer): Integer {
  if (typeof dividend === 'number' && typeof divisor === 'number') {
    // Exact: below 2^53 the quotient of two integers is never rounded up to the next whole number.
    return floor(dividend / divisor);
  }
  return BigInt(dividend) / BigInt(divisor);
}

/** Quotient rounded to the nearest whole number, halves away from zero; the divisor is above 0. */
export function roundDivide(dividend: Integer, divisor: Integer): Integer {
  if (dividend < 0) return subtract(0, roundDivide(subtract(0, dividend), divisor));
  const quotient = floorDivide(dividend, divisor);
  const rest = subtract(dividend, multiply(quotient, divisor));
  return subtract(divisor, rest) <= rest ? add(quotient, 1) : quotient;
}

const largePowers: bigint[] = [];

/** 10 to the power of `exponent`, a whole number of 0 or more. */
export function powerOfTen(exponent: number): Integer {
  if (exponent <= 15) return 10 ** exponent;
  return (largePowers[exponent] ??= 10n ** BigInt(exponent));
}

/** The double nearest to dividend ÷ divisor; the divisor is above 0. Infinity where no double is large enough. */
export function ratio(dividend: Integer, divisor: Integer): number {
  if (typeof dividend === 'number' && typeof divisor === 'number') return dividend / divisor + 0;
  if (dividend < 0) return -ratio(subtract(0, dividend), divisor);
  let top = BigInt(dividend);
  let bottom = BigInt(divisor);
  // The quotient gets some bits more than a double holds, and a last one that says whether anything was cut off:
  // turning it into a double then rounds once, and rightly.
  const shift = 64 + bitsOf(bottom) - bitsOf(top);
  if (shift > 0) top <<= BigInt(shift);
  else bottom <<= BigInt(-shift);
  const quotient = (top / bottom) * 2n + BigInt(top % bottom === 0n ? 0 : 1);
  // In two steps, since 2 to the power of the whole shift may be smaller than any double.
  const half = Math.trunc((shift + 1) / 2);
  return Number(quotient) * 2 ** -half * 2 ** (half - shift - 1);
}

/** About how many bits a whole number of 0 or more has: at most three too many. */
function bitsOf(value: bigint): number {
  return value.toString(16).length * 4;
}

export const negate = (value: Integer): Integer => subtract(0, value);
export const least = (a: Integer, b: Integer): Integer => (b < a ? b : a);
export const most = (a: Integer, b: Integer): Integer => (b > a ? b : a);
export const sum = (values: readonly Integer[]): Integer => values.reduce(add, 0);
