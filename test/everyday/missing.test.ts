import { column, holds } from './support/cases';

/** What is missing, as it reaches a function: it is never taken for 0. The examples that were reported, and neighbours of them. */

describe('missing is not zero', () => {
  const HEADER = ['party', 'share of effort', 'share of reward', 'gap', 'ratio', 'move', 'verdict'];
  holds([
    [
      'a reward',
      'PARTNER_BALANCE',
      [column('A', 'B'), column(50, 50), column('', 500)],
      [
        HEADER,
        ['A', 0.5, null, null, null, null, 'not all known'],
        ['B', 0.5, null, null, null, null, 'not all known'],
      ],
    ],
    [
      'an effort',
      'PARTNER_BALANCE',
      [column('A', 'B'), column('', 50), column(500, 500)],
      [
        HEADER,
        ['A', null, 0.5, null, null, null, 'not all known'],
        ['B', null, 0.5, null, null, null, 'not all known'],
      ],
    ],
    [
      'a zero is one',
      'PARTNER_BALANCE',
      [column('A', 'B'), column(50, 50), column(0, 500)],
      [HEADER, ['A', 0.5, 0, -0.5, 0, 250, 'receives less'], ['B', 0.5, 1, 0.5, 2, -250, 'receives more']],
    ],
    ['what somebody received', 'PARTNER_FAIRNESS', [column('', 500), column(50, 50), 'hoover'], null],
    [
      'the value of a category',
      'PARTNER_PORTFOLIO',
      [
        column('a', 'b'),
        column('', 3),
        [
          ['a', 0.5],
          ['b', 0.5],
        ],
      ],
      [
        ['category', 'value', 'share', 'target', 'difference'],
        ['a', null, null, 0.5, null],
        ['b', 3, 1, 0.5, 0.5],
      ],
    ],
    ['a cost', 'PARTNER_BREAKEVEN', ['', 5, 2], null],
    ['a baseline', 'KPI_PACE', [5, 10, '', 46000, 46010, 46005], null],
    ['a rating', 'PARTNER_TRUST', [1, 2, '', 3], null],
    ['an amount', 'REVSHARE', ['', [[1, 1]]], [[null, null]]],
  ]);
});
