import { minus, plus, quotient, times } from './arithmetic';
import { decimalOf } from './decimal';

/** How an attainment is measured; `inverse` is target ÷ actual. */
export type AttainmentMethod = 'progress' | 'ratio' | 'inverse';

/**
 * How far a KPI is from its target: 1 is on target. Progress, (actual − baseline) ÷ (target − baseline), holds in both
 * directions. A ratio is actual ÷ target, and where lower is better as far below 1 as that is above it. Where there is
 * nothing to divide by, a target that is met counts 1 and one that is missed 0; the inverse of an actual of 0 is asked only
 * where the target is 0 too, and met. The double nearest to the exact value.
 *
 * @param baseline 0 where the method has no use for it
 */
export function attainment(
  method: AttainmentMethod,
  lowerIsBetter: boolean,
  actual: number,
  target: number,
  baseline: number,
): number {
  const reached = decimalOf(actual);
  const wanted = decimalOf(target);
  if (method === 'inverse') return reached.units ? quotient(wanted, reached) : 1;
  const from = decimalOf(baseline);
  const base = method === 'progress' ? minus(wanted, from) : wanted;
  if (!base.units) return Number(lowerIsBetter ? actual <= target : actual >= target);
  if (method === 'progress') return quotient(minus(reached, from), base);
  return quotient(lowerIsBetter ? minus(plus(wanted, wanted), reached) : reached, wanted);
}

/**
 * Progress made ÷ progress due: 1 is on schedule. What is due grows evenly from the first day to the last, and no more
 * after it. Null before anything is due, and where target and baseline leave no way to go.
 */
export function pace(actual: number, target: number, baseline: number, elapsed: number, total: number): number | null {
  const from = decimalOf(baseline);
  const way = minus(decimalOf(target), from);
  const isOver = elapsed >= total;
  if (!way.units || (elapsed <= 0 && !isOver)) return null;
  const made = minus(decimalOf(actual), from);
  if (isOver) return quotient(made, way);
  return quotient(times(made, { units: total, places: 0 }), times(way, { units: elapsed, places: 0 }));
}
