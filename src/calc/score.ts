import { beyondDouble, decimalOf, rescale, toCommonScale, type Decimal } from './decimal';
import { nearestQuotient, productError, sumError, times } from './double-double';
import { add, multiply, powerOfTen, ratio, subtract, type Integer } from './integer';

/**
 * One rating of a candidate on a criterion: a number on the scale, `n/a` where the criterion does not apply, or blank
 * (as a sheet gives it) where it is not rated yet.
 */
export type Rating = number | 'n/a' | '' | null | undefined;

/** The scale of the ratings (min < max) and the least coverage, 0 to 1, that earns a score. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly minCoverage: number;
}

/** Weight of the rated criteria and of those that apply, in the same units. */
interface RatedWeight {
  readonly rated: Integer;
  readonly applicable: Integer;
}

/** A finer unit than this leaves the safe integers too soon. */
const PLAIN_PLACES = 6;

/** Scores one candidate, whose ratings stand in the order of the weights. */
export type Scorer = (ratings: readonly Rating[]) => number | null | undefined;

/**
 * Weighted sum model: answers a function that scores one candidate from 0 to 100,
 * 100 × Σ w·(r − min) ÷ (max − min) ÷ Σ w over the rated criteria. It answers null where nothing is rated or the rated
 * part of the weight is below the least coverage; what does not apply is left out of both. It answers undefined where a
 * rating is off the scale: only then need anybody look which. Exact: everything is counted in whole units, and one
 * division makes the double nearest to the true score.
 *
 * @param weights one a criterion, none negative, not all 0
 */
export function scorer(weights: readonly number[], { min, max, minCoverage }: Scale): Scorer {
  const { units } = toCommonScale(weights);
  const sum = units.reduce(add, 0);
  const least = decimalOf(minCoverage);
  const leastScale = powerOfTen(least.places);
  const low = decimalOf(min);
  const high = decimalOf(max);

  const covers = ({ rated, applicable }: RatedWeight) =>
    rated > 0 && multiply(rated, leastScale) >= multiply(applicable, least.units);

  /** The scale in units of so many places, worked out once for all candidates. */
  const scales: { lowest: Integer; span: Integer }[] = [];
  function scaleIn(places: number) {
    let scale = scales[places];
    if (!scale) {
      const lowest = rescale(low, places);
      scale = scales[places] = { lowest, span: subtract(rescale(high, places), lowest) };
    }
    return scale;
  }

  function scoreExactly(ratings: readonly Rating[], numbers: readonly (Decimal | null)[], places: number) {
    const weight = ratedWeight(ratings, units);
    if (!covers(weight)) return null;
    // Ratings of equally many places are added up before they are brought to one unit, which takes large integers.
    const sums: Integer[] = [];
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i];
      if (number) sums[number.places] = add(sums[number.places] ?? 0, multiply(units[i]!, number.units));
    }
    const { lowest, span } = scaleIn(places);
    let total = subtract(0, multiply(lowest, weight.rated));
    sums.forEach((sum, from) => (total = add(total, rescale({ units: sum, places: from }, places))));
    return ratio(multiply(100, total), multiply(span, weight.rated));
  }

  /** The plain loop for ratings of few decimals; null where its sums could leave the safe integers. */
  function plainScorer(places: number): Scorer | null {
    const lowest = Number(rescale(low, places));
    const highest = Number(rescale(high, places));
    const reach = Math.max(100 * (highest - lowest), -lowest, highest, Number(leastScale)) * Number(sum);
    if (places > PLAIN_PLACES || !(reach <= Number.MAX_SAFE_INTEGER)) return null;
    const whole = { power: 10 ** places, lowest, highest, covers, otherwise };
    return scoreOfWhole(units.map(Number), Number(sum), whole);
  }

  let places = Math.max(low.places, high.places);
  let plain = plainScorer(places);
  /** Once ratings came with so many decimals that whole numbers cannot hold their sums, more such are to be expected. */
  let nearest: Scorer | null = null;

  /** Ratings with more decimals than the unit has: it is made finer if it can, for these and all to come. */
  function otherwise(ratings: readonly Rating[]): number | null | undefined {
    const quick = nearest?.(ratings);
    if (nearest && !Number.isNaN(quick)) return quick;
    const numbers: (Decimal | null)[] = [];
    let needed = places;
    for (const rating of ratings) {
      if (typeof rating !== 'number') {
        numbers.push(null);
        continue;
      }
      if (rating < min || rating > max) return undefined;
      const number = decimalOf(rating);
      numbers.push(number);
      if (number.places > needed) needed = number.places;
    }
    const finer = needed > places ? plainScorer(needed) : null;
    if (!finer) {
      nearest ??= nearestScorer(units, sum, { min, max, covers });
      return scoreExactly(ratings, numbers, needed);
    }
    places = needed;
    plain = finer;
    return finer(ratings);
  }

  return (ratings) => (plain ?? otherwise)(ratings);
}

