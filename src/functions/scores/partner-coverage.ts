import { coverage } from '../../calc/score';
import { optionalRange, range } from '../runner/argument';
import { numberKind, ratingKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { Candidates } from './candidates';
import { weightsOf } from './weights';

export const partnerCoverage = defineFunction({
  name: 'PARTNER_COVERAGE',
  arguments: [range('ratings', ratingKind), optionalRange('weights', numberKind({ min: 0 }))],
  compute(ratings, weights) {
    const candidates = new Candidates(ratings, weights);
    return candidates.answer(coverage(weightsOf(candidates, weights)));
  },
});
