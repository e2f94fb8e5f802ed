import fc from 'fast-check';
import { call, refusal } from './support/call';

const column = (...cells: unknown[]) => cells.map((cell) => [cell]);
const numRuns = 2000;
const party = fc.constantFrom('A', 'B', 'C', ' a', 'b ');
const value = fc.integer({ min: 0, max: 10 ** 6 }).map((n) => n / 100);
const close = (sum: number, wanted: number) => expect(Math.abs(sum - wanted)).toBeLessThan(1e-9);

describe('CONTRIB_SHARES', () => {
  const shares = (...given: unknown[]) => call('CONTRIB_SHARES', ...given) as unknown[][];

  it('adds up by name, whatever its case, in order of first appearance', () => {
    expect(shares(column('Brand', 'Studio', ' BRAND', ''), column(1, 2, 5, ''))).toEqual([
      ['party', 'value', 'share'],
      ['Brand', 6, 0.75],
      ['Studio', 2, 0.25],
    ]);
    expect(shares(column('A', 'B'), column(0.1, 0.2)).slice(1)).toEqual([
      ['A', 0.1, 1 / 3],
      ['B', 0.2, 2 / 3],
    ]);
    expect(shares(column('A', 'A'), column(0.1, 0.2))[1]).toEqual(['A', 0.3, 1]);
    expect(shares([['A', 'B']], [[1, 3]])[2]).toEqual(['B', 3, 0.75]);
  });

  it('tells nothing given from 0', () => {
    expect(shares(column('A', 'B', 'C'), column(4, '', 0)).slice(1)).toEqual([
      ['A', 4, 1],
      ['B', null, null],
      ['C', 0, 0],
    ]);
    expect(shares(column('A', 'B'), column(1, -1)).slice(1)).toEqual([
      ['A', 1, null],
      ['B', -1, null],
    ]);
    expect(shares(column('', ''), column('', ''))).toEqual([['party', 'value', 'share']]);
  });

  it('weighs by age to the latest date, or to the day asked for', () => {
    const parties = column('A', 'B', 'A');
    const dates = column(46_000, 46_010, 46_020);
    expect(shares(parties, column(8, 8, 8), dates, 10).slice(1)).toEqual([
      ['A', 10, 10 / 14],
      ['B', 4, 4 / 14],
    ]);
    expect(shares(parties, column(8, 8, 8), dates, 10, 46_010).slice(1)).toEqual([
      ['A', 4, 4 / 12],
      ['B', 8, 8 / 12],
    ]);
    expect(shares(parties, column(8, 8, 8), dates, '', 46_005)).toHaveLength(2);
  });

  it('wants a name for each value, and a day where it counts', () => {
    expect(refusal('CONTRIB_SHARES', column('A', ''), column(1, 2))).toBe(
      'CONTRIB_SHARES: parties, row 2: blank, where a name is expected',
    );
    expect(refusal('CONTRIB_SHARES', column('A', 'B'), column(1, 2), column(46_000, ''), 10)).toBe(
      'CONTRIB_SHARES: dates, row 2: blank, where a date is expected',
    );
    expect(refusal('CONTRIB_SHARES', 'A', 1, '', 10)).toBe('CONTRIB_SHARES: dates: blank, where a date is expected');
    expect(
      refusal(
        'CONTRIB_SHARES',
        [
          ['A', 'B'],
          ['C', 'D'],
        ],
        column(1, 2),
      ),
    ).toBe('CONTRIB_SHARES: parties: 2 columns, where one is expected');
  });

  it('adds up to 1, exactly to the values, in any order of entries', () => {
    const entries = fc.array(fc.tuple(party, value), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(entries, (list) => {
        const of = (rows: [string, number][]) =>
          shares(
            rows.map(([name]) => [name]),
            rows.map(([, worth]) => [worth]),
          ).slice(1);
        const rows = of(list);
        const cents = (n: unknown) => Math.round((n as number) * 100);
        expect(rows.reduce((sum, [, worth]) => sum + cents(worth), 0)).toBe(
          list.reduce((sum, [, worth]) => sum + cents(worth), 0),
        );
        if (list.some(([, worth]) => worth > 0))
          close(
            rows.reduce((sum, [, , share]) => sum + (share as number), 0),
            1,
          );
        const byName = (table: unknown[][]) =>
          table
            .map(([name, ...rest]) => [String(name).trim().toLowerCase(), ...rest])
            .sort(([a], [b]) => (a! < b! ? -1 : 1));
        expect(byName(of([...list].reverse()))).toEqual(byName(rows));
      }),
      { numRuns },
    );
  });
});

