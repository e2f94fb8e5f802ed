import fc from 'fast-check';
import { call, refusal } from './support/call';

const revshare = (...given: unknown[]) => call('REVSHARE', ...given);
const refused = (...given: unknown[]) => refusal('REVSHARE', ...given);
const column = (...cells: unknown[]) => cells.map((cell) => [cell]);

describe('REVSHARE answers in the shape of what it is given', () => {
  it('one amount: the shape of the shares', () => {
    expect(revshare(10, [[1, 1, 1]])).toEqual([[3.34, 3.33, 3.33]]);
    expect(revshare(10, column(1, 1, 1))).toEqual(column(3.34, 3.33, 3.33));
    expect(revshare([[10]], column(1, 3))).toEqual(column(2.5, 7.5));
  });

  it('a column of amounts: a row each, whichever way the shares run', () => {
    const answer = [
      [7, 3],
      [0.7, 0.3],
    ];
    expect(revshare(column(10, 1), [[70, 30]])).toEqual(answer);
    expect(revshare(column(10, 1), column(70, 30))).toEqual(answer);
  });

  it('a row of amounts with a column of shares: a column each', () => {
    expect(revshare([[10, 1, 20]], column(70, 30))).toEqual([
      [7, 0.7, 14],
      [3, 0.3, 6],
    ]);
  });

  it('a block of shares: row by row, also for a single amount', () => {
    const shares = [
      [1, 1],
      [3, 1],
    ];
    expect(revshare(column(10, 20), shares)).toEqual([
      [5, 5],
      [15, 5],
    ]);
    expect(revshare(10, shares)).toEqual([
      [5, 5],
      [7.5, 2.5],
    ]);
  });

  it('a single share: the shape of the amounts', () => {
    expect(revshare(10.01, 0.5)).toBe(5.01);
    expect(revshare(10.01, [[0.5]])).toBe(5.01);
    expect(revshare([[1, 2, '']], 0.5)).toEqual([[0.5, 1, null]]);
    expect(
      revshare(
        [
          [1, 2],
          [3, 4],
          ['', ''],
        ],
        0.5,
      ),
    ).toEqual([
      [0.5, 1],
      [1.5, 2],
    ]);
  });

  it('a list that a script made counts as a column', () => {
    expect(revshare([10, 1], [70, 30])).toEqual(revshare(column(10, 1), column(70, 30)));
    expect(revshare(10, [1, 1])).toEqual(column(5, 5));
  });

  it('open ranges end with the data', () => {
    expect(revshare(column(10, '', 20, '', ''), [[1, 1]])).toEqual([
      [5, 5],
      [null, null],
      [10, 10],
    ]);
    expect(revshare(10, column(1, 1, '', null))).toEqual(column(5, 5));
    expect(
      revshare(column(10, '', ''), [
        [1, 1],
        [2, 3],
        ['', ''],
      ]),
    ).toEqual([
      [5, 5],
      [null, null],
    ]);
    expect(revshare(column('', ''), [[1, 1]])).toBeNull();
  });

  it('shares as tall as the amounts are still the list of parties', () => {
    expect(revshare(column(100, 100), column(3, 1))).toEqual([
      [75, 25],
      [75, 25],
    ]);
  });

  it('refuses shapes that do not go together', () => {
    expect(refused([[1, 2]], [[1, 1]])).toBe(
      'REVSHARE: amount: one column of amounts, or a row of amounts with a column of shares, is expected',
    );
    const shares = [
      [1, 1],
      [2, 3],
    ];
    expect(refused([[1, 2]], shares)).toBe(
      'REVSHARE: amount: one column of amounts is expected beside a block of shares',
    );
    expect(refused(column(1, 2, 3), shares)).toBe('REVSHARE: shares: 2 rows, where amount has 3 rows');
    expect(refused(column(1, 2), [...shares, [1, 1]])).toBe('REVSHARE: amount: 2 rows, where shares has 3 rows');
    // What lies beyond the data of a longer range is blank and does no harm.
    expect(revshare(column(1, 2, '', ''), shares)).toEqual([
      [0.5, 0.5],
      [0.8, 1.2],
    ]);
  });
});

