import fc from 'fast-check';
import { call, refusal } from './support/call';

const column = (...cells: unknown[]) => cells.map((cell) => [cell]);
const numRuns = 2000;

/** Whole cents, for sums without an error. */
const inCents = (value: unknown) => Math.round(Number(value) * 100);
const sumOf = (values: readonly unknown[]) => values.reduce<number>((sum, value) => sum + inCents(value), 0);
const amount = fc.nat(10 ** 7).map((n) => n / 100);
const signed = fc.integer({ min: -(10 ** 6), max: 10 ** 7 }).map((n) => n / 100);

describe('REVSHARE_RECOUP', () => {
  const recoup = (...given: unknown[]) => call('REVSHARE_RECOUP', ...given) as (number | null)[][];

  it('rounds to the decimals asked for', () => {
    expect(recoup(column(10.126, 0.5), 3, 1 / 3, 2)).toEqual([
      [3, 7.13, 0],
      [0, 0.5, 0],
    ]);
    expect(recoup(column(10.126, 0.5), 3, 0.25, 0)).toEqual([
      [3, 7, 0],
      [0, 1, 0],
    ]);
    expect(recoup(column(10.126), 100)).toEqual([[10.126, 0, 89.874]]);
  });

  it('earns an opening advance back, or advances by period', () => {
    expect(recoup(column(400, 700), 1000)).toEqual([
      [400, 0, 600],
      [600, 100, 0],
    ]);
    expect(recoup(column(400, 700), column(300, 600))).toEqual([
      [300, 100, 0],
      [600, 100, 0],
    ]);
    expect(recoup(500, 200)).toEqual([[200, 300, 0]]);
    expect(recoup(column(500, '', ''), '')).toEqual([[0, 500, 0]]);
  });

  it('keeps a period without earnings blank, and counts its advance', () => {
    expect(recoup(column('', 100), column(50, ''))).toEqual([
      [null, null, 50],
      [50, 50, 0],
    ]);
    expect(recoup(column('', 100), 50)[0]).toEqual([null, null, 50]);
    expect(recoup(column(10, '', 100), 50)[1]).toEqual([null, null, null]);
  });

  it('uses part of the earnings, rounded to cents or as finely as the amounts are', () => {
    expect(recoup(0.05, 10, 0.5)).toEqual([[0.03, 0.02, 9.97]]);
    expect(recoup(0.005, 10, 0.5)).toEqual([[0.003, 0.002, 9.997]]);
    expect(recoup(0.1 + 0.2, 10)).toEqual([[0.3, 0, 9.7]]);
    expect(recoup(column(100, 100), 1000, column(0.5, 1))).toEqual([
      [50, 50, 950],
      [100, 0, 850],
    ]);
  });

  it('refuses what does not fit', () => {
    expect(refusal('REVSHARE_RECOUP', 1, 5, 1, 7)).toBe(
      'REVSHARE_RECOUP: decimals: 7 is not a whole number from 0 to 6',
    );
    expect(refusal('REVSHARE_RECOUP', [[1, 2]], 5)).toBe('REVSHARE_RECOUP: earnings: one column is expected');
    expect(refusal('REVSHARE_RECOUP', column(1, 2), 5, 1.5)).toBe('REVSHARE_RECOUP: rate: 1.5 is 150 %; write 1.5%');
    expect(refusal('REVSHARE_RECOUP', column(1, 2, 3), column(1, 2))).toBe(
      'REVSHARE_RECOUP: advance: 2 rows, where earnings has 3 rows',
    );
  });

  it('never pays before the advance is earned back, and loses nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(signed, amount), { minLength: 1, maxLength: 9 }), (periods) => {
        const rows = recoup(
          periods.map(([earned]) => [earned]),
          periods.map(([, advance]) => [advance]),
        );
        let open = 0;
        rows.forEach(([recouped, paid, balance], i) => {
          const [earned, advance] = periods[i]!.map(inCents) as [number, number];
          expect(paid).toBeGreaterThanOrEqual(0);
          if (paid! > 0) expect(balance).toBe(0);
          open += advance;
          if (earned >= 0) expect(inCents(recouped) + inCents(paid)).toBe(earned);
          open += earned < 0 ? -earned : -inCents(recouped);
          expect(inCents(balance)).toBe(open);
        });
      }),
      { numRuns },
    );
  });
});