describe('PARTNER_BALANCE', () => {
  const balance = (...given: unknown[]) => (call('PARTNER_BALANCE', ...given) as unknown[][]).slice(1);

  it('60/40 against 7,000/3,000: a gap of 0.10, 1,000 to move, balanced', () => {
    expect(balance(column('Studio', 'Brand'), column(60, 40), column(7000, 3000))).toEqual([
      ['Studio', 0.6, 0.7, 0.1, 7 / 6, -1000, 'balanced'],
      ['Brand', 0.4, 0.3, -0.1, 0.75, 1000, 'balanced'],
    ]);
  });

  it('alarms only beyond the tolerance', () => {
    const verdicts = (...given: unknown[]) => balance(...given).map((row) => row[6]);
    expect(verdicts(column('A', 'B'), column(60, 40), column(70.01, 29.99))).toEqual([
      'receives more',
      'receives less',
    ]);
    expect(verdicts(column('A', 'B'), column(60, 40), column(70, 30), 0.09)).toEqual([
      'receives more',
      'receives less',
    ]);
    expect(verdicts(column('A', 'B'), column(60, 40), column(60, 40), 0)).toEqual(['balanced', 'balanced']);
  });

  it('names who logged nothing', () => {
    expect(balance(column('A', 'B'), column(10, 0), column(50, 50))).toEqual([
      ['A', 1, 0.5, -0.5, 0.5, 50, 'receives less'],
      ['B', 0, 0.5, 0.5, null, -50, 'no logged effort'],
    ]);
  });

  it('takes nothing that is missing for 0: no share of it is known', () => {
    expect(balance(column('A', 'B'), column(50, 50), column('', 500))).toEqual([
      ['A', 0.5, null, null, null, null, 'not all known'],
      ['B', 0.5, null, null, null, null, 'not all known'],
    ]);
    expect(balance(column('A', 'B', 'C'), column(10, 0, ''), column(50, 30, 20))).toEqual([
      ['A', null, 0.5, null, null, null, 'not all known'],
      ['B', null, 0.3, null, null, null, 'not all known'],
      ['C', null, 0.2, null, null, null, 'not all known'],
    ]);
    expect(balance(column('A', ''), column('', ''), column(0.6, ''))).toEqual([
      ['A', null, 1, null, null, null, 'not all known'],
    ]);
  });

  it('what is to be moved adds up to nothing, and evens it out', () => {
    const row = fc.tuple(
      value.map((n) => n + 1),
      value.map((n) => n + 1),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (list) => {
        const names = list.map((_, i) => [`P${i}`]);
        const rows = balance(
          names,
          list.map(([a]) => [a]),
          list.map(([, b]) => [b]),
        );
        const moves = rows.map((r) => r[5] as number);
        const all = list.reduce((sum, [, b]) => sum + b, 0);
        expect(Math.abs(moves.reduce((a, b) => a + b))).toBeLessThan(1e-9 * all);
        const evened = list.map(([, b], i) => [Math.max(b + moves[i]!, 0)]);
        for (const after of balance(
          names,
          list.map(([a]) => [a]),
          evened,
          0.000001,
        ))
          expect(after[6]).toBe('balanced');
      }),
      { numRuns },
    );
  });
});

describe('PARTNER_FAIRNESS', () => {
  const fairness = (...given: unknown[]) => call('PARTNER_FAIRNESS', ...given) as number;

  it('knows three indexes', () => {
    expect(fairness(column(1, 0, 0, 0))).toBe(0.25);
    expect(fairness(column(1, 0, 0, 0), '', 'gini')).toBe(0.75);
    expect(fairness(column(1, 0, 0, 0), '', 'hoover')).toBe(0.75);
    expect(fairness(column(60, 40), '', 'hoover')).toBe(0.1);
    expect(fairness(column(60, 40), column(3, 2), 'hoover')).toBe(0);
    expect(fairness(column(60, 40), column(3, 2))).toBe(1);
    expect(fairness(column(60, 40, '', ''), column(3, 2, '', ''), 'gini')).toBe(0);
    expect(fairness(column(60, 40, ''), column(3, 2, 5), 'gini')).toBeNull();
    expect(fairness(column(0, 0))).toBeNull();
    expect(fairness('')).toBeNull();
  });

  it('refuses what cannot be fair', () => {
    const refused = (...given: unknown[]) => refusal('PARTNER_FAIRNESS', ...given);
    expect(refused(column(1, -2))).toBe('PARTNER_FAIRNESS: received, row 2: -2 is not a number of 0 or more');
    expect(refused(column(1, 2), column(1, ''))).toBe(
      'PARTNER_FAIRNESS: fair, row 2: blank, where what would be fair is expected',
    );
    expect(refused(column(1, 2), 0)).toBe('PARTNER_FAIRNESS: fair: 0 is not above 0, as the index jain needs it');
    expect(refused(column(1, 2), column(0, 0), 'hoover')).toBe('PARTNER_FAIRNESS: fair: all are 0');
    expect(refused(column(1, 2), '', 'theil')).toBe(
      'PARTNER_FAIRNESS: index: "theil" is not one of: jain, gini, hoover',
    );
  });

  it('stays within its scale, and sees neither scale nor order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(10 ** 6), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 2, max: 99 }),
        (list, factor) => {
          fc.pre(list.some((n) => n > 0));
          const n = list.length;
          for (const [index, least, most] of [
            ['jain', 1 / n, 1],
            ['gini', 0, 1 - 1 / n],
            ['hoover', 0, 1 - 1 / n],
          ] as const) {
            const answer = fairness([list], '', index);
            expect(answer).toBeGreaterThanOrEqual(least);
            expect(answer).toBeLessThanOrEqual(most);
            expect(fairness(column(...[...list].reverse()), '', index)).toBe(answer);
            expect(fairness([list.map((x) => x * factor)], '', index)).toBe(answer);
            const alike = fairness([list.map((x) => x + 1)], [list.map((x) => (x + 1) * factor)], index);
            expect(alike).toBeCloseTo(index === 'jain' ? 1 : 0, 9);
          }
        },
      ),
      { numRuns },
    );
  });
});

