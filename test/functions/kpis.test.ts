import fc from 'fast-check';
import { call, refusal } from './support/call';

const column = (...cells: unknown[]) => cells.map((cell) => [cell]);
const day = (iso: string) => new Date(`${iso}T00:00:00Z`);
const numRuns = 2000;
const value = fc.integer({ min: 0, max: 10 ** 6 }).map((n) => n / 100);

describe('KPI_ATTAINMENT', () => {
  const attainment = (...given: unknown[]) => call('KPI_ATTAINMENT', ...given);

  it('is progress where a baseline stands, else the ratio', () => {
    expect(attainment(16, 20, 10)).toBe(0.6);
    expect(attainment(16, 20)).toBe(0.8);
    expect(attainment(16, 20, 10, '', 'ratio')).toBe(0.8);
    expect(attainment(8, 6, 10, 'lower')).toBe(0.5);
    expect(attainment(0.3, 0.1)).toBe(3);
    expect(attainment(22, 20, 10)).toBe(1.2);
  });

  it('is as far below 1 as the ratio is above it where lower is better', () => {
    expect(attainment(column(8, 10, 12, 30), 10, '', 'lower')).toEqual(column(1.2, 1, 0.8, -1));
    expect(attainment(8, 2, '', 'lower', 'inverse')).toBe(0.25);
    expect(attainment(0, 2, '', 'lower', 'inverse', 1.5)).toBe(1.5);
  });

  it('says met or not where there is nothing to divide by', () => {
    expect(attainment(column(0, 3, -1), 0)).toEqual(column(1, 1, 0));
    expect(attainment(column(0, 3, -1), 0, '', 'lower')).toEqual(column(1, 0, 1));
    expect(attainment(column(5, 6, 4), 5, 5)).toEqual(column(1, 1, 0));
  });

  it('is clamped only with a cap', () => {
    expect(attainment(column(15, -5), 10)).toEqual(column(1.5, -0.5));
    expect(attainment(column(15, -5), 10, '', '', '', 1.2)).toEqual(column(1.2, 0));
  });

  it('takes columns of everything, blank rows in between and behind the data', () => {
    expect(
      attainment(
        column(16, '', '', 8, 8, '', ''),
        column(20, 20, '', 10, 2, '', ''),
        column(10, 10, '', '', '', '', ''),
        column('', '', '', 'lower', 'LOWER ', '', ''),
        column('', '', '', '', 'inverse', '', ''),
      ),
    ).toEqual(column(0.6, null, null, 1.2, 0.25));
    // A direction or a baseline below the last actual leaves rows without an answer, and no error.
    expect(attainment(column(1, ''), column(2, ''), column('', 5), column('', 'lower'))).toEqual(column(0.5, null));
    expect(attainment(column('', ''), column('', ''))).toBeNull();
  });

  it.each([
    [[5, -10], 'target: -10 is below 0, which only the method progress can measure'],
    [[column(1, 5), 10, '', '', 'progress'], 'baseline: blank, where the method progress needs a number'],
    [[column(1, 0), 10, '', 'lower', 'inverse'], 'actual, row 2: 0 is not above 0, as the method inverse needs it'],
    [[5, 10, '', '', '', 120], 'cap: 120 is 12000 %; write 120%'],
    [[5, 10, '', '', 'linear'], 'method: "linear" is not one of: auto, progress, ratio, inverse'],
    [[column(5, 'n/a'), 10], 'actual, row 2: "n/a" is not a number'],
    [[column(5, 6), column(1, 2, 3)], 'actual: 2 rows, where target has 3 rows'],
  ])('refuses %j', (given, message) => {
    expect(refusal('KPI_ATTAINMENT', ...(given as unknown[]))).toBe(`KPI_ATTAINMENT: ${message}`);
  });

  it('is 1 at the target, 0 at the baseline, and rises with the actual', () => {
    fc.assert(
      fc.property(value, value, value, value, (target, baseline, a, b) => {
        fc.pre(target !== baseline);
        expect(attainment([[target, baseline]], target, baseline)).toEqual([[1, 0]]);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const [[first, last]] = attainment([[low, high]], target, baseline) as [[number, number]];
        expect(target > baseline ? last >= first : first >= last).toBe(true);
      }),
      { numRuns },
    );
  });

  it('does not depend on the unit of measurement', () => {
    fc.assert(
      fc.property(
        value,
        value,
        fc.option(value, { nil: '' }),
        fc.constantFrom('higher', 'lower'),
        (a, t, b, direction) => {
          const times = (n: number | string) => (typeof n === 'string' ? n : Math.round(n * 100));
          expect(attainment(times(a), times(t), times(b), direction)).toBe(attainment(a, t, b, direction));
        },
      ),
      { numRuns },
    );
  });
});

