import { minus, plus, quotient, times } from './arithmetic';
import { decimalOf } from './decimal';

/** What is paid at an attainment. */
export interface CurvePoint {
  readonly attainment: number;
  readonly payout: number;
}

/**
 * What is paid at an attainment between the points of a curve, which rise: on the straight line from one point to the
 * next, or, in steps, as much as at the last point reached. Nothing below the first point, no more after the last. Of
 * two points at one attainment the later one holds there. The double nearest to the exact value.
 */
export function payout(points: readonly CurvePoint[], inSteps: boolean, attainment: number): number {
  let i = points.length - 1;
  while (i >= 0 && points[i]!.attainment > attainment) i--;
  if (i < 0) return 0;
  const from = points[i]!;
  const to = points[i + 1];
  if (inSteps || !to || attainment === from.attainment) return from.payout;
  const [low, high] = [decimalOf(from.attainment), decimalOf(to.attainment)];
  const [start, end] = [decimalOf(from.payout), decimalOf(to.payout)];
  const rise = times(minus(end, start), minus(decimalOf(attainment), low));
  const way = minus(high, low);
  return quotient(plus(times(start, way), rise), way);
}
