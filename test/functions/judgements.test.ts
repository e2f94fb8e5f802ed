import fc from 'fast-check';
import { dayOfIso, isoOfDay } from '../../src/calc/day';
import { call, refusal } from './support/call';

const column = (...cells: unknown[]) => cells.map((cell) => [cell]);
const numRuns = 2000;

describe('PARTNER_COVERAGE', () => {
  const coverage = (...given: unknown[]) => call('PARTNER_COVERAGE', ...given);

  it('is shaped as the scores are', () => {
    expect(coverage([[5, '', 5, '']])).toBe(0.5);
    expect(coverage(column(5, '', 5), column(2, 1, 1))).toBe(0.75);
    expect(
      coverage(
        [
          [5, ''],
          ['', ''],
          ['n/a', 3],
          ['', ''],
        ],
        [[3, 1]],
      ),
    ).toEqual(column(0.75, null, 1));
    expect(
      coverage(
        [
          [5, ''],
          [1, ''],
        ],
        column(3, 1),
      ),
    ).toEqual([[1, 0]]);
    expect(coverage(column('', ''), column(1, 1))).toBe(0);
    expect(coverage([['n/a', 'n/a']])).toBeNull();
  });

  it('says where PARTNER_SCORE is empty, and never moves when a rating changes its value', () => {
    const rating = fc.oneof(fc.nat(5), fc.constantFrom('', 'n/a'));
    const block = fc.integer({ min: 2, max: 5 }).chain((width) => {
      const row = fc.array(rating, { minLength: width, maxLength: width });
      const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: width, maxLength: width });
      return fc.tuple(fc.array(row, { minLength: 2, maxLength: 5 }), weights);
    });
    fc.assert(
      fc.property(block, ([ratings, weights]) => {
        const flat = (answer: unknown) => [answer].flat(2) as (number | null)[];
        const covered = flat(coverage(ratings, [weights]));
        const scores = flat(call('PARTNER_SCORE', ratings, [weights]));
        expect(scores.map((score) => score !== null)).toEqual(covered.map((part) => part !== null && part >= 0.6));
        const others = ratings.map((row) => row.map((cell) => (typeof cell === 'number' ? 5 - cell : cell)));
        expect(flat(coverage(others, [weights]))).toEqual(covered);
      }),
      { numRuns },
    );
  });
});

describe('PARTNER_TRUST', () => {
  const trust = (...given: unknown[]) => call('PARTNER_TRUST', ...given);

  it('is (C + R + I) ÷ S, row by row', () => {
    expect(trust(9, 8, 7, 2)).toBe(12);
    expect(trust(0.1, 0.2, 0, 0.1)).toBe(3);
    expect(trust(column(5, '', 1, ''), column(5, 1, 1, ''), column(5, 1, 1, ''), 5)).toEqual(column(3, null, 0.6));
  });

  it('refuses a self-orientation of 0', () => {
    expect(refusal('PARTNER_TRUST', 1, 1, 1, column(1, 0))).toBe(
      'PARTNER_TRUST: self_orientation, row 2: 0 is not a number above 0',
    );
  });
});

describe('PARTNER_QUADRANT', () => {
  it('takes the cutoff as high', () => {
    expect(call('PARTNER_QUADRANT', column(50, 49, 50, 49, ''), column(50, 50, 49, 49, 1))).toEqual(
      column('long-term co-creation', 'more governance', 'short project, well aligned', 'short project', null),
    );
    expect(call('PARTNER_QUADRANT', 50, 50, 51)).toBe('short project');
  });

  it('refuses fractions on both axes', () => {
    expect(refusal('PARTNER_QUADRANT', column(50, 0.8), column(0.5, 1))).toBe(
      'PARTNER_QUADRANT: alignment, row 2: 0.8 is a fraction, as the commitment beside it; write both from 0 to 100',
    );
    expect(call('PARTNER_QUADRANT', column(0, 1, 0), column(0, 0, 0.5))).toEqual(
      column('short project', 'short project', 'short project'),
    );
  });
});

