import { allocate, weightsOf } from './allocate';
import { rescale, toCommonScale } from './decimal';
import { add, multiply, subtract, type Integer } from './integer';

/**
 * Splits a budget so that what everybody was paid in all comes as near as it can to the shares: in proportion to what
 * each is short of, share × (all paid + budget) − paid, and 0 where that is negative or the share is missing. The parts
 * add up to the budget.
 *
 * @param budget units of 10^-`decimals`, 0 or more
 * @param shares of any scale, none negative, not all 0
 * @returns units of 10^-`decimals`
 */
export function trueUp(
  budget: Integer,
  decimals: number,
  shares: readonly (number | null)[],
  paid: readonly number[],
): Integer[] {
  const { units: weights, sum } = weightsOf(shares);
  const scaled = toCommonScale(paid);
  const places = Math.max(scaled.places, decimals);
  const amounts = scaled.units.map((units) => rescale({ units, places: scaled.places }, places));
  const total = amounts.reduce(add, rescale({ units: budget, places: decimals }, places));
  const wants = weights.map((weight, i) => {
    const want = subtract(multiply(weight, total), multiply(amounts[i]!, sum));
    return want > 0 && shares[i] !== null ? want : 0;
  });
  const allWants = wants.reduce(add, 0);
  // Where nobody is short of anything, because those without a share had to pay back, the shares themselves count.
  return allocate(budget, allWants > 0 ? { units: wants, sum: allWants } : { units: weights, sum });
}
