import { allocate, type Weights } from './allocate';
import { add, floorDivide, multiply, subtract, sum as total, type Integer } from './integer';

/**
 * Splits an amount that grows from payment to payment: nobody's part of a larger amount is smaller. The largest
 * remainder method alone does not promise that (of 10 cents by 6, 6 and 2 the third gets 2, of 11 only 1), so that a
 * payment would take a cent back from somebody. The parts are those of `allocate`, but for a unit where that would
 * happen; they add up exactly. They depend on the amount alone: however it was reached, the parts are the same.
 *
 * Amounts are halved down to the one that is asked for: the parts of each amount in the middle lie between those of the
 * two around it, and therefore grow.
 * @param amount whole units, 0 or more
 */
export function growingSplit(amount: Integer, weights: Weights): Integer[] {
  if (growsAnyway(weights)) return allocate(amount, weights);
  let low: Integer = 0;
  let high = settledFrom(weights);
  while (high < amount) {
    low = high;
    high = multiply(high, 2);
  }
  let [lowParts, highParts] = [allocate(low, weights), allocate(high, weights)];
  while (low < amount && amount < high) {
    const middle = floorDivide(add(low, high), 2);
    const parts = between(lowParts, highParts, middle, weights);
    if (middle <= amount) [low, lowParts] = [middle, parts];
    else [high, highParts] = [middle, parts];
  }
  return low < amount ? highParts : lowParts;
}

/** Two parties, and parties of equal weight, never lose a unit of a larger amount. */
function growsAnyway({ units }: Weights): boolean {
  const used = units.filter((unit) => unit > 0);
  return used.length <= 2 || used.every((unit) => unit === used[0]);
}

/** A power of two from which on everybody is due two units or more: doubling it then gives everybody more. */
function settledFrom({ units, sum }: Weights): Integer {
  const smallest = units.reduce<Integer>((least, unit) => (unit > 0 && unit < least ? unit : least), sum);
  let amount: Integer = 2;
  while (multiply(amount, smallest) < multiply(sum, 2)) amount = multiply(amount, 2);
  return amount;
}

/** The parts of an amount, none below those of a smaller one or above those of a larger one, nearest to what is due. */
function between(
  lowest: readonly Integer[],
  highest: readonly Integer[],
  amount: Integer,
  weights: Weights,
): Integer[] {
  const parts = allocate(amount, weights).map((part, i) =>
    part < lowest[i]! ? lowest[i]! : part > highest[i]! ? highest[i]! : part,
  );
  let missing = Number(subtract(amount, total(parts)));
  for (const step = Math.sign(missing); missing !== 0; missing -= step) {
    const limits = step > 0 ? highest : lowest;
    let best = -1;
    let most: Integer = 0;
    parts.forEach((part, i) => {
      if (step > 0 ? part >= limits[i]! : part <= limits[i]!) return;
      // What is due beyond the part, in units ÷ sum of the weights; the other way round where a unit is to be taken.
      const due = multiply(subtract(multiply(amount, weights.units[i]!), multiply(part, weights.sum)), step);
      // Of equal parties the earlier one is the last to wait.
      if (best < 0 || (step > 0 ? due > most : due >= most)) [best, most] = [i, due];
    });
    parts[best] = add(parts[best]!, step);
  }
  return parts;
}
