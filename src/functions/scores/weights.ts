import type { Grid } from '../runner/grid';
import type { Candidates } from './candidates';

/** The weight of each criterion; all weigh the same where none is given. */
export function weightsOf(candidates: Candidates<unknown, number>, weights: Grid<number>): number[] {
  const list = candidates.weightList('a weight', 1);
  if (list.length > 0 && !list.some((weight) => weight > 0)) weights.refuseAll('all are 0');
  return list;
}
