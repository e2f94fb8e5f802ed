import { describeFunction } from '../help/help';
import { partnerFairness } from './partner-fairness';

export const partnerFairnessHelp = describeFunction(partnerFairness, {
  summary: 'How evenly, or how fairly, something is spread over several parties: one number.',
  arguments: {
    received: 'What each party received, in one row or column',
    fair: 'What each should have received, on any scale; left out, all the same',
    index: 'Which index',
  },
  returns: 'One number; empty where nobody received anything.',
  notes: [
    'The index jain is (Σx)² ÷ (n × Σx²): 1 where all are treated alike, 1 ÷ n where one has everything. The index gini, in its population form, is 0 where all are alike and at most 1 − 1 ÷ n. With fair amounts, both look at received ÷ fair.',
    'The index hoover is half of Σ|share received − fair share|: the part of all that would have to change hands.',
    'A party with a blank amount is left out. For two parties PARTNER_BALANCE says more; jain and gini help with four or more.',
  ],
  examples: [
    {
      title: 'Three parties against what was agreed',
      cells: {
        A1: [
          [50, 50],
          [30, 10],
          [50, 10],
        ],
      },
      formula: '=PARTNER_FAIRNESS(A1:A3, B1:B3)',
      answer: 27 / 35,
    },
    {
      title: 'What would have to move, with a blank at the end',
      cells: { A1: [[60], [40], [null]] },
      formula: '=PARTNER_FAIRNESS(A1:A3, , "hoover")',
      answer: 0.1,
    },
    {
      title: 'A party to whom nothing would be fair',
      cells: {
        A1: [
          [50, 1],
          [30, 0],
        ],
      },
      formula: '=PARTNER_FAIRNESS(A1:A2, B1:B2, "gini")',
      error: 'PARTNER_FAIRNESS: fair, row 2: 0 is not above 0, as the index gini needs it',
    },
  ],
});
