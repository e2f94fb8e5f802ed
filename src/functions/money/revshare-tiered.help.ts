import { describeFunction } from '../help/help';
import { revshareTiered } from './revshare-tiered';

const TIERS = [
  ['from', 'rate'],
  [0, 0.1],
  [10000, 0.2],
];

export const revshareTieredHelp = describeFunction(revshareTiered, {
  summary: 'Commission on amounts at rates that change from certain totals on.',
  arguments: {
    amount: 'What commission is due on: one amount or a column of amounts',
    tiers: 'A row for each tier: from which total on which rate holds, a percentage such as 10%',
    mode: 'Whether a rate holds for the slice above its bound (marginal) or for the whole (cliff)',
    counted: 'What was already counted towards the tiers; running counts a column up from top to bottom',
    decimals: 'Decimals of the commission',
  },
  returns: 'The commission, in the shape of the amounts.',
  notes: [
    'A bound is reached by a total equal to it. Below the lowest bound nothing is earned. Tiers may stand in any order, with or without a header.',
    'The answer is the commission on counted + amount less the commission on counted, each rounded once. So the commissions of a running column add up to the commission on its sum.',
    'A negative total mirrors the positive one: a refund takes back what its sale earned.',
  ],
  examples: [
    {
      title: 'Each slice at its own rate, running',
      cells: { A1: [[9000], [3000], [-2000]], C1: TIERS },
      formula: '=REVSHARE_TIERED(A1:A3, C1:D3, "marginal", "running")',
      answer: [[900], [500], [-400]],
    },
    {
      title: 'The whole at the rate reached, running',
      cells: { A1: [[9000], [3000], [-2000]], C1: TIERS },
      formula: '=REVSHARE_TIERED(A1:A3, C1:D3, "cliff", "running")',
      answer: [[900], [1500], [-400]],
    },
    {
      title: 'Each amount by itself, with a blank, exactly at a bound and below the lowest one',
      cells: {
        A1: [[10000], [null], [499.99]],
        C1: [
          [10000, 0.2],
          [500, 0.1],
        ],
      },
      formula: '=REVSHARE_TIERED(A1:A9, C1:D2, "cliff")',
      answer: [[2000], [null], [0]],
    },
    {
      title: 'A rate that is missing',
      cells: {
        A1: [[9000]],
        C1: [
          [0, 0.1],
          [10000, null],
        ],
      },
      formula: '=REVSHARE_TIERED(A1, C1:D2)',
      error: 'REVSHARE_TIERED: tiers, row 2, column 2: blank, where a number from 0 to 1 is expected',
    },
    {
      title: 'A rate without its percent sign',
      cells: {
        A1: [[9000]],
        C1: [
          [0, 10],
          [10000, 20],
        ],
      },
      formula: '=REVSHARE_TIERED(A1, C1:D2)',
      error: 'REVSHARE_TIERED: tiers, row 1, column 2: 10 is 1000 %; write 10%',
    },
  ],
});