/**
 * Answers a function for the coverage of one candidate: the weight of the rated criteria ÷ the weight of all that
 * apply, the nearest double. Null where nothing applies.
 */
export function coverage(weights: readonly number[]): (ratings: readonly Rating[]) => number | null {
  const { units } = toCommonScale(weights);
  return (ratings) => {
    const { rated, applicable } = ratedWeight(ratings, units);
    return applicable > 0 ? ratio(rated, applicable) : null;
  };
}

interface WholeUnits {
  /** Units in 1. */
  readonly power: number;
  readonly lowest: number;
  readonly highest: number;
  covers(weight: RatedWeight): boolean;
  /** Scores ratings that are not whole in these units. */
  readonly otherwise: Scorer;
}

function scoreOfWhole(weights: readonly number[], sum: number, whole: WholeUnits): Scorer {
  const { lowest, highest, covers, otherwise } = whole;
  const span = highest - lowest;
  // What every complete candidate has in common is worked out once.
  const base = lowest * sum;
  const divisor = span * sum;
  // Typed, so that the loop need not ask of each number what it is.
  const scale = Float64Array.of(whole.power, lowest, highest);
  const factors = Float64Array.from(weights);
  return (ratings) => {
    const power = scale[0]!;
    const least = scale[1]!;
    const most = scale[2]!;
    let total = 0;
    let isComplete = true;
    for (let i = 0; i < factors.length; i++) {
      const rating = ratings[i];
      if (typeof rating !== 'number') {
        isComplete = false;
        continue;
      }
      let units = rating * power;
      // Small whole ratings are by far the most frequent, and need no proof that they are whole.
      if ((rating | 0) !== rating) {
        units = Math.round(units);
        if (units / power !== rating) return otherwise(ratings);
      }
      if (units < least || units > most) return undefined;
      total += factors[i]! * units;
    }
    if (isComplete) return (100 * (total - base)) / divisor;
    const weight = ratedWeight(ratings, weights);
    const rated = Number(weight.rated);
    return covers(weight) ? (100 * (total - lowest * rated)) / (span * rated) : null;
  };
}

interface RealScale {
  readonly min: number;
  readonly max: number;
  covers(weight: RatedWeight): boolean;
}

/** Sums that lose more than so many bits to subtracting the lowest rating are left to the exact way. */
const ENOUGH = 2 ** -20;

/**
 * Answers a function that scores candidates whose ratings have many decimals, with twice the digits of a double; NaN where
 * those do not decide which double is the nearest. Null where the weights are too large for it.
 */
function nearestScorer(units: readonly Integer[], sum: Integer, { min, max, covers }: RealScale): Scorer | null {
  if (typeof sum !== 'number') return null;
  const weights = units.map(Number);
  const lowest = { high: min, low: beyondDouble(min) };
  const width = max - min;
  const span = { high: width, low: sumError(max, -min, width) + beyondDouble(max) - lowest.low };
  return (ratings) => {
    let total = 0;
    let rest = 0;
    let rated = 0;
    for (let i = 0; i < weights.length; i++) {
      const rating = ratings[i];
      if (typeof rating !== 'number') continue;
      if (rating < min || rating > max) return undefined;
      const weight = weights[i]!;
      const product = weight * rating;
      const next = total + product;
      rest += sumError(total, product, next) + productError(weight, rating, product) + weight * beyondDouble(rating);
      total = next;
      rated += weight;
    }
    if (rated < sum && !covers(ratedWeight(ratings, units))) return null;
    const base = times(lowest, rated);
    const above = total - base.high;
    if (Math.abs(above) < ENOUGH * (Math.abs(total) + Math.abs(base.high))) return NaN;
    const points = { high: above, low: sumError(total, -base.high, above) + rest - base.low };
    return nearestQuotient(times(points, 100), times(span, rated));
  };
}

function ratedWeight(ratings: readonly Rating[], weights: readonly Integer[]): RatedWeight {
  let rated: Integer = 0;
  let applicable: Integer = 0;
  for (let i = 0; i < weights.length; i++) {
    const rating = ratings[i];
    if (rating === 'n/a') continue;
    applicable = add(applicable, weights[i]!);
    if (typeof rating === 'number') rated = add(rated, weights[i]!);
  }
  return { rated, applicable };
}