describe('PARTNER_STAGE', () => {
  const stage = (...given: unknown[]) => call('PARTNER_STAGE', ...given);
  const stages = column('pilot', 'pilot', 'growth', 'maturity');

  it('stops at the first stage with an item that is not yes', () => {
    expect(stage(column('yes', true, 'YES', 'no'), stages)).toBe('growth');
    expect(stage(column('yes', 'yes', false, 'yes'), stages)).toBe('pilot');
    expect(stage(column('yes', 'no', 'yes', 'yes'), stages)).toBeNull();
    expect(stage(column(true, true, true, true), stages)).toBe('maturity');
    // Open items at the end are items: their stage stands beside them.
    expect(stage(column('yes', 'yes', '', ''), stages)).toBe('pilot');
    expect(stage(column('yes', 'yes', '', '', ''), [...stages, ['']])).toBe('pilot');
  });

  it('knows a stage by its name, keeps a level a number, and takes items in any order', () => {
    expect(stage(column('yes', 'no', 'yes'), column('Pilot', 'growth', ' pilot'))).toBe('Pilot');
    expect(stage([['yes', 'yes', 'no']], [[1, 2, 3]])).toBe(2);
    expect(
      stage(
        [
          ['yes', 'yes'],
          ['yes', 'no'],
        ],
        column('a', 'b'),
      ),
    ).toEqual([['b', 'a']]);
  });

  it('wants a stage for each item', () => {
    expect(refusal('PARTNER_STAGE', column('yes', 'yes'), column('a', ''))).toBe(
      'PARTNER_STAGE: stages, row 2: blank, where a stage is expected',
    );
    expect(refusal('PARTNER_STAGE', [['yes', 'no']], [['a', 'b', 'c']])).toBe(
      'PARTNER_STAGE: stages: 3 given, 2 expected',
    );
  });
});

describe('PARTNER_CHECKLIST', () => {
  const checklist = (...given: unknown[]) => call('PARTNER_CHECKLIST', ...given);

  it('goes only when all are yes, pauses at the first no', () => {
    expect(checklist(column('yes', true, 'Yes'))).toBe('go');
    expect(checklist(column('yes', 'no', ''))).toBe('pause');
    expect(checklist(column('yes', 'yes', false))).toBe('incomplete');
    expect(checklist(column('yes', 'yes', ''))).toBe('incomplete');
    expect(checklist('')).toBe('incomplete');
  });

  it('answers a block row by row, blank where nothing is ticked', () => {
    expect(
      checklist([
        [true, true],
        [false, false],
        [true, false],
        [false, false],
      ]),
    ).toEqual(column('go', null, 'incomplete'));
  });

  it('counts, or asks for so many', () => {
    const answers = column('yes', 'yes', 'yes', 'yes', 'yes', 'no', '', '');
    expect(checklist(answers, 'report')).toBe('5 yes, 1 no, 2 open');
    expect(checklist(answers, 6)).toBe('incomplete');
    expect(checklist(answers, 5)).toBe('go');
    expect(checklist(answers, 8)).toBe('pause');
    expect(refusal('PARTNER_CHECKLIST', answers, 'most')).toBe(
      'PARTNER_CHECKLIST: rule: "most" is not a whole number of 1 or more, or one of: all, report',
    );
  });

  it('never goes while it could still become pause, and never changes its mind', () => {
    const answer = fc.constantFrom('yes', 'no', '');
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 8 }), (list, k) => {
        const rule = Math.min(k, list.length);
        const verdict = checklist(column(...list), rule);
        const all = (filled: string) => checklist(column(...list.map((cell) => cell || filled)), rule);
        if (verdict === 'incomplete') expect([all('yes'), all('no')]).toEqual(['go', 'pause']);
        else expect([all('yes'), all('no')]).toEqual([verdict, verdict]);
      }),
      { numRuns },
    );
  });
});

describe('PARTNER_ROI', () => {
  it('is a return or a multiple, empty where nothing was put in', () => {
    expect(call('PARTNER_ROI', column(60, 5, '', 1), column(10, 10, 10, 0))).toEqual(column(5, -0.5, null, null));
    expect(call('PARTNER_ROI', 0.3, 0.1, 'multiple')).toBe(3);
  });

  it('the multiple is the return + 1', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 6), fc.integer({ min: 1, max: 10 ** 6 }), (gained, cost) => {
        const roi = call('PARTNER_ROI', gained, cost) as number;
        expect(call('PARTNER_ROI', gained, cost, 'multiple') as number).toBeCloseTo(roi + 1, 9);
      }),
      { numRuns },
    );
  });
});

