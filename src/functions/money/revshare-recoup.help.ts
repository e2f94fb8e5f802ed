import { describeFunction } from '../help/help';
import { revshareRecoup } from './revshare-recoup';

export const revshareRecoupHelp = describeFunction(revshareRecoup, {
  summary: 'What of an advance is earned back, what is paid and what remains, period by period.',
  arguments: {
    earnings: 'What one party earned, a row for each period',
    advance: 'One amount paid in advance before the first period, or a column of advances by period',
    rate: 'Part of the earnings that goes against the advance',
    decimals: 'Decimals of the answers; left out, 2, or as many, up to six, as the amounts have',
  },
  returns: 'Three columns, a row for each period: recouped, paid, balance still to be earned.',
  notes: [
    'The advances of a period count before its earnings. Negative earnings add to the balance; what is paid is never below 0. A period without earnings is blank.',
    'What is recouped is rounded to the decimals, halves away from zero. Recouped and paid always add up to the earnings. Where decimals are given, the amounts are first rounded to them.',
  ],
  examples: [
    {
      title: 'An advance of 1,000',
      cells: { A1: [[400], [500], [300]] },
      formula: '=REVSHARE_RECOUP(A1:A3, 1000)',
      answer: [
        [400, 0, 600],
        [500, 0, 100],
        [100, 200, 0],
      ],
    },
    {
      title: 'Half of the earnings is used; a second advance; a loss',
      cells: {
        A1: [
          [400, 500],
          [null, null],
          [-50, null],
          [1000, 200],
        ],
      },
      formula: '=REVSHARE_RECOUP(A1:A9, B1:B9, 50%)',
      answer: [
        [200, 200, 300],
        [null, null, null],
        [0, 0, 350],
        [500, 500, 50],
      ],
    },
    {
      title: 'A third of the earnings, in whole units',
      cells: { A1: [[100], [50]] },
      formula: '=REVSHARE_RECOUP(A1:A2, 40, 33%, 0)',
      answer: [
        [33, 67, 7],
        [7, 43, 0],
      ],
    },
    {
      title: 'A negative advance',
      cells: { A1: [[400], [500]] },
      formula: '=REVSHARE_RECOUP(A1:A2, -1000)',
      error: 'REVSHARE_RECOUP: advance: -1000 is not a number of 0 or more',
    },
  ],
});
