import { scorer, type Rating } from '../../calc/score';
import type { FunctionHelp } from '../help/help';
import { optionalRange, range, withDefault } from '../runner/argument';
import { numberKind, percentKind, ratingKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { refuse } from '../runner/refusal';
import { positive, WEIGHTS } from './weights';

export const definition = defineFunction({
  name: 'PARTNER_SCORE',
  arguments: [
    range('ratings', ratingKind),
    optionalRange('weights', numberKind({ min: 0 })),
    withDefault('scale_max', numberKind(), 5),
    withDefault('scale_min', numberKind(), 0),
    withDefault('min_coverage', percentKind({ min: 0, max: 1 }), 0.6),
  ],
  rows: 'a candidate each',
  criteria: WEIGHTS,
  compute(weights, max, min, minCoverage) {
    if (max <= min) refuse('scale_max', `${max} is not above scale_min, which is ${min}`);
    const score = scorer(positive(weights), { min, max, minCoverage });
    return (ratings) => {
      const answer = score(ratings);
      return answer === undefined ? refuseOffScale(ratings, min, max) : answer;
    };
  },
});

/** Names the first rating that is off the scale. */
function refuseOffScale(ratings: readonly Rating[], min: number, max: number): never {
  const isOff = (rating: Rating) => typeof rating === 'number' && (rating < min || rating > max);
  const first = ratings.findIndex(isOff);
  return refuse('ratings', `${ratings[first]} is not on the scale from ${min} to ${max}`, first);
}

export const help: FunctionHelp<typeof definition> = {
  summary: 'Weighted score from 0 to 100 of ratings on several criteria (weighted sum model).',
  arguments: {
    ratings: 'Ratings of one candidate in a row or column, or a block with a candidate in each row',
    weights: 'Weight of each criterion, on any scale; left out, all weigh the same',
    scale_max: 'Best rating of the scale',
    scale_min: 'Worst rating of the scale',
    min_coverage: 'Part of the weight that must be rated for a score to be given',
  },
  returns: 'The score, 0 for the worst rating throughout and 100 for the best; a column of scores for a block.',
  notes: [
    'Rated criteria count by their weight: 100 × Σ weight × (rating − scale_min) ÷ (scale_max − scale_min) ÷ Σ weight. On the scale from 0 to 5 threes make 60; from 1 to 5 they make 50.',
    'A blank rating is missing: it does not count as 0, but lowers the coverage, and below min_coverage the answer is empty. The text n/a says that a criterion does not apply: it is left out for good.',
    'Beside a column of weights as high as the block, a candidate is a column, and the scores are a row. Without weights, blank rows at the end of a column are not counted as criteria.',
    'Every weight must be given; a weight of 0 leaves a criterion out.',
  ],
  examples: [
    {
      title: 'Two candidates on three criteria',
      cells: {
        A1: [
          [50, 30, 20],
          [4, 3, 5],
          [2, 5, 4],
        ],
      },
      formula: '=PARTNER_SCORE(A2:C3, A1:C1)',
      answer: [[78], [66]],
    },
    {
      title: 'Missing and inapplicable ratings',
      cells: {
        A1: [
          [4, 'n/a', 3, null],
          [5, null, null, null],
          [null, null, null, null],
          [5, 5, 5, 5],
        ],
      },
      formula: '=PARTNER_SCORE(A1:D4)',
      answer: [[70], [null], [null], [100]],
    },
    {
      title: 'One candidate, weights in the column beside, scale from 1 to 5',
      cells: {
        A1: [
          [3, 2],
          [5, 1],
          [1, 1],
        ],
      },
      formula: '=PARTNER_SCORE(A1:A3, B1:B3, 5, 1)',
      answer: 50,
    },
    {
      title: 'A rating off the scale',
      cells: { A1: [[4, 7, 3]] },
      formula: '=PARTNER_SCORE(A1:C1)',
      error: 'PARTNER_SCORE: ratings, row 1, column 2: 7 is not on the scale from 0 to 5',
    },
    {
      title: 'A weight that is not given',
      cells: {
        A1: [
          [4, 2],
          [3, null],
          [5, 1],
        ],
      },
      formula: '=PARTNER_SCORE(A1:A3, B1:B3)',
      error: 'PARTNER_SCORE: weights, row 2: blank, where a weight is expected',
    },
  ],
};
