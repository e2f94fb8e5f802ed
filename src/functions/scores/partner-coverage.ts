import { coverage } from '../../calc/score';
import type { FunctionHelp } from '../help/help';
import { optionalRange, range } from '../runner/argument';
import { numberKind, ratingKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { positive, WEIGHTS } from './weights';

export const definition = defineFunction({
  name: 'PARTNER_COVERAGE',
  arguments: [range('ratings', ratingKind), optionalRange('weights', numberKind({ min: 0 }))],
  rows: 'a candidate each',
  criteria: WEIGHTS,
  compute: (weights) => coverage(positive(weights)),
});

export const help: FunctionHelp<typeof definition> = {
  summary: 'How much of the weight is rated: it says why a score of PARTNER_SCORE is empty.',
  arguments: {
    ratings: 'Ratings as PARTNER_SCORE takes them',
    weights: 'Weight of each criterion, on any scale; left out, all weigh the same',
  },
  returns: 'Rated weight ÷ weight of all criteria that apply, a fraction; a column of them for a block.',
  notes: [
    'Criteria rated n/a do not apply and count on neither side. Where none applies, and for a blank row of a block, the answer is empty.',
  ],
  examples: [
    {
      title: 'Two candidates, criteria of different weight',
      cells: {
        A1: [
          [50, 30, 20],
          [4, null, 5],
          [2, 5, 4],
        ],
      },
      formula: '=PARTNER_COVERAGE(A2:C3, A1:C1)',
      answer: [[0.7], [1]],
    },
    {
      title: 'What does not apply is left out',
      cells: { A1: [[4, 'n/a', null, null]] },
      formula: '=PARTNER_COVERAGE(A1:D1)',
      answer: 0.3333333333333333,
    },
    {
      title: 'More weights than criteria',
      cells: {
        A1: [
          [4, 3],
          [2, 1, 1],
        ],
      },
      formula: '=PARTNER_COVERAGE(A1:B1, A2:C2)',
      error: 'PARTNER_COVERAGE: weights: 3 given, 2 expected',
    },
  ],
};
