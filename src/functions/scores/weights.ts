import { refuse } from '../runner/refusal';

/** What the argument `weights` gives for each criterion; all weigh the same where it is left out. */
export const WEIGHTS = { expected: 'a weight', byDefault: 1 } as const;

/** The weights, of which one must be above 0. */
export function positive(weights: readonly number[]): readonly number[] {
  if (weights.length > 0 && !weights.some((weight) => weight > 0)) refuse('weights', 'all are 0');
  return weights;
}
