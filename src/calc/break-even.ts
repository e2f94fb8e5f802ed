import { align, minus } from './arithmetic';
import { decimalOf } from './decimal';
import { add, floorDivide, subtract } from './integer';

/**
 * How many whole units must be sold for the fixed cost to be covered; none where there is no fixed cost, null
 * where a unit leaves nothing to cover it with. All of 0 or more, in the same money.
 */
export function breakEven(fixedCost: number, unitPrice: number, unitCost: number): number | null {
  if (fixedCost === 0) return 0;
  const [fixed, left] = align(decimalOf(fixedCost), minus(decimalOf(unitPrice), decimalOf(unitCost)));
  if (left <= 0) return null;
  return Number(floorDivide(add(fixed, subtract(left, 1)), left));
}
