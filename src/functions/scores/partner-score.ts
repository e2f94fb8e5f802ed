import { scorer, type Rating } from '../../calc/score';
import { Candidates, type RefuseRating } from './candidates';
import { weightsOf } from './weights';
import { optionalRange, range, withDefault } from '../runner/argument';
import type { Answer } from '../runner/cell';
import { numberKind, ratingKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { refuseArgument } from '../runner/grid';

const NAME = 'PARTNER_SCORE';

export const partnerScore = defineFunction({
  name: NAME,
  arguments: [
    range('ratings', ratingKind),
    optionalRange('weights', numberKind({ min: 0 })),
    withDefault('scale_max', numberKind(), 5),
    withDefault('scale_min', numberKind(), 0),
    withDefault('min_coverage', numberKind({ min: 0, max: 1 }), 0.6),
  ],
  compute(ratings, weights, max, min, minCoverage): Answer {
    if (max <= min) {
      const place = { functionName: NAME, argumentName: 'scale_max' };
      refuseArgument(place, `${max} is not above scale_min, which is ${min}`);
    }
    const candidates = new Candidates(ratings, weights);
    const score = scorer(weightsOf(candidates, weights), { min, max, minCoverage });
    return candidates.answer((row, refuse) => {
      const answer = score(row);
      return answer === undefined ? refuseOffScale(row, min, max, refuse) : answer;
    });
  },
});

/** Names the first rating that is off the scale. */
function refuseOffScale(ratings: readonly Rating[], min: number, max: number, refuse: RefuseRating): never {
  const isOff = (rating: Rating) => typeof rating === 'number' && (rating < min || rating > max);
  const first = ratings.findIndex(isOff);
  return refuse(first, `${ratings[first]} is not on the scale from ${min} to ${max}`);
}
