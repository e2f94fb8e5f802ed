import fc from 'fast-check';
import { asShown, decimalOf } from '../../src/calc/decimal';
import { ratio } from '../../src/calc/integer';
import { scorer, type Rating } from '../../src/calc/score';

const SCALE = { min: 0, max: 5, minCoverage: 0.6 };
const LENIENT = { ...SCALE, minCoverage: 0 };

const onScale = fc.oneof(
  fc.nat(5),
  fc.nat(50).map((n) => n / 10),
  fc.double({ min: 0, max: 5, noNaN: true }),
);
const rating = fc.oneof(
  { weight: 4, arbitrary: onScale as fc.Arbitrary<Rating> },
  fc.constantFrom<Rating>('n/a', '', null, undefined),
);
const weight = fc.oneof(fc.nat(10), fc.double({ min: 0, max: 1, noNaN: true }));
const candidate = fc
  .array(fc.tuple(rating, weight), { minLength: 1, maxLength: 8 })
  .filter((criteria) => criteria.some(([, w]) => w > 0))
  .map((criteria) => ({ ratings: criteria.map(([r]) => r), weights: criteria.map(([, w]) => w) }));

describe('scorer', () => {
  it('weighs the ratings on their scale', () => {
    expect(scorer([1, 1], SCALE)([3, 3])).toBe(60);
    expect(scorer([1, 1], { ...SCALE, min: 1 })([3, 3])).toBe(50);
    expect(scorer([0.3, 0.7], SCALE)([5, 0])).toBe(30);
    expect(scorer([50, 30, 20], SCALE)([4.5, 3.25, 5])).toBe(84.5);
    expect(scorer([1], { min: -10, max: 10, minCoverage: 0 })([-5])).toBe(25);
  });

  it('leaves out what does not apply, and answers nothing below the least coverage', () => {
    const score = scorer([3, 2, 1], SCALE);
    expect(score([5, 'n/a', 'n/a'])).toBe(100);
    expect(score(['', 5, 5])).toBeNull();
    expect(score([5, '', ''])).toBeNull();
    expect(score([5, 'n/a', null])).toBe(100);
    expect(score(['n/a', 'n/a', 'n/a'])).toBeNull();
    expect(scorer([3, 2], SCALE)([5, undefined])).toBe(100);
    expect(scorer([1, 1], LENIENT)([null, ''])).toBeNull();
  });

  it('stays exact when ratings with more decimals follow', () => {
    const score = scorer([1, 1, 1], LENIENT);
    expect(
      [
        [4, 4, 3],
        [3.5, 4, 4],
        [3.25, 4.125, 3.625],
        [10 / 3, 10 / 3, 10 / 3],
        [5, 5, 5],
      ].map(score),
    ).toEqual([1100 / 15, 1150 / 15, 1100 / 15, 66.66666666666667, 100]);
  });

  it('is the double nearest to the exact score', () => {
    const inTenths = fc.nat(50);
    const criteria = fc.array(fc.tuple(inTenths, fc.integer({ min: 1, max: 10 ** 6 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(criteria, fc.constantFrom(1, 7, 1000), (list, divisor) => {
        const top = list.reduce((sum, [tenths, w]) => sum + tenths * w, 0);
        const bottom = list.reduce((sum, [, w]) => sum + w, 0) * 50;
        const score = scorer(
          list.map(([, w]) => w / (divisor === 7 ? 1 : divisor)),
          SCALE,
        );
        expect(score(list.map(([tenths]) => tenths / 10))).toBe((100 * top) / bottom);
      }),
      { numRuns: 2000 },
    );
  });

  it('stays between the lowest and the highest rating', () => {
    fc.assert(
      fc.property(candidate, fc.integer({ min: -9, max: 0 }), fc.integer({ min: 5, max: 9 }), (given, min, max) => {
        const { ratings, weights } = given;
        const score = scorer(weights, { min, max, minCoverage: 0 })(ratings);
        const rated = ratings.filter((value, i): value is number => typeof value === 'number' && weights[i]! > 0);
        if (rated.length === 0) expect(score).toBeNull();
        else {
          const onScale = (value: number) => (100 * (value - min)) / (max - min);
          expect(score).toBeGreaterThanOrEqual(onScale(Math.min(...rated)) - 1e-12);
          expect(score).toBeLessThanOrEqual(onScale(Math.max(...rated)) + 1e-12);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('answers undefined where any rating is off the scale, and only there', () => {
    const scale = { min: 1, max: 4, minCoverage: 0.6 };
    fc.assert(
      fc.property(candidate, ({ ratings, weights }) => {
        const isOff = ratings.some((value) => typeof value === 'number' && (value < 1 || value > 4));
        expect(scorer(weights, scale)(ratings) === undefined).toBe(isOff);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not depend on the order of criteria or the scale of weights', () => {
    fc.assert(
      fc.property(candidate, fc.integer({ min: 1, max: 999 }), ({ ratings, weights }, factor) => {
        const score = scorer(weights, SCALE)(ratings);
        expect(scorer([...weights].reverse(), SCALE)([...ratings].reverse())).toBe(score);
        const whole = weights.map((value) => Math.ceil(value * 1000));
        const scaled = whole.map((value) => (value * factor) / 10);
        expect(scorer(scaled, SCALE)(ratings)).toBe(scorer(whole, SCALE)(ratings));
      }),
      { numRuns: 2000 },
    );
  });

  it('is not moved by ratings that are missing', () => {
    fc.assert(
      fc.property(candidate, ({ ratings, weights }) => {
        const rated = ratings.map((_, i) => i).filter((i) => typeof ratings[i] === 'number' && weights[i]! > 0);
        fc.pre(rated.length > 0);
        const alone = scorer(
          rated.map((i) => weights[i]!),
          LENIENT,
        )(rated.map((i) => ratings[i]));
        expect(scorer(weights, LENIENT)(ratings)).toBe(alone);
      }),
      { numRuns: 2000 },
    );
  });

  it('answers the same for a candidate whoever was scored before', () => {
    fc.assert(
      fc.property(fc.array(fc.array(rating, { minLength: 3, maxLength: 3 }), { maxLength: 6 }), (candidates) => {
        const together = scorer([3, 2, 1], SCALE);
        for (const ratings of candidates) expect(together(ratings)).toBe(scorer([3, 2, 1], SCALE)(ratings));
      }),
      { numRuns: 2000 },
    );
  });

  it('is the double nearest to the exact score of ratings as random numbers have them, fifteen digits each', () => {
    const scales = fc.constantFrom(
      { min: 0, max: 5 },
      { min: 1, max: 5 },
      { min: 0.1, max: 0.7 },
      { min: -10, max: 1e4 },
    );
    const part = fc.maxSafeNat().map((units) => units / Number.MAX_SAFE_INTEGER);
    const criteria = fc.array(fc.tuple(part, fc.integer({ min: 1, max: 10 ** 6 })), {
      minLength: 1,
      maxLength: 8,
    });
    const inUnits = (value: number): bigint => {
      const { units, places } = decimalOf(value);
      return BigInt(units) * 10n ** BigInt(60 - places);
    };
    fc.assert(
      fc.property(scales, criteria, ({ min, max }, list) => {
        const ratings = list.map(([part]) => Math.min(max, Math.max(min, asShown(min + (max - min) * part))));
        const weights = list.map(([, weight]) => weight / 1000);
        const score = scorer(weights, { min, max, minCoverage: 0 });
        let [points, rated] = [0n, 0n];
        ratings.forEach((rating, i) => {
          points += inUnits(weights[i]!) * (inUnits(rating) - inUnits(min));
          rated += inUnits(weights[i]!);
        });
        const exact = ratio(100n * points, (inUnits(max) - inUnits(min)) * rated);
        // The first time the exact way is gone, the second time the quick one.
        expect([score(ratings), score(ratings)]).toEqual([exact, exact]);
      }),
      { numRuns: 2000 },
    );
  });
});
