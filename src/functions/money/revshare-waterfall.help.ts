import { describeFunction } from '../help/help';
import { revshareWaterfall } from './revshare-waterfall';

const STEPS = [
  ['Step', 'At most', 'Studio', 'Brand'],
  ['Production costs', 10000, 1, null],
  ['Fee', 25000, 0.8, 0.2],
  ['Profit', null, 0.5, 0.5],
];

export const revshareWaterfallHelp = describeFunction(revshareWaterfall, {
  summary: 'Sends an amount down steps, each of which takes up to a limit and shares it its own way.',
  arguments: {
    amount: 'What is to be distributed',
    steps:
      'A header and a row for each step: its name, the most it takes in all (blank: everything left), then a column of shares for each party',
    distributed: 'What went down the same steps before',
    decimals: 'Decimals of the parts',
  },
  returns: 'A table: step, amount, then a column for each party; a row for each step and a last row Total.',
  notes: [
    'A row Undistributed stands before the total where the steps do not take everything.',
    'The shares of a step are on any scale. Its amount is split as REVSHARE splits. Parties get what they are due of all that was ever distributed less what they were due before, so that several payments give as much as one.',
    'A negative amount takes back from the last steps first, and no more than was distributed.',
  ],
  examples: [
    {
      title: 'Costs first, then a fee, then profit',
      cells: { A1: STEPS },
      formula: '=REVSHARE_WATERFALL(40000, A1:D4)',
      answer: [
        ['step', 'amount', 'Studio', 'Brand'],
        ['Production costs', 10000, 10000, null],
        ['Fee', 25000, 20000, 5000],
        ['Profit', 5000, 2500, 2500],
        ['Total', 40000, 32500, 7500],
      ],
    },
    {
      title: 'A second payment after 8,000, with steps that do not take everything',
      cells: { A1: STEPS.slice(0, 3) },
      formula: '=REVSHARE_WATERFALL(30000, A1:D3, 8000)',
      answer: [
        ['step', 'amount', 'Studio', 'Brand'],
        ['Production costs', 2000, 2000, null],
        ['Fee', 25000, 20000, 5000],
        ['Undistributed', 3000, null, null],
        ['Total', 30000, 22000, 5000],
      ],
    },
    {
      title: 'A step that nobody shares in',
      cells: {
        A1: [
          ['Step', 'At most', 'Studio'],
          ['Costs', 500, null],
        ],
      },
      formula: '=REVSHARE_WATERFALL(100, A1:C2)',
      error: 'REVSHARE_WATERFALL: steps, row 2, column 3: all shares are 0 or blank',
    },
  ],
});
