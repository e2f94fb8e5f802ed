import fc from 'fast-check';
import { call, refusal } from './support/call';

const column = (...cells: unknown[]) => cells.map((cell) => [cell]);
const numRuns = 2000;

const cents = fc.integer({ min: -(10 ** 8), max: 10 ** 8 }).map((n) => n / 100);
const tier = fc.tuple(
  fc.nat(10 ** 6).map((n) => n / 100),
  fc.nat(5000).map((n) => n / 10_000),
);
const tiers = fc.uniqueArray(tier, { minLength: 1, maxLength: 4, selector: ([from]) => from });
const mode = fc.constantFrom('marginal', 'cliff');

describe('REVSHARE_TIERED', () => {
  const tiered = (...given: unknown[]) => call('REVSHARE_TIERED', ...given);
  const TIERS = [
    [0, 0.1],
    [10_000, 0.2],
  ];
  const amounts = column(9000, 3000, -2000);

  it('10 % and 20 % from 10,000, running', () => {
    expect(tiered(amounts, TIERS, 'marginal', 'running')).toEqual(column(900, 500, -400));
    expect(tiered(amounts, TIERS, 'Cliff', 'Running')).toEqual(column(900, 1500, -400));
  });

  it('counts what was counted before, for all amounts or for each', () => {
    expect(tiered(3000, TIERS, '', 9000)).toBe(500);
    expect(tiered(column(3000, 3000), TIERS, '', column(0, 9000))).toEqual(column(300, 500));
    expect(tiered(column(5, '', 5), [[0, 1]], '', 'running')).toEqual(column(5, null, 5));
    expect(tiered(column(0.1, 0.2), [[0.3, 1]], 'cliff', 'running')).toEqual(column(0, 0.3));
  });

  it('reaches a tier with the total that the sheet shows', () => {
    const table = [
      [0, 0.1],
      [1000, 0.2],
    ];
    expect(tiered(999.9999999999999, table, 'cliff')).toBe(200);
    expect(tiered(500, [[0, 2.9 / 100]])).toBe(14.5);
    expect(call('KPI_STATUS', (0.7 + 0.8 + 0.9) / 3)).toBe('at risk');
    expect(call('PARTNER_SCORE', 0.3 - 0.2, '', 5, 0.1)).toBe(0);
  });

  it('takes tiers in any order, with a header and blank rows', () => {
    const table = [['from', 'rate'], ['', ''], TIERS[1], TIERS[0], ['', '']];
    expect(tiered(12_000, table)).toBe(1400);
  });

  it('skips a first row only where it can be nothing but a heading', () => {
    for (const heading of [
      ['from', 'rate'],
      ['', 'rate'],
      ['From €', ''],
    ]) {
      expect(tiered(100, [heading, ...TIERS])).toBe(10);
    }
    const refused = (first: unknown[]) => refusal('REVSHARE_TIERED', 100, [first, ...TIERS]);
    const place = 'REVSHARE_TIERED: tiers, row 1, column';
    expect(refused(['10k', 'rate'])).toBe(`${place} 1: "10k" is not a number`);
    expect(refused(['from', '5 percent'])).toBe(`${place} 1: "from" is not a number`);
    expect(refused(['from', 0.1])).toBe(`${place} 1: "from" is not a number`);
    expect(refused(['from', 'rate', 2026])).toBe(`${place} 1: "from" is not a number`);
    expect(refused([true, 'rate'])).toBe(`${place} 1: TRUE is not a number`);
    expect(refused(['from', '#N/A'])).toBe(`${place} 1: "from" is not a number`);
  });

  it('rounds each commission once, half away from zero', () => {
    expect(tiered(column(0.05, -0.05), [[0, 0.1]])).toEqual(column(0.01, -0.01));
    expect(tiered(column(0.05, 0.05), [[0, 0.1]], '', 'running')).toEqual(column(0.01, 0));
    expect(tiered(1.005, [[0, 1]], '', 0, 3)).toBe(1.005);
  });

  it.each([
    [
      [
        100,
        [
          [0, 0.1],
          [0, 0.2],
        ],
      ],
      'REVSHARE_TIERED: tiers, row 2, column 1: 0 stands twice',
    ],
    [[100, [[0, 0.1, 5]]], null],
    [[100, [[-1, 0.1]]], 'REVSHARE_TIERED: tiers, row 1, column 1: -1 is not a number of 0 or more'],
    [
      [
        9000,
        [
          [0, 10],
          [10_000, 20],
        ],
      ],
      'REVSHARE_TIERED: tiers, row 1, column 2: 10 is 1000 %; write 10%',
    ],
    [[100, [[0, 1.001]]], 'REVSHARE_TIERED: tiers, row 1, column 2: 1.001 is 100.1 %; write 1.001%'],
    [[100, [[0, 5000]]], 'REVSHARE_TIERED: tiers, row 1, column 2: 5000 is not a number from 0 to 1'],
    [
      [
        100,
        [
          [0, 10_000, 20_000],
          [0.1, 0.2, 0.3],
        ],
      ],
      'REVSHARE_TIERED: tiers: the tiers run across; a row for each tier, from and rate side by side, is expected',
    ],
    [
      [
        100,
        [
          [0, 10_000],
          [0.1, 0.2],
        ],
      ],
      'REVSHARE_TIERED: tiers: the tiers run across; a row for each tier, from and rate side by side, is expected',
    ],
    [[100, [['0', '10%']]], 'REVSHARE_TIERED: tiers, row 1, column 1: "0" is text, not a number'],
    [
      [
        100,
        [
          ['#N/A', '#REF!'],
          [0, 0.1],
        ],
      ],
      'REVSHARE_TIERED: tiers, row 1, column 1: the cell holds the error #N/A',
    ],
    [[100, [['from', 'rate']]], 'REVSHARE_TIERED: tiers: no rows are given'],
    [[100, ''], 'REVSHARE_TIERED: tiers: no rows are given'],
    [[100, 0.1], 'REVSHARE_TIERED: tiers: two columns are expected'],
    [[100], 'REVSHARE_TIERED: tiers: nothing is given, where a table of from and rate is expected'],
    [[100, TIERS, 'steps'], 'REVSHARE_TIERED: mode: "steps" is not one of: marginal, cliff'],
    [[100, TIERS, '', 'all'], 'REVSHARE_TIERED: counted: "all" is not a number or running'],
    [
      [[[1, 2]], TIERS, '', 'running'],
      'REVSHARE_TIERED: amount: one column of amounts is expected where they are counted running',
    ],
    [[column(1, '#N/A'), TIERS], 'REVSHARE_TIERED: amount, row 2: the cell holds the error #N/A'],
  ])('%j: %s', (given, message) => {
    if (message === null) expect(tiered(...(given as unknown[]))).toBe(10);
    else expect(refusal('REVSHARE_TIERED', ...(given as unknown[]))).toBe(message);
  });

  it('running adds up to the commission on the total', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 2, maxLength: 8 }), tiers, mode, (list, table, how) => {
        const answer = tiered(column(...list), table, how, 'running') as number[][];
        const total = list.reduce((a, b) => a + Math.round(b * 100), 0) / 100;
        const units = answer.flat().reduce((a, b) => a + Math.round(b * 100), 0);
        expect(units / 100).toBe(tiered(total, table, how));
      }),
      { numRuns },
    );
  });

  it('a refund mirrors its sale, counted on its own or after it', () => {
    fc.assert(
      fc.property(cents, cents, tiers, mode, (amount, counted, table, how) => {
        const earned = tiered(amount, table, how) as number;
        expect(tiered(-amount, table, how)).toBe(0 - earned);
        const [[sale], [refund]] = tiered(column(amount, -amount), table, how, counted) as [[number], [number]];
        if (counted === 0) expect(refund).toBe(0 - sale);
        const after = (Math.round(counted * 100) + Math.round(amount * 100)) / 100;
        expect(tiered(-amount, table, how, after)).toBe(0 - sale);
      }),
      { numRuns },
    );
  });

  it('the order of tiers does not matter', () => {
    fc.assert(
      fc.property(cents, tiers, mode, (amount, table, how) => {
        expect(tiered(amount, [...table].reverse(), how)).toBe(tiered(amount, table, how));
      }),
      { numRuns },
    );
  });
});

