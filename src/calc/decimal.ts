import { productError } from './double-double';
import { multiply, powerOfTen, roundDivide, type Integer } from './integer';

/**
 * An exact decimal: `units` of 10^-`places`. A number is read as its shortest decimal text, and not as the binary
 * fraction that stands for it: 1.005 is 1005 units of three places.
 */
export interface Decimal {
  readonly units: Integer;
  readonly places: number;
}

/** Kept by name, because every cell of a column asks for them. */
const { abs, round, sign, trunc } = Math;
const { isInteger, isFinite } = Number;

/** Decimals of fifteen digits and doubles correspond one to one: up to here a number that reads back is the decimal. */
const FIFTEEN_DIGITS = 1e15;
/** Rounding an input's text to a double and multiplying it cost at most two parts in 2^53. */
const DOUBLE_ERROR = 2 ** -51;
/** 10^22 is the last power of ten that a double holds exactly. */
const EXACT_POWER = 22;

/** The powers of ten that a double holds exactly: looking one up is many times faster than computing it. */
const POWERS = Array.from({ length: EXACT_POWER + 1 }, (_, exponent) => Number(`1e${exponent}`));
/** Smaller numbers may need more places than there are exact powers. */
const LEAST_COMMON = 1e-7;

/**
 * A number as a sheet shows it: rounded to fifteen digits, so that 2.9/100 is 0.029 and a sum that shows 1,000 is
 * 1,000. NaN where it is not finite, and where it is a whole number that fifteen digits do not hold: those digits were
 * typed, and to change one silently would be wrong.
 */
export function asShown(value: number): number {
  const size = abs(value);
  if (isInteger(value)) return size < FIFTEEN_DIGITS || Number(value.toPrecision(15)) === value ? value : NaN;
  if (size >= LEAST_COMMON && size < FIFTEEN_DIGITS) {
    let places = 14;
    while (size * POWERS[places]! < FIFTEEN_DIGITS / 10) places++;
    while (size * POWERS[places]! >= FIFTEEN_DIGITS) places--;
    const scaled = size * POWERS[places]!;
    const units = round(scaled);
    // The product is off by less than an eighth, which only near a half can decide.
    if (abs(scaled - units) <= 0.375) return (sign(value) * units) / POWERS[places]!;
  }
  return isFinite(value) ? Number(value.toPrecision(15)) : NaN;
}

/** `value` in units of 10^-`places` where fifteen digits hold it exactly, otherwise NaN. */
export function unitsOf(value: number, places: number): number {
  const power = POWERS[places]!;
  const units = round(value * power);
  return abs(units) < FIFTEEN_DIGITS && units / power === value ? units + 0 : NaN;
}

/**
 * How much a decimal of fifteen digits is more than the double that stands for it: exact but for a part in 2^53 of itself.
 * NaN for a number that is none, or is very large or very small.
 */
export function beyondDouble(value: number): number {
  if (isInteger(value)) return abs(value) < FIFTEEN_DIGITS ? 0 : NaN;
  const size = abs(value);
  if (!(size >= LEAST_COMMON)) return NaN;
  let places = 14;
  while (size * POWERS[places]! < FIFTEEN_DIGITS / 10) places++;
  while (size * POWERS[places]! >= FIFTEEN_DIGITS) places--;
  const power = POWERS[places]!;
  const units = round(value * power);
  if (units / power !== value) return NaN;
  const product = value * power;
  return (units - product - productError(value, power, product)) / power;
}

/** The shortest decimal that reads as the finite number `value`. */
export function decimalOf(value: number): Decimal {
  for (let places = 0; places <= EXACT_POWER; places++) {
    const units = unitsOf(value, places);
    if (units === units) return { units, places };
  }
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const text = whole + fraction;
  const digits = Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text);
  const places = fraction.length - Number(exponent);
  return places >= 0 ? { units: digits, places } : { units: multiply(digits, powerOfTen(-places)), places: 0 };
}

/** The same decimal with `places` places, rounded half away from zero where it has more. */
export function rescale({ units, places: from }: Decimal, places: number): Integer {
  if (places === from) return units;
  return places > from ? multiply(units, powerOfTen(places - from)) : roundDivide(units, powerOfTen(from - places));
}

/** The part of an amount that a rate stands for, rounded half away from zero to whole units. */
export const portion = (amount: Integer, rate: Decimal): Integer =>
  rescale({ units: multiply(amount, rate.units), places: rate.places }, 0);

/** `value` rounded half away from zero to `places` decimals (0 to 15), in units of 10^-`places`. */
export function roundTo(value: number, places: number): Integer {
  const scaled = value * 10 ** places;
  const whole = trunc(scaled);
  const fraction = abs(scaled - whole);
  const size = abs(scaled);
  // Only near a half can the error of the product decide, and only there is the exact decimal needed.
  if (size < FIFTEEN_DIGITS && abs(fraction - 0.5) > size * DOUBLE_ERROR) {
    return fraction < 0.5 ? whole + 0 : whole + sign(scaled);
  }
  return rescale(decimalOf(value), places);
}

/** a × b, exact, rounded once half away from zero to `places` decimals, in units of 10^-`places`. */
export function roundProduct(a: number, b: number, places: number): Integer {
  const left = decimalOf(a);
  const right = decimalOf(b);
  return rescale({ units: multiply(left.units, right.units), places: left.places + right.places }, places);
}

/**
 * The double that reads as this decimal. NaN where none does, because it has more digits than a double tells apart:
 * a cell could then only show a neighbour.
 */
export function numberOf(units: Integer, places: number): number {
  if (typeof units === 'number' && abs(units) < FIFTEEN_DIGITS && places <= EXACT_POWER) {
    return units / 10 ** places + 0;
  }
  const nearest = Number(`${units}e-${places}`);
  if (!isFinite(nearest)) return NaN;
  const read = decimalOf(nearest);
  return read.places <= places && BigInt(rescale(read, places)) === BigInt(units) ? nearest : NaN;
}

/** Decimals brought to the fewest places that hold them all. */
export interface Scaled {
  readonly units: readonly Integer[];
  readonly places: number;
}

/** The values as whole numbers of one common unit; a missing value counts 0 units. */
export function toCommonScale(values: readonly (number | null)[]): Scaled {
  const decimals = values.map((value) => decimalOf(value ?? 0));
  const places = decimals.reduce((most, decimal) => Math.max(most, decimal.places), 0);
  return { units: decimals.map((decimal) => rescale(decimal, places)), places };
}
