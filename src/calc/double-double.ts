/**
 * Sums and products of doubles with what rounding took off, as two doubles: about 30 digits, many times faster than large
 * integers (Dekker 1971, Knuth).
 */
export interface Twofold {
  readonly high: number;
  readonly low: number;
}

const SPLITTER = 134_217_729;

/** What rounding took off a × b. Sizes stay far from where a double ends. */
export function productError(a: number, b: number, product: number): number {
  const shiftedA = SPLITTER * a;
  const highA = shiftedA - (shiftedA - a);
  const lowA = a - highA;
  const shiftedB = SPLITTER * b;
  const highB = shiftedB - (shiftedB - b);
  const lowB = b - highB;
  return highA * highB - product + highA * lowB + lowA * highB + lowA * lowB;
}

/** What rounding took off a + b. */
export function sumError(a: number, b: number, sum: number): number {
  const kept = sum - a;
  return a - (sum - kept) + (b - kept);
}

/** The product of a pair and a double. */
export function times({ high, low }: Twofold, by: number): Twofold {
  const product = high * by;
  return { high: product, low: productError(high, by, product) + low * by };
}

/** So much is added to what is left over before it is asked whether it could tip the rounding: far more than it can be off. */
const CAUTION = 1 + 2 ** -30;

/** The double nearest to a quotient of pairs; NaN where a digit that is not known could decide. */
export function nearestQuotient(dividend: Twofold, divisor: Twofold): number {
  const estimate = dividend.high / divisor.high;
  const product = estimate * divisor.high;
  const rest = dividend.high - product - productError(estimate, divisor.high, product);
  const correction = (rest + dividend.low - estimate * divisor.low) / divisor.high;
  const nearest = estimate + correction;
  const left = estimate - nearest + correction;
  return nearest + left * CAUTION === nearest ? nearest : NaN;
}