describe('KPI_PAYOUT', () => {
  const payout = (...given: unknown[]) => call('KPI_PAYOUT', ...given);
  const CURVE = [
    [0.8, 0],
    [0.8, 0.5],
    [1, 1],
    [1.2, 1.6],
  ];

  it('is a straight line between points, with a jump, 0 below and flat above', () => {
    expect(payout([[0, 0.79999, 0.8, 0.9, 1, 1.1, 1.2, 9, '']], CURVE)).toEqual([
      [0, 0, 0.5, 0.75, 1, 1.3, 1.6, 1.6, null],
    ]);
    expect(payout([[0.8, 0.99, 1]], CURVE, 'step')).toEqual([[0.5, 0.5, 1]]);
    expect(
      payout(1, [
        [1, 0],
        [1, 7],
      ]),
    ).toBe(7);
    expect(payout('', CURVE)).toBeNull();
  });

  it('refuses a curve of whole percents', () => {
    const percents = [
      [80, 0.5],
      [100, 1],
    ];
    expect(refusal('KPI_PAYOUT', 0.9, percents)).toBe('KPI_PAYOUT: curve, row 1, column 1: 80 is 8000 %; write 80%');
    expect(payout(11, [[0, 0], ...percents])).toBe(0.06875);
  });

  it('stays between the payouts of its points', () => {
    const point = fc.tuple(fc.integer({ min: -50, max: 300 }), fc.integer({ min: 0, max: 1000 }));
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 6 }),
        fc.double({ min: -1, max: 4, noNaN: true }),
        (list, at) => {
          const curve = list.map(([a, b]) => [a / 100, b / 10]).sort(([a], [b]) => a! - b!);
          const payouts = curve.map(([, b]) => b!);
          const answer = payout(at, curve) as number;
          if (at < curve[0]![0]!) expect(answer).toBe(0);
          else {
            expect(answer).toBeGreaterThanOrEqual(Math.min(...payouts));
            expect(answer).toBeLessThanOrEqual(Math.max(...payouts));
          }
          for (const [a] of curve) {
            expect(payout(a, curve)).toBe(curve.filter(([b]) => b === a).at(-1)![1]);
            expect(payouts).toContain(payout(a, curve, 'step'));
          }
        },
      ),
      { numRuns },
    );
  });
});
