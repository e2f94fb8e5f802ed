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

/** Kept from one amount to the next: a column of amounts would otherwise leave an array for each to be cleared away. */
const remainders: Integer[] = [];

/**
 * Splits `total` units by the largest remainder method (Hamilton): everybody gets the whole units of their quota
 * total × weight ÷ sum, and the units left over go one each to the largest fractions, equal fractions to the earlier
 * party. The parts add up to the total exactly; a negative total is the mirror image of the positive one, so that a
 * refund cancels what it refunds. A weight of 0 gets 0. The sum of the weights is above 0.
 *
 * @param parts an array to fill and answer, for callers who split many amounts and keep no parts
 */
export function allocate(total: Integer, { units, sum }: Weights, parts: Integer[] = []): Integer[] {
  const negative = total < 0;
  const size = negative ? subtract(0, total) : total;
  let left = size;
  for (let i = 0; i < units.length; i++) {
    const product = multiply(size, units[i]!);
    const quota = floorDivide(product, sum);
    parts[i] = quota;
    remainders[i] = subtract(product, multiply(quota, sum));
    left = subtract(left, quota);
  }
  // Less than one unit a party was left, so the rest is a small number.
  giveToLargest(parts, units.length, Number(left));
  if (negative) for (let i = 0; i < units.length; i++) parts[i] = subtract(0, parts[i]!);
  return parts;
}

/** Up to so many comparisons, looking for the largest again and again is the quickest. */
const FEW = 1000;

/** One unit more to the parts of the largest remainders, of equal ones to the earlier. */
function giveToLargest(parts: Integer[], parties: number, extra: number): void {
  if (parties * extra > FEW) {
    giveAmongMany(parts, parties, extra);
    return;
  }
  for (let given = 0; given < extra; given++) {
    let best = 0;
    for (let i = 1; i < parties; i++) if (remainders[i]! > remainders[best]!) best = i;
    parts[best] = add(parts[best]!, 1);
    remainders[best] = -1;
  }
}

/** The same among many: by the remainders as doubles, which are quick to sort, and exactly where those are equal. */
function giveAmongMany(parts: Integer[], parties: number, extra: number): void {
  const sizes = Float64Array.from({ length: parties }, (_, i) => Number(remainders[i]));
  const least = sizes.slice().sort()[parties - extra]!;
  const equal: number[] = [];
  let left = extra;
  const give = (i: number) => {
    parts[i] = add(parts[i]!, 1);
    left--;
  };
  sizes.forEach((size, i) => {
    if (size > least) give(i);
    else if (size === least) equal.push(i);
  });
  // Sorting is stable: equal remainders keep their order.
  equal.sort((a, b) => (remainders[a]! > remainders[b]! ? -1 : Number(remainders[a]! < remainders[b]!)));
  equal.slice(0, left).forEach(give);
}
