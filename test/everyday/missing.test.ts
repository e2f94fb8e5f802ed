import { column, holds } from './support/cases';

/** What is missing, as it reaches a function: it is never taken for 0. The examples that were reported, and neighbours of them. */

describe('missing is not zero', () => {
  const HEADER = ['party', 'share of effort', 'share of reward', 'gap', 'ratio', 'move', 'verdict'];
  holds(
    [
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
      [
        'a reward in one of a party’s rows, be it the first or a later one',
        'PARTNER_BALANCE',
        [column('A', 'a ', 'B', 'B'), column(30, 20, 25, 25), column('', 500, 300, '')],
        [
          HEADER,
          ['A', 0.5, null, null, null, null, 'not all known'],
          ['B', 0.5, null, null, null, null, 'not all known'],
        ],
      ],
      [
        'an effort in one of a party’s rows',
        'PARTNER_BALANCE',
        [column('A', 'B', 'A'), column(30, 50, ''), column(200, 500, 300)],
        [
          HEADER,
          ['A', null, 0.5, null, null, null, 'not all known'],
          ['B', null, 0.5, null, null, null, 'not all known'],
        ],
      ],
      [
        'all of one of a party’s rows, but not of the blank rows around',
        'PARTNER_BALANCE',
        [column('A', '', 'B', 'A', ''), column(30, '', 50, '', ''), column(200, '', 500, '', '')],
        [
          HEADER,
          ['A', null, null, null, null, null, 'not all known'],
          ['B', null, null, null, null, null, 'not all known'],
        ],
      ],
      [
        'an entry without a value is not counted yet, and the others are',
        'CONTRIB_SHARES',
        [column('A', 'B', 'A', 'C'), column(30, 70, '', '')],
        [
          ['party', 'value', 'share'],
          ['A', 30, 0.3],
          ['B', 70, 0.7],
          ['C', null, null],
        ],
      ],
      [
        'nor one of a category',
        'PARTNER_PORTFOLIO',
        [
          column('a', 'b', 'a'),
          column(1, 3, ''),
          [
            ['a', 0.5],
            ['b', 0.5],
          ],
        ],
        [
          ['category', 'value', 'share', 'target', 'difference'],
          ['a', 1, 0.25, 0.5, -0.25],
          ['b', 3, 0.75, 0.5, 0.25],
        ],
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
    ],
    [
      [
        'what was paid',
        'REVSHARE_TRUEUP',
        [100, column(0.5, 0.5), column(10, '')],
        'paid_to_date, row 2: blank, where what was paid, or 0, is expected',
      ],
      [
        'a balance in one of a party’s rows',
        'REVSHARE_SETTLE',
        [column('A', 'B', 'A'), column(-50, 50, '')],
        'balances, row 3: blank, where a number, 0 where nothing is open, is expected',
      ],
    ],
  );
});