describe('PARTNER_CONCENTRATION', () => {
  const concentration = (...given: unknown[]) => call('PARTNER_CONCENTRATION', ...given) as number;

  it('measures in three ways', () => {
    expect(concentration(column(6, 3, 1, ''))).toBe(0.6);
    expect(concentration([[6, 3, 1]], 'hhi')).toBe(4600);
    expect(concentration(column(5, 5), 'effective')).toBe(2);
    expect(concentration(column(0, ''))).toBeNull();
  });

  it('its measures agree with each other', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10 ** 6), { minLength: 1, maxLength: 9 }), (list) => {
        fc.pre(list.some((n) => n > 0));
        const [top, hhi, effective] = ['top', 'hhi', 'effective'].map((measure) => concentration([list], measure));
        expect(hhi! * effective!).toBeCloseTo(10_000, 6);
        expect(effective).toBeLessThanOrEqual(list.filter((n) => n > 0).length + 1e-9);
        expect(hhi! / 10_000).toBeLessThanOrEqual(top! + 1e-12);
        expect(top! * top!).toBeLessThanOrEqual(hhi! / 10_000 + 1e-12);
      }),
      { numRuns },
    );
  });
});

describe('PARTNER_PORTFOLIO', () => {
  const portfolio = (...given: unknown[]) => (call('PARTNER_PORTFOLIO', ...given) as unknown[][]).slice(1);

  it('holds 70-20-10 against what is logged', () => {
    expect(portfolio(column('Experimental', 'operational', ''), column(3, 7, ''))).toEqual([
      ['operational', 7, 0.7, 0.7, 0],
      ['growth', 0, 0, 0.2, -0.2],
      ['experimental', 3, 0.3, 0.1, 0.2],
    ]);
    expect(portfolio('', '')).toEqual([
      ['operational', 0, null, 0.7, null],
      ['growth', 0, null, 0.2, null],
      ['experimental', 0, null, 0.1, null],
    ]);
  });

  it('skips a heading above the targets, which may hold digits beside the numbers, and nothing else', () => {
    const headed = [
      ['Plan 2026', 'target'],
      ['a', 1],
    ];
    expect(portfolio('a', 4, headed)).toEqual([['a', 4, 1, 1, 0]]);
    const blank = [
      ['a', ''],
      ['b', 1],
    ];
    expect(refusal('PARTNER_PORTFOLIO', 'a', 4, blank)).toBe(
      'PARTNER_PORTFOLIO: targets, row 1, column 2: blank, where a number from 0 to 1 is expected',
    );
  });

  it('refuses a target that stands twice', () => {
    expect(
      refusal('PARTNER_PORTFOLIO', 'a', 1, [
        ['a', 0.5],
        ['A ', 0.5],
      ]),
    ).toBe('PARTNER_PORTFOLIO: targets: a category stands twice');
  });

  it('shares add up to 1, differences to what the targets leave', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(party, value), { minLength: 1, maxLength: 9 }), (list) => {
        fc.pre(list.some(([, worth]) => worth > 0));
        const targets = [
          ['a', 0.5],
          ['b', 0.3],
          ['c', 0.2],
        ];
        const rows = portfolio(
          list.map(([name]) => [name]),
          list.map(([, worth]) => [worth]),
          targets,
        );
        expect(rows).toHaveLength(3);
        close(
          rows.reduce((sum, row) => sum + (row[2] as number), 0),
          1,
        );
        close(
          rows.reduce((sum, row) => sum + (row[4] as number), 0),
          0,
        );
      }),
      { numRuns },
    );
  });
});
