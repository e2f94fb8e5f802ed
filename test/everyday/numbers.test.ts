import fc from 'fast-check';
import { call } from '../functions/support/call';
import { column, holds, TERMS } from './support/cases';

/**
 * What people type into cells and compute there, kind by kind, as it reaches a function: numbers and percentages. The examples that were
 * reported, and neighbours of them.
 */

const TIERS = [
  [0, 0.1],
  [1000, 0.2],
];
describe('numbers are what the sheet shows', () => {
  holds(
    [
      ['2.9/100 is 2.9 %', 'REVSHARE_TIERED', [1000, [[0, 2.9 / 100]]], 29],
      [
        'a sum that shows 1,000.00 reaches its tier',
        'REVSHARE_TIERED',
        [Number('999.9999999999999'), TIERS, 'cliff'],
        200,
      ],
      ['one of 999.99 does not', 'REVSHARE_TIERED', [999.99, TIERS, 'cliff'], 100],
      ['the average of 70, 80 and 90 % is 80 %', 'KPI_STATUS', [(0.7 + 0.8 + 0.9) / 3], 'at risk'],
      [
        'a tenth, added up ten times, is on track',
        'KPI_STATUS',
        [
          Array(10)
            .fill(0.1)
            .reduce((a, b) => a + b),
        ],
        'on track',
      ],
      ['a cutoff is reached', 'PARTNER_QUADRANT', [Number('49.999999999999996'), 50], 'long-term co-creation'],
      ['a number of days', 'PARTNER_NEXT_REVIEW', [46000, Number('9.999999999999998'), 46001], 46010],
      ['a day', 'PARTNER_NEXT_REVIEW', [Number('45999.999999999996'), 10, 46001], 46010],
      [
        'balances that add up to nothing',
        'REVSHARE_SETTLE',
        [column('a', 'b'), column(1000 * 1.1, -1100)],
        [
          ['From', 'To', 'Amount'],
          ['b', 'a', 1100],
        ],
      ],
      [
        'a gap of 0.30 − 0.20',
        'PARTNER_BALANCE',
        [column('A', 'B'), column(0.3 - 0.2, 0.9), column(2, 8)],
        [
          ['party', 'share of effort', 'share of reward', 'gap', 'ratio', 'move', 'verdict'],
          ['A', 0.1, 0.2, 0.1, 2, -1, 'balanced'],
          ['B', 0.9, 0.8, -0.1, 0.8888888888888888, 1, 'balanced'],
        ],
      ],
      [
        'more than fifteen digits behind the point are cut',
        'REVSHARE',
        [Number('1234567890123.4567'), 1, 4],
        1234567890123.46,
      ],
    ],
    [
      [
        'a whole number of sixteen digits',
        'REVSHARE',
        [1234567890123456, [[1, 1]]],
        'amount: 1234567890123456 has more than 15 digits, which a sheet does not keep',
      ],
    ],
  );

  it('any decimal of fifteen digits counts as itself, also where it was computed and is off by a hair', () => {
    const decimal = fc.tuple(fc.integer({ min: 1, max: 999_999_999_999_999 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(decimal, fc.integer({ min: -2, max: 2 }), ([digits, places], hairs) => {
        const value = Number(`${digits}e-${places}`);
        const computed = Number.isInteger(value) ? value : value * (1 + hairs * 2 ** -53);
        expect(call('KPI_ATTAINMENT', computed, value)).toBe(1);
      }),
    );
  });
});

describe('a first row is a heading only if it looks like one', () => {
  const STEPS = (...heading: unknown[]) => [heading, ['rest', '', 1, 1]];
  holds(
    [
      [
        'a party may be called Studio 54',
        'REVSHARE_WATERFALL',
        [100, STEPS('step', 'at most', 'Studio 54', 'B2')],
        [
          ['step', 'amount', 'Studio 54', 'B2'],
          ['rest', 100, 50, 50],
          ['Total', 100, 50, 50],
        ],
      ],
      [
        'a heading is skipped',
        'REVSHARE_TIERED',
        [
          9000,
          [
            ['from', 'rate'],
            [0, 0.2],
          ],
        ],
        1800,
      ],
      [
        'and may be blank in places',
        'REVSHARE_TIERED',
        [
          9000,
          [
            ['', 'rate'],
            [0, 0.2],
          ],
        ],
        1800,
      ],
    ],
    [
      [
        'the first step is not one',
        'REVSHARE_WATERFALL',
        [
          100,
          [
            ['costs', 50, 1, 0],
            ['rest', '', 1, 1],
          ],
        ],
        'steps, row 1, column 2: 50 is a number, where a heading is expected: step, at most, then the parties',
      ],
      [
        'a year is not one',
        'REVSHARE_WATERFALL',
        [100, STEPS('step', 'at most', 2026, 'B2')],
        'steps, row 1, column 3: 2026 is a number, where a heading is expected: step, at most, then the parties',
      ],
      [
        'a first row of words is one, but not a second',
        'PARTNER_PORTFOLIO',
        [
          column('video'),
          column(1),
          [
            ['category', 'target'],
            ['video', 'tbd'],
          ],
        ],
        'targets, row 2, column 2: "tbd" is not a number',
      ],
      [
        'a category of its own',
        'PARTNER_PORTFOLIO',
        [
          column('video', 'audio'),
          column(1, 2),
          [
            ['video', 'tbd'],
            ['audio', 0.5],
          ],
        ],
        'targets: “video” is a category, but what stands beside it is not a number',
      ],
      [
        'dashes',
        'REVSHARE_TIERED',
        [
          9000,
          [
            ['–', '–'],
            [10000, 0.2],
          ],
        ],
        'tiers, row 1, column 1: "–" is not a number',
      ],
      [
        'other numerals',
        'REVSHARE_TIERED',
        [
          9000,
          [
            ['Ⅱ', 'Ⅳ'],
            [10000, 0.2],
          ],
        ],
        'tiers, row 1, column 1: "Ⅱ" is not a number',
      ],
      [
        '0 kr and 10 pct',
        'REVSHARE_TIERED',
        [
          9000,
          [
            ['0 kr', '10 pct'],
            [10000, 0.2],
          ],
        ],
        'tiers, row 1, column 1: "0 kr" is not a number',
      ],
      [
        'full-width digits',
        'REVSHARE_TIERED',
        [
          9000,
          [
            ['０', '１０％'],
            [10000, 0.2],
          ],
        ],
        'tiers, row 1, column 1: "０" is not a number',
      ],
      [
        'Arabic-Indic digits',
        'REVSHARE_TIERED',
        [
          9000,
          [
            ['٠', '١٠٪'],
            [10000, 0.2],
          ],
        ],
        'tiers, row 1, column 1: "٠" is not a number',
      ],
      [
        'an error',
        'REVSHARE_TIERED',
        [
          9000,
          [
            ['from', '#DIV/0!'],
            [0, 0.2],
          ],
        ],
        'tiers, row 1, column 1: "from" is not a number',
      ],
      ['full-width digits in a column', 'REVSHARE', ['１００', [[1, 1]]], 'amount: "１００" is not a number'],
    ],
  );
});

describe('percent or whole number', () => {
  holds(
    [
      ['all of it is 1', 'REVSHARE_TIERED', [9000, [[0, 1]]], 9000],
      ['ten times the target may be a cap', 'KPI_ATTAINMENT', [50, 1, '', '', '', 10], 10],
      [
        'a curve may reach far',
        'KPI_PAYOUT',
        [
          11,
          [
            [0, 0],
            [1, 1],
            [12, 2],
          ],
        ],
        1.9090909090909092,
      ],
      [
        'words may stand beside a curve',
        'KPI_PAYOUT',
        [
          0.9,
          [
            ['attainment', 'payout', 'note'],
            [0.8, 0.5, 'threshold'],
            [1, 1, ''],
          ],
        ],
        0.75,
      ],
      ['one fraction beside a score', 'PARTNER_QUADRANT', [0.5, 60], 'more governance'],
    ],
    [
      [
        'a rate',
        'REVSHARE_TIERED',
        [
          9000,
          [
            [0, 10],
            [10000, 20],
          ],
        ],
        'tiers, row 1, column 2: 10 is 1000 %; write 10%',
      ],
      [
        'a rate just above 1',
        'REVSHARE_TIERED',
        [9000, [[0, 1.5]]],
        'tiers, row 1, column 2: 1.5 is 150 %; write 1.5%',
      ],
      ['a rate of recoupment', 'REVSHARE_RECOUP', [column(100), 50, 50], 'rate: 50 is 5000 %; write 50%'],
      [
        'a single share',
        'REVSHARE',
        [100, 70],
        'shares: 70 is not from 0 to 1; a single share is a fraction of the amount, such as 70%',
      ],
      ['bounds of a status', 'KPI_STATUS', [0.9, 80, 100], 'amber_from: 80 is 8000 %; write 80%'],
      ['a cap', 'KPI_ATTAINMENT', [5, 10, '', '', '', 120], 'cap: 120 is 12000 %; write 120%'],
      [
        'a curve',
        'KPI_PAYOUT',
        [
          0.9,
          [
            [80, 0.5],
            [100, 1],
          ],
        ],
        'curve, row 1, column 1: 80 is 8000 %; write 80%',
      ],
      [
        'a target share',
        'PARTNER_PORTFOLIO',
        [column('video'), column(1), [['video', 50]]],
        'targets, row 1, column 2: 50 is 5000 %; write 50%',
      ],
      ['a tolerance', 'PARTNER_BALANCE', [column('A'), column(1), column(1), 10], 'tolerance: 10 is 1000 %; write 10%'],
      ['a coverage', 'PARTNER_SCORE', [[[3, 3]], '', '', '', 60], 'min_coverage: 60 is 6000 %; write 60%'],
      [
        'a share of terms',
        'REVSHARE_LINES',
        [
          [
            ['Date', 'Gross'],
            [46000, 100],
          ],
          TERMS(30),
        ],
        'terms, row 3, Value: 30 is 3000 %; write 30%',
      ],
      [
        'two scores',
        'PARTNER_QUADRANT',
        [0.8, 0.6],
        'alignment: 0.8 is a fraction, as the commitment beside it; write both from 0 to 100',
      ],
      [
        'a sideways table',
        'REVSHARE_TIERED',
        [
          9000,
          [
            [0, 10000],
            [0.1, 0.2],
          ],
        ],
        'tiers: the tiers run across; a row for each tier, from and rate side by side, is expected',
      ],
      [
        'a sideways table of three',
        'REVSHARE_TIERED',
        [
          9000,
          [
            [0, 10000, 20000],
            [0.1, 0.2, 0.3],
          ],
        ],
        'tiers: the tiers run across; a row for each tier, from and rate side by side, is expected',
      ],
      [
        'a sideways curve of three points',
        'KPI_PAYOUT',
        [
          0.9,
          [
            [0, 0.8, 1],
            [0, 0.5, 1],
          ],
        ],
        'curve: the curve runs across; a row for each point, attainment and payout side by side, is expected',
      ],
      [
        'a curve in one row',
        'KPI_PAYOUT',
        [0.9, [[0.8, 0.9, 1]]],
        'curve: the curve runs across; a row for each point, attainment and payout side by side, is expected',
      ],
    ],
  );
});