describe('PARTNER_BREAKEVEN', () => {
  const units = (...given: unknown[]) => call('PARTNER_BREAKEVEN', ...given);

  it('rounds up to whole units, and knows never', () => {
    expect(units(40_000, 90, 55)).toBe(1143);
    expect(units(column(10, 10, 0, '', 0), column(5, 5, 5, 5, 5), column(5, 6, 4, 1, 5))).toEqual(
      column('never', 'never', 0, null, 0),
    );
    expect(units(0, 5, 6)).toBe(0);
    expect(units(0.3, 0.1, 0)).toBe(3);
  });

  it('is enough, and one unit less is not', () => {
    const cents = fc.integer({ min: 1, max: 10 ** 6 });
    fc.assert(
      fc.property(cents, cents, cents, (fixed, cost, margin) => {
        const count = units(fixed / 100, (cost + margin) / 100, cost / 100) as number;
        expect(count * margin).toBeGreaterThanOrEqual(fixed);
        expect((count - 1) * margin).toBeLessThan(fixed);
      }),
      { numRuns },
    );
  });
});

describe('PARTNER_NEXT_REVIEW', () => {
  const next = (anchor: string, cadence: unknown, asOf: string) =>
    isoOfDay(call('PARTNER_NEXT_REVIEW', dayOfIso(anchor), cadence, dayOfIso(asOf)) as number);

  it.each([
    ['2026-01-31', 'monthly', '2026-01-31', '2026-02-28'],
    ['2026-01-31', 'monthly', '2026-02-28', '2026-03-31'],
    ['2028-01-31', 'monthly', '2028-02-01', '2028-02-29'],
    ['2026-11-30', 'quarterly', '2026-12-01', '2027-02-28'],
    ['2026-01-15', 'six-monthly', '2026-07-14', '2026-07-15'],
    ['2024-02-29', 'annual', '2026-02-28', '2027-02-28'],
    ['2024-02-29', 'Annual', '2027-03-01', '2028-02-29'],
    ['2026-01-01', 'weekly', '2026-01-08', '2026-01-15'],
    ['2026-01-01', 'bi-weekly', '2026-01-08', '2026-01-15'],
    ['2026-01-01', 10, '2026-11-21', '2026-11-27'],
    ['2026-01-01', 'monthly', '2025-06-01', '2026-01-01'],
  ])('%s %s after %s: %s', (anchor, cadence, asOf, expected) => {
    expect(next(anchor, cadence, asOf)).toBe(expected);
  });

  it('takes columns, and answers blank where something is missing', () => {
    const dates = column(new Date('2026-01-05T00:00:00Z'), '', new Date('2026-01-05T00:00:00Z'), '');
    expect(call('PARTNER_NEXT_REVIEW', dates, column('weekly', 'weekly', '', ''), 46_030)).toEqual(
      column(46_034, null, null),
    );
  });

  it('is the first day after as_of that the rhythm has, without drift', () => {
    const day = fc.integer({ min: 40_000, max: 50_000 });
    fc.assert(
      fc.property(
        day,
        day,
        fc.constantFrom('monthly', 'quarterly', 'six-monthly', 'annual'),
        (anchor, asOf, cadence) => {
          const answer = call('PARTNER_NEXT_REVIEW', anchor, cadence, asOf) as number;
          expect(answer).toBeGreaterThan(asOf);
          expect(answer).toBeGreaterThanOrEqual(anchor);
          if (answer === anchor) return;
          // Counted from any day before the answer, the answer is the next one.
          expect(call('PARTNER_NEXT_REVIEW', anchor, cadence, answer - 1)).toBe(answer);
          const dateOf = (serial: number) => Number(isoOfDay(serial).slice(8));
          expect(dateOf(answer) === dateOf(anchor) || dateOf(answer + 1) === 1).toBe(true);
          const months = { monthly: 31, quarterly: 92, 'six-monthly': 184, annual: 366 }[cadence]!;
          if (asOf >= anchor) expect(answer - asOf).toBeLessThanOrEqual(months);
        },
      ),
      { numRuns },
    );
  });
});