describe('REVSHARE_TRUEUP', () => {
  const trueUp = (...given: unknown[]) => call('REVSHARE_TRUEUP', ...given);

  it('answers as the shares run', () => {
    expect(trueUp(1000, column(1, 1), column(700, 300))).toEqual(column(300, 700));
    expect(trueUp(1000, [[1, 1]], [[700, 300]])).toEqual([[300, 700]]);
    expect(trueUp(10, 1, 0)).toBe(10);
    expect(trueUp('', column(1, 1), column(1, 1))).toBeNull();
    expect(trueUp(0, column(1, 3), column(5, 5))).toEqual(column(0, 0));
    expect(trueUp(100, column(1, '', 1, ''), column(0, 100, 0, ''))).toEqual(column(50, null, 50));
    // The party without a share paid back more than all the others are short of.
    expect(trueUp(50, column(1, '', 3), column(100, -900, 100))).toEqual(column(12.5, null, 37.5));
  });

  it('refuses what does not fit', () => {
    const refused = (...given: unknown[]) => refusal('REVSHARE_TRUEUP', ...given);
    expect(refused(10, column(0, 0), column(1, 1))).toBe('REVSHARE_TRUEUP: shares: all are 0 or blank');
    expect(refused(-1, column(1, 1), column(1, 1))).toBe('REVSHARE_TRUEUP: budget: -1 is not a number of 0 or more');
    expect(refused(10, [[1, 1]], [[1, 1, 1]])).toBe(
      'REVSHARE_TRUEUP: paid_to_date: 3 columns, where shares has 2 columns',
    );
    expect(refused(10, column(1, 1), [[1, 1]])).toBe('REVSHARE_TRUEUP: paid_to_date: 2 columns, where one is expected');
  });

  it('hands the budget out to the cent, nobody less than nothing, and reaches the shares where it can', () => {
    const party = fc.tuple(fc.integer({ min: 1, max: 100 }), amount);
    fc.assert(
      fc.property(amount, fc.array(party, { minLength: 1, maxLength: 6 }), (budget, parties) => {
        const shares = parties.map(([share]) => share);
        const paid = parties.map(([, given]) => given);
        const parts = [trueUp(budget, column(...shares), column(...paid))].flat(2);
        expect(sumOf(parts)).toBe(inCents(budget));
        expect(Math.min(...(parts as number[]))).toBeGreaterThanOrEqual(0);
        const total = sumOf(paid) + inCents(budget);
        const wants = shares.map((share, i) => (share / shares.reduce((a, b) => a + b)) * total - inCents(paid[i]));
        if (wants.every((want) => want >= 0)) {
          wants.forEach((want, i) => expect(Math.abs(inCents(parts[i]) - want)).toBeLessThan(1.001));
        }
      }),
      { numRuns },
    );
  });
});

