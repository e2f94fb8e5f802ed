import { minus, plus, times, ZERO } from './arithmetic';
import { decimalOf, type Decimal } from './decimal';

/** A rate that holds from a total on: a fraction. */
export interface Tier {
  readonly from: number;
  readonly rate: number;
}

/**
 * Answers a function for the commission on a total, exact. Marginal: each slice of the total at its own rate. Cliff:
 * the whole total at the rate that it reaches. Below the lowest tier nothing is earned. A negative total mirrors the
 * positive one, so that a refund takes back what it refunds.
 *
 * @param tiers none from below 0, no two from the same total
 */
export function commission(tiers: readonly Tier[], cliff: boolean): (total: Decimal) => Decimal {
  const steps = [...tiers]
    .sort((a, b) => a.from - b.from)
    .map(({ from, rate }) => ({ from: decimalOf(from), rate: decimalOf(rate), base: ZERO }));
  /** What a total that reaches a step earns. */
  const earnedFrom = ({ from, rate, base }: (typeof steps)[number], total: Decimal) =>
    cliff ? times(total, rate) : plus(base, times(minus(total, from), rate));
  for (let i = 1; i < steps.length; i++) steps[i]!.base = earnedFrom(steps[i - 1]!, steps[i]!.from);
  steps.reverse();
  const earned = (total: Decimal) => {
    const step = steps.find(({ from }) => minus(total, from).units >= 0);
    return step ? earnedFrom(step, total) : ZERO;
  };
  return (total) => (total.units < 0 ? minus(ZERO, earned(minus(ZERO, total))) : earned(total));
}
