import fc from 'fast-check';
import { allocate, weightsOf } from '../../src/calc/allocate';

const total = fc.oneof(fc.integer({ min: -(10 ** 6), max: 10 ** 6 }), fc.maxSafeInteger(), fc.bigInt());
const share = fc.oneof(
  fc.nat(100),
  fc.integer({ min: 0, max: 10 ** 6 }).map((n) => n / 10 ** 4),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const shares = fc.array(share, { minLength: 1, maxLength: 12 }).filter((list) => list.some((value) => value > 0));

const sumOf = (parts: readonly (number | bigint)[]) => parts.reduce<bigint>((sum, part) => sum + BigInt(part), 0n);
const split = (amount: number | bigint, list: number[]) => allocate(amount, weightsOf(list)).map(BigInt);
const numRuns = 2000;

describe('allocate', () => {
  it('gives the units left over to the largest fractions, of equal ones to the earlier', () => {
    expect(allocate(100, weightsOf([1, 1, 1]))).toEqual([34, 33, 33]);
    expect(allocate(101, weightsOf([1, 1, 1]))).toEqual([34, 34, 33]);
    expect(allocate(10, weightsOf([0.1, 0.2, 0.1]))).toEqual([3, 5, 2]);
    expect(allocate(-5, weightsOf([7, 3]))).toEqual([-4, -1]);
    expect(allocate(5, weightsOf([0, 7, null, 3]))).toEqual([0, 4, 0, 1]);
    expect(allocate(0, weightsOf([2, 1]))).toEqual([0, 0]);
  });

  it('does so among many parties as among few', () => {
    const parties = Array.from({ length: 5000 }, () => 1);
    const parts = allocate(7501, weightsOf(parties));
    expect(parts).toEqual(parties.map((_, i) => (i < 2501 ? 2 : 1)));
    const mixed = Array.from({ length: 3000 }, (_, i) => 1 + (i % 3));
    const quotas = mixed.map((weight) => (4400 * weight) / 6000);
    const byFraction = quotas.map((_, i) => i).sort((a, b) => (quotas[b]! % 1) - (quotas[a]! % 1) || a - b);
    const floors = quotas.map(Math.floor);
    const extra = 4400 - floors.reduce((a, b) => a + b);
    for (const i of byFraction.slice(0, extra)) floors[i]!++;
    expect(allocate(4400, weightsOf(mixed))).toEqual(floors);
  });

  it('does so among many parties whose fractions differ by less than a double tells', () => {
    const big = fc.bigInt({ min: 2n ** 80n, max: 2n ** 80n + 3000n });
    const list = fc.array(big, { minLength: 300, maxLength: 400 });
    fc.assert(
      fc.property(list, fc.integer({ min: 200, max: 290 }), (units, extra) => {
        const sum = units.reduce((a, b) => a + b);
        // A total below the number of parties: nobody has a whole unit, and all units go to the largest fractions.
        const order = units
          .map((_, i) => i)
          .sort((a, b) => (units[a]! > units[b]! ? -1 : Number(units[a]! < units[b]!)));
        const winners = new Set(order.slice(0, extra));
        expect(allocate(extra, { units, sum }).map(Number)).toEqual(units.map((_, i) => Number(winners.has(i))));
      }),
      { numRuns: 100 },
    );
  });

  it('fills the array it is given', () => {
    const parts = [9, 9];
    expect(allocate(5, weightsOf([7, 3]), parts)).toBe(parts);
    expect(parts).toEqual([4, 1]);
  });

  it('adds up to the total exactly', () => {
    fc.assert(
      fc.property(total, shares, (amount, list) => {
        expect(sumOf(split(amount, list))).toBe(BigInt(amount));
      }),
      { numRuns },
    );
  });

  it('stays within one unit of the exact quota', () => {
    fc.assert(
      fc.property(total, shares, (amount, list) => {
        const weights = weightsOf(list);
        const sum = BigInt(weights.sum);
        allocate(amount, weights).forEach((part, i) => {
          const distance = BigInt(part) * sum - BigInt(amount) * BigInt(weights.units[i]!);
          expect(distance < sum && distance > -sum).toBe(true);
        });
      }),
      { numRuns },
    );
  });

  it('mirrors a negative total', () => {
    fc.assert(
      fc.property(total, shares, (amount, list) => {
        expect(split(-BigInt(amount), list)).toEqual(split(amount, list).map((part) => -part));
      }),
      { numRuns },
    );
  });

  it('does not depend on the scale of the shares', () => {
    fc.assert(
      fc.property(
        total,
        fc.array(fc.nat(10 ** 6), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 999 }),
        (amount, list, factor) => {
          fc.pre(list.some((value) => value > 0));
          expect(
            split(
              amount,
              list.map((value) => value * factor),
            ),
          ).toEqual(split(amount, list));
          expect(
            split(
              amount,
              list.map((value) => value / 1000),
            ),
          ).toEqual(split(amount, list));
        },
      ),
      { numRuns },
    );
  });

  it('depends on the order of parties only where fractions are equal', () => {
    fc.assert(
      fc.property(total, shares, (amount, list) => {
        const weights = weightsOf(list);
        const remainders = weights.units.map((weight) => (BigInt(amount) * BigInt(weight)) % BigInt(weights.sum));
        fc.pre(new Set(remainders).size === remainders.length);
        expect(split(amount, [...list].reverse()).reverse()).toEqual(split(amount, list));
      }),
      { numRuns },
    );
  });

  it('gives nothing to a share of 0, and whole quotas where they are whole', () => {
    fc.assert(
      fc.property(total, shares, fc.integer({ min: -1000, max: 1000 }), (amount, list, factor) => {
        split(amount, list).forEach((part, i) => {
          if (list[i] === 0) expect(part).toBe(0n);
        });
        const { units, sum } = weightsOf(list);
        const whole = allocate(BigInt(sum) * BigInt(factor), { units, sum }).map(BigInt);
        expect(whole).toEqual(units.map((weight) => BigInt(weight) * BigInt(factor)));
      }),
      { numRuns },
    );
  });

  it('splits two ways as rounding the first part does', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 9), fc.nat(1000), fc.integer({ min: 1, max: 1000 }), (amount, a, b) => {
        const first = (2n * BigInt(amount) * BigInt(a) + BigInt(a + b)) / (2n * BigInt(a + b));
        expect(split(amount, [a, b])).toEqual([first, BigInt(amount) - first]);
      }),
      { numRuns },
    );
  });
});
