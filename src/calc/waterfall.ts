import type { Weights } from './allocate';
import { growingSplit } from './growing-split';
import { subtract, type Integer } from './integer';

/** One step: what it takes in all (null: everything left), and how that is shared. */
export interface WaterfallStep {
  readonly atMost: Integer | null;
  readonly weights: Weights;
}

/** What one step takes, and what of it each party gets. */
export interface StepShare {
  readonly amount: Integer;
  readonly parts: Integer[];
}

/**
 * Sends money down the steps, each taking what it may and passing on the rest: from a total of `before`, which went
 * the same way earlier, to one of `after`. Parties get the difference between their parts of the two totals, so that
 * several payments give them as much as one, and none of several takes from anybody. All amounts in the same units, 0
 * or more.
 */
export function waterfall(steps: readonly WaterfallStep[], before: Integer, after: Integer) {
  let [left, leftBefore] = [after, before];
  const taken = steps.map(({ atMost, weights }): StepShare => {
    const most = (amount: Integer) => (atMost !== null && atMost < amount ? atMost : amount);
    const [now, earlier] = [most(left), most(leftBefore)];
    const parts = growingSplit(now, weights);
    // Mostly nothing went this way before, and steps can be many.
    const past = earlier === 0 ? null : growingSplit(earlier, weights);
    left = subtract(left, now);
    leftBefore = subtract(leftBefore, earlier);
    return {
      amount: subtract(now, earlier),
      parts: past ? parts.map((part, i) => subtract(part, past[i]!)) : parts,
    };
  });
  return { taken, undistributed: subtract(left, leftBefore) };
}
