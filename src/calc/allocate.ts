import { toCommonScale } from './decimal';
import { add, floorDivide, multiply, subtract, type Integer } from './integer';

/** What an amount is split by: whole numbers in proportion to the shares, none negative. */
export interface Weights {
  readonly units: readonly Integer[];
  readonly sum: Integer;
}

/** Weights from shares of any scale (0.7, 70 and 7 parts are alike); a missing share weighs nothing. */
export function weightsOf(shares: readonly (number | null)[]): Weights {
  const { units } = toCommonScale(shares);
  return { units, sum: units.reduce(add, 0) };
}

/**
 * Splits `total` units by the largest remainder method (Hamilton): everybody gets the whole units of their quota
 * total × weight ÷ sum, and the units left over go one each to the largest fractions, equal fractions to the earlier
 * party. The parts add up to the total exactly; a negative total is the mirror image of the positive one, so that a
 * refund cancels what it refunds. A weight of 0 gets 0. The sum of the weights is above 0.
 */
export function allocate(total: Integer, { units, sum }: Weights): Integer[] {
  const negative = total < 0;
  const size = negative ? subtract(0, total) : total;
  const parts = new Array<Integer>(units.length);
  const remainders = new Array<Integer>(units.length);
  let left = size;
  for (let i = 0; i < units.length; i++) {
    const product = multiply(size, units[i]!);
    const quota = floorDivide(product, sum);
    parts[i] = quota;
    remainders[i] = subtract(product, multiply(quota, sum));
    left = subtract(left, quota);
  }
  // Less than one unit a party was left, so the rest is a small number.
  for (const i of largest(remainders, Number(left))) parts[i] = add(parts[i]!, 1);
  return negative ? parts.map((part) => subtract(0, part)) : parts;
}

/** Indexes of the `count` largest values, of equal values the earlier ones. */
function largest(values: readonly Integer[], count: number): number[] {
  if (count === 0) return [];
  if (count === 1) return [values.reduce<number>((best, value, i) => (value > values[best]! ? i : best), 0)];
  const order = values.map((_, i) => i);
  // Sorting is stable: equal values keep their order.
  order.sort((a, b) => (values[a]! > values[b]! ? -1 : values[a]! < values[b]! ? 1 : 0));
  return order.slice(0, count);
}