describe('KPI_STATUS', () => {
  const status = (...given: unknown[]) => call('KPI_STATUS', ...given);

  it('takes both limits as reached', () => {
    expect(status(column(1, 0.99, 0.8, 0.79, -1, '', ''))).toEqual(
      column('on track', 'at risk', 'at risk', 'off track', 'off track'),
    );
    expect(status(column(0.5, '', 0.7), 0.5, 0.7)).toEqual(column('at risk', null, 'on track'));
    expect(status(0.9, 0.9, 0.9)).toBe('on track');
    expect(status('')).toBeNull();
  });

  it('refuses a limit in whole percents', () => {
    expect(refusal('KPI_STATUS', 0.9, 80, 100)).toBe('KPI_STATUS: amber_from: 80 is 8000 %; write 80%');
    expect(refusal('KPI_STATUS', 0.9, 5)).toBe('KPI_STATUS: amber_from: 5 is 500 %; write 5%');
    expect(refusal('KPI_STATUS', 0.9, 0.8, 100)).toBe('KPI_STATUS: green_from: 100 is 10000 %; write 100%');
    expect(status(1.05, 0.9, 1.1)).toBe('at risk');
  });

  it('refuses a word', () => {
    expect(refusal('KPI_STATUS', column(1, 'good'))).toBe('KPI_STATUS: attainment, row 2: "good" is not a number');
  });
});

describe('KPI_PACE', () => {
  const pace = (...given: unknown[]) => call('KPI_PACE', ...given);
  const year = [day('2026-01-01'), day('2026-12-31')];

  it('600 of 1,000 on 30 June of a year is 1.2', () => {
    expect(pace(600, 1000, 0, ...year, day('2026-06-30'))).toBeCloseTo(1.2, 1);
    expect(pace(600, 1000, 0, ...year, day('2026-06-30'))).toBe((0.6 * 364) / 180);
  });

  it('is empty before anything is due, and where something is missing', () => {
    expect(pace(600, 1000, 0, ...year, column(day('2025-12-31'), day('2026-01-01'), '', day('2026-12-31')))).toEqual(
      column(null, null, null, 0.6),
    );
    expect(pace(column(600, '', 600, ''), 1000, column(0, 0, '', ''), ...year, day('2027-03-01'))).toEqual(
      column(0.6, null, null),
    );
    expect(pace(5, 7, 7, ...year, day('2026-06-30'))).toBeNull();
  });

  it('is due at once where start and end are one day', () => {
    const first = day('2026-05-01');
    expect(pace(1, 2, 0, first, first, column(day('2026-04-30'), first))).toEqual(column(null, 0.5));
  });

  it('names the row whose end is before its start', () => {
    const [start, end] = year;
    expect(refusal('KPI_PACE', column(1, 1), 2, 0, column(start, end), column(end, start), end)).toBe(
      'KPI_PACE: end, row 2: before the start',
    );
  });

  it('is the attainment after the end, and higher before it', () => {
    fc.assert(
      fc.property(
        value,
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 400 }),
        (actual, length, elapsed) => {
          const start = 46_000;
          const answer = pace(actual, 5000, 0, start, start + length, start + elapsed) as number;
          const made = call('KPI_ATTAINMENT', actual, 5000, 0) as number;
          if (elapsed >= length) expect(answer).toBe(made);
          else expect(answer).toBeCloseTo((made * length) / elapsed, 9);
        },
      ),
      { numRuns },
    );
  });
});