describe('REVSHARE_WATERFALL', () => {
  const waterfall = (...given: unknown[]) => call('REVSHARE_WATERFALL', ...given) as unknown[][];
  const one = [
    ['step', 'at most', 'Party'],
    ['first', 10_000, 1],
    ['second', 25_000, 1],
    ['third', '', 1],
  ];

  it('wants a heading, in which a party may have digits in its name, but no number', () => {
    const studio = [['step', 'at most', 'Studio 54'], ...one.slice(1)];
    expect(waterfall(40_000, studio)[0]).toEqual(['step', 'amount', 'Studio 54']);
    expect(refusal('REVSHARE_WATERFALL', 40_000, one.slice(1))).toBe(
      'REVSHARE_WATERFALL: steps, row 1, column 2: 10000 is a number, where a heading is expected: step, at most, then the parties',
    );
  });

  it('40,000 down steps of 10,000, 25,000 and the rest', () => {
    expect(
      waterfall(40_000, one)
        .slice(1, 4)
        .map((row) => row[1]),
    ).toEqual([10_000, 25_000, 5000]);
  });

  it('shows what is left over, and takes money back from the last step', () => {
    expect(waterfall(40_000, one.slice(0, 3)).slice(-2)).toEqual([
      ['Undistributed', 5000, null],
      ['Total', 40_000, 35_000],
    ]);
    expect(waterfall(-7000, one, 12_000).slice(1)).toEqual([
      ['first', -5000, -5000],
      ['second', -2000, -2000],
      ['third', 0, 0],
      ['Total', -7000, -7000],
    ]);
    expect(call('REVSHARE_WATERFALL', '', one)).toBeNull();
  });

  it.each([
    [
      [100, [['first', 10, 1]]],
      'steps: a header (step, at most, then the parties) and a row for each step are expected',
    ],
    [
      [
        100,
        [
          ['step', 'most', 'A', 'a'],
          ['x', 1, 1, 1],
        ],
      ],
      'steps, row 1, column 4: a stands twice',
    ],
    [
      [
        100,
        [
          ['step', 'most', ''],
          ['x', 1, 1],
        ],
      ],
      'steps, row 1, column 3: blank, where a name is expected',
    ],
    [
      [
        100,
        [
          ['step', 'most', 'A'],
          ['', 1, 1],
        ],
      ],
      'steps, row 2, column 1: blank, where a name is expected',
    ],
    [
      [
        100,
        [
          ['step', 'most', 'A'],
          ['x', -1, 1],
        ],
      ],
      'steps, row 2, column 2: -1 is not a number of 0 or more',
    ],
    [[-5, one, 3], 'amount: -5 takes back more than was distributed before: 3'],
    [[column(1, 2), one], 'amount: a range of 2 × 1 cells is given, where a number is expected'],
  ])('refuses %j', (given, message) => {
    expect(refusal('REVSHARE_WATERFALL', ...(given as unknown[]))).toBe(`REVSHARE_WATERFALL: ${message}`);
  });

  const step = fc.tuple(
    fc.oneof(fc.constant(''), amount),
    fc.tuple(fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 5 })),
  );
  const table = fc
    .array(step, { minLength: 1, maxLength: 4 })
    .map((rows) => [
      ['step', 'at most', 'A', 'B', 'C'],
      ...rows.map(([most, shares], i) => [`step ${i}`, most, ...shares]),
    ]);

  it('hands out everything, row by row and in all', () => {
    fc.assert(
      fc.property(amount, amount, table, (given, before, steps) => {
        const rows = waterfall(given, steps, before).slice(1);
        const total = rows.pop()!;
        expect(total[1]).toBe(given);
        expect(sumOf(rows.map((row) => row[1]))).toBe(inCents(given));
        for (const row of rows) if (row[0] !== 'Undistributed') expect(sumOf(row.slice(2))).toBe(inCents(row[1]));
        for (const party of [2, 3, 4]) expect(sumOf(rows.map((row) => row[party] ?? 0))).toBe(inCents(total[party]));
        expect(rows.filter(([name]) => name === 'Undistributed').every((row) => row[1] !== 0)).toBe(true);
      }),
      { numRuns },
    );
  });

  it('gives every party as much in two payments as in one', () => {
    fc.assert(
      fc.property(amount, amount, table, (first, second, steps) => {
        const both = (inCents(first) + inCents(second)) / 100;
        const total = (rows: unknown[][]) => rows.at(-1)!.slice(2).map(inCents);
        const [one, two] = [total(waterfall(first, steps)), total(waterfall(second, steps, first))];
        expect(one.map((part, i) => part + two[i]!)).toEqual(total(waterfall(both, steps)));
      }),
      { numRuns },
    );
  });

  it('takes nothing from anybody with a payment, however small, and ends where one payment ends', () => {
    const shares = [
      ['step', 'at most', 'A', 'B', 'C'],
      ['all', '', 6, 6, 2],
    ];
    let sums = [0, 0, 0];
    for (let cents = 0; cents < 200; cents++) {
      const [, row] = waterfall(0.01, shares, cents / 100);
      const parts = row!.slice(2).map(inCents);
      expect(parts.every((part) => part >= 0)).toBe(true);
      sums = sums.map((sum, i) => sum + parts[i]!);
      const whole = waterfall((cents + 1) / 100, shares)[1]!
        .slice(2)
        .map(inCents);
      expect(sums).toEqual(whole);
      const split = (call('REVSHARE', (cents + 1) / 100, column(6, 6, 2)) as number[][]).map(([part]) => inCents(part));
      sums.forEach((sum, i) => expect(Math.abs(sum - split[i]!)).toBeLessThanOrEqual(1));
    }
  });

  it('takes from nobody, whatever the steps and the payments', () => {
    fc.assert(
      fc.property(amount, amount, table, (given, before, steps) => {
        for (const row of waterfall(given, steps, before).slice(1)) {
          for (const part of row.slice(2)) expect(Number(part ?? 0)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns },
    );
  });
});
