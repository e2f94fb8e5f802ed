import fc from 'fast-check';
import { add, floorDivide, multiply, powerOfTen, ratio, roundDivide, subtract } from '../../src/calc/integer';

const whole = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -1000, max: 1000 }));
const any = fc.oneof(whole, fc.bigInt());
const natural = fc.oneof(fc.maxSafeNat(), fc.bigInt({ min: 0n, max: 10n ** 40n }));
const positive = fc.oneof(
  fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  fc.bigInt({ min: 1n, max: 10n ** 40n }),
);

const numRuns = 2000;

describe('whole numbers of any size', () => {
  it('are added, subtracted and multiplied exactly', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(BigInt(add(a, b))).toBe(BigInt(a) + BigInt(b));
        expect(BigInt(subtract(a, b))).toBe(BigInt(a) - BigInt(b));
        expect(BigInt(multiply(a, b))).toBe(BigInt(a) * BigInt(b));
      }),
      { numRuns },
    );
  });

  it('stay plain numbers as long as these are exact', () => {
    expect(add(2 ** 53 - 2, 1)).toBe(2 ** 53 - 1);
    expect(add(2 ** 53 - 1, 1)).toBe(2n ** 53n);
    expect(subtract(-(2 ** 53 - 1), 1)).toBe(-(2n ** 53n));
    expect(multiply(3, 4)).toBe(12);
    expect(multiply(0, -4)).toBe(0);
    expect(powerOfTen(15)).toBe(1e15);
    expect(powerOfTen(16)).toBe(10n ** 16n);
  });

  it('are divided down to a whole number', () => {
    fc.assert(
      fc.property(natural, positive, (a, b) => {
        expect(BigInt(floorDivide(a, b))).toBe(BigInt(a) / BigInt(b));
      }),
      { numRuns },
    );
    // The quotient lies so close under 2 that a careless division rounds it up.
    expect(floorDivide(2 ** 53 - 1, 2 ** 52)).toBe(1);
  });

  it('are divided to the nearest whole number, halves away from zero', () => {
    expect([5, -5, 4, -4, 0].map((value) => roundDivide(value, 2))).toEqual([3, -3, 2, -2, 0]);
    expect(roundDivide(25n * 10n ** 30n, 10n ** 31n)).toBe(3n);
    fc.assert(
      fc.property(any, positive, (a, b) => {
        const rest = BigInt(a) - BigInt(roundDivide(a, b)) * BigInt(b);
        expect(2n * (rest < 0n ? -rest : rest) <= BigInt(b)).toBe(true);
      }),
      { numRuns },
    );
  });
});

describe('ratio', () => {
  it('is the double that the quotient rounds to, however large its parts', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 2 ** 53 - 1 }), fc.nat(40), (a, b, shift) => {
        const factor = 10n ** BigInt(shift) + 1n;
        expect(ratio(BigInt(a) * factor, BigInt(b) * factor)).toBe(a / b + 0);
      }),
      { numRuns },
    );
  });

  it('decides a tie by what is cut off', () => {
    const tie = 2n ** 60n + 2n ** 7n;
    expect(ratio(tie, 1n)).toBe(2 ** 60);
    expect(ratio(tie * 10n ** 30n + 1n, 10n ** 30n)).toBe(2 ** 60 + 2 ** 8);
    expect(ratio(-tie * 10n ** 30n - 1n, 10n ** 30n)).toBe(-(2 ** 60) - 2 ** 8);
  });

  it('overflows to Infinity, which the runner refuses', () => {
    expect(ratio(10n ** 400n, 1n)).toBe(Infinity);
  });
});
