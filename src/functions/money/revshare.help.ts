import { describeFunction } from '../help/help';
import { revshare } from './revshare';

export const revshareHelp = describeFunction(revshare, {
  summary: 'Splits an amount by shares so that the parts add up to it exactly, to the cent.',
  arguments: {
    amount: 'What is split: one amount or a column of amounts',
    shares:
      'Shares of the parties in one row or column, on any scale (70 and 30, or 0.7 and 0.3); or a row of shares for each amount; or one fraction such as 70%',
    decimals: 'Decimals of the parts',
  },
  returns: 'One part for each party: in the shape of the shares for one amount, a row for each amount of a column.',
  notes: [
    'The amount is first rounded to the decimals, halves away from zero. Everybody gets the whole cents of their share; the cents left over go to the largest fractions of a cent, and of equal fractions to the earlier party (largest remainder, also called Hamilton). A negative amount mirrors the positive one, so a refund cancels what it refunds.',
    'One row or one column of shares is the list of the parties, even where it is as tall as the amounts. A row of amounts with a column of shares answers a column for each amount. A block of shares gives each amount the shares of its row.',
    'One single share is the fraction, from 0 to 1, that one party gets: =REVSHARE(A2, 70%) is 70 % of A2, rounded once. Only the full list of parties adds up to the cent: 70 % and 30 % of 0.05, rounded one by one, make 0.06.',
    'A share of 0 gets 0. A blank share takes no part and its answer is blank. A blank amount answers a blank row. If all shares are 0 or blank, only an amount of 0 can be split.',
  ],
  examples: [
    {
      title: 'One amount, three parties',
      cells: { A1: [[100]], B1: [[1], [1], [1]] },
      formula: '=REVSHARE(A1, B1:B3)',
      answer: [[33.34], [33.33], [33.33]],
    },
    {
      title: 'A column of amounts, with a blank and a refund',
      cells: { A2: [[1234.56], [null], [-1234.56]], B1: [[70, 30]] },
      formula: '=REVSHARE(A2:A4, B1:C1)',
      answer: [
        [864.19, 370.37],
        [null, null],
        [-864.19, -370.37],
      ],
    },
    {
      title: 'Shares that differ from row to row',
      cells: {
        A1: [
          [99.99, 0.5, 0.5],
          [50, 2, 1],
        ],
      },
      formula: '=REVSHARE(A1:A2, B1:C2)',
      answer: [
        [50, 49.99],
        [33.33, 16.67],
      ],
    },
    {
      title: "One party's fraction",
      cells: { A1: [[1000.01]] },
      formula: '=REVSHARE(A1, 70%)',
      answer: 700.01,
    },
    {
      title: 'Whole units',
      cells: { A1: [[7]], B1: [[0.5, 0.3, 0.2]] },
      formula: '=REVSHARE(A1, B1:D1, 0)',
      answer: [[4, 2, 1]],
    },
    {
      title: 'A share that is not a number',
      cells: { A1: [[100]], B1: [[60], [40], ['abc']] },
      formula: '=REVSHARE(A1, B1:B3)',
      error: 'REVSHARE: shares, row 3: "abc" is not a number',
    },
    {
      title: 'Shares that do not stand together in one range',
      cells: { A1: [[100]] },
      formula: '=REVSHARE(A1, 60%, 40%)',
      error:
        'REVSHARE: decimals: 0.4 cannot be a number of decimals (0 to 6); the shares of all parties stand together in one range, such as B1:B3',
    },
    {
      title: 'An amount that nobody shares in',
      cells: { A1: [[100]], B1: [[0], [0]] },
      formula: '=REVSHARE(A1, B1:B2)',
      error: 'REVSHARE: amount: 100 cannot be split, because all shares are 0 or blank',
    },
  ],
});