describe('REVSHARE is exact', () => {
  it('rounds the amount first, to the decimals asked for', () => {
    expect(revshare(10.005, [[1, 1]])).toEqual([[5.01, 5]]);
    expect(revshare(-10.005, [[1, 1]])).toEqual([[-5.01, -5]]);
    expect(revshare(10.5, [[1, 1]], 0)).toEqual([[6, 5]]);
    expect(revshare(0.000001, [[1, 1]], 6)).toEqual([[0.000001, 0]]);
    expect(revshare(10, [[1, 1, 1]], 6)).toEqual([[3.333334, 3.333333, 3.333333]]);
    expect(revshare(10.005, [[1, 1]], '')).toEqual([[5.01, 5]]);
  });

  it('rounds a fraction once', () => {
    expect(revshare(10.005, 0.7)).toBe(7);
    expect(revshare(0.05, 0.7)).toBe(0.04);
    expect(revshare(-0.05, 0.7)).toBe(-0.04);
    expect(revshare(500, 0.029)).toBe(14.5);
    expect([0, 1].map((share) => revshare(12.34, share))).toEqual([0, 12.34]);
    expect(Object.is(revshare(-1, 0), 0)).toBe(true);
  });

  it('keeps a blank share blank and a share of 0 at 0', () => {
    expect(revshare(10, [[1, '', 0, 1]])).toEqual([[5, null, 0, 5]]);
    expect(revshare('', [[1, 1]])).toEqual([[null, null]]);
    expect(revshare(0, [[0, '', 0]])).toEqual([[0, null, 0]]);
    expect(revshare(10, '')).toBeNull();
    expect(revshare('', 0.5)).toBeNull();
  });

  it('splits amounts beyond the safe integers, or says that it cannot', () => {
    expect(revshare(1e18, [[1, 3]])).toEqual([[25e16, 75e16]]);
    expect(revshare(1234567890123.45, [[1, 0]])).toEqual([[1234567890123.45, 0]]);
    expect(refused(column(1, 1e16), [[1, 1, 1]])).toBe('REVSHARE: amount, row 2: too large to be exact to 2 decimals');
  });

  const cents = fc.integer({ min: -(10 ** 10), max: 10 ** 10 });
  const shares = fc
    .array(fc.oneof(fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 2, maxLength: 8 })
    .filter((list) => list.some((share) => share > 0));

  it('adds up to each amount to the cent', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 5 }), shares, (amounts, list) => {
        const answer = revshare(column(...amounts.map((amount) => amount / 100)), [list]) as number[][];
        expect(answer.map((row) => row.reduce((sum, part) => sum + Math.round(part * 100), 0))).toEqual(
          amounts.map((amount) => amount + 0),
        );
        for (const part of answer.flat()) expect(Math.round(part * 100) / 100).toBe(part);
      }),
      { numRuns: 2000 },
    );
  });

  it('cancels an amount by its refund', () => {
    fc.assert(
      fc.property(cents, shares, (amount, list) => {
        const [paid, refunded] = revshare(column(amount / 100, -amount / 100), [list]) as number[][];
        expect(refunded).toEqual(paid!.map((part) => 0 - part));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('REVSHARE says what is wrong', () => {
  it.each([
    [[column(1, 'abc'), [[1, 1]]], 'REVSHARE: amount, row 2: "abc" is not a number'],
    [[1, [[1, 'abc']]], 'REVSHARE: shares, row 1, column 2: "abc" is not a number'],
    [[1, column(1, -0.5)], 'REVSHARE: shares, row 2: -0.5 is not a number of 0 or more'],
    [[1, 1.2], 'REVSHARE: shares: 1.2 is not from 0 to 1; a single share is a fraction of the amount, such as 70%'],
    [[1, -0.2], 'REVSHARE: shares: -0.2 is not a number of 0 or more'],
    [[column(0, 5), [[0, '']]], 'REVSHARE: amount, row 2: 5 cannot be split, because all shares are 0 or blank'],
    [
      [
        column(5, 5),
        [
          [1, 1],
          [0, ''],
        ],
      ],
      'REVSHARE: shares, row 2: all are 0 or blank, so the amount 5 cannot be split',
    ],
    [[1, [[1, 1]], 2.5], 'REVSHARE: decimals: 2.5 is not a whole number from 0 to 6'],
    [
      [100, 0.6, 0.4],
      'REVSHARE: decimals: 0.4 cannot be a number of decimals (0 to 6); the shares of all parties stand together in one range, such as B1:B3',
    ],
    [[1, [[1, 1]], 7], 'REVSHARE: decimals: 7 is not a whole number from 0 to 6'],
    [
      [1, [[1, 1]], column(1, 2)],
      'REVSHARE: decimals: a range of 2 × 1 cells is given, where a whole number from 0 to 6 is expected',
    ],
    [[1], 'REVSHARE: shares: nothing is given, where a number of 0 or more is expected'],
  ])('%j', (given, message) => {
    expect(refused(...given)).toBe(message);
  });
});
