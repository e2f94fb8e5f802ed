import fc from 'fast-check';
import { allocate, weightsOf } from '../../../src/calc/allocate';
import { growingSplit } from '../../../src/calc/growing-split';
import { sum } from '../../../src/calc/integer';

const share = fc.oneof(
  fc.nat(9),
  fc.integer({ min: 0, max: 10 ** 6 }).map((n) => n / 10 ** 4),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const weights = fc
  .array(share, { minLength: 1, maxLength: 12 })
  .filter((list) => list.some((value) => value > 0))
  .map(weightsOf);
const amount = fc.oneof(fc.nat(60), fc.nat(10 ** 7), fc.maxSafeNat());

/** What holds for any split that grows. */
export function splitsThatGrow(numRuns: number): void {
  it('adds up, grows with the amount, and stays within one unit of the usual split', () => {
    fc.assert(
      fc.property(weights, amount, fc.nat(40), (given, from, more) => {
        const [small, large] = [growingSplit(from, given), growingSplit(from + more, given)];
        expect([sum(small), sum(large)].map(Number)).toEqual([from, from + more]);
        small.forEach((part, i) => expect(part <= large[i]!).toBe(true));
        const usual = allocate(from, given);
        small.forEach((part, i) => expect(Math.abs(Number(part) - Number(usual[i]!))).toBeLessThanOrEqual(1));
      }),
      { numRuns },
    );
  });

  it('gives nothing to a share of nothing', () => {
    fc.assert(
      fc.property(weights, amount, (given, units) => {
        growingSplit(units, given).forEach((part, i) => given.units[i]! > 0 || expect(Number(part)).toBe(0));
      }),
      { numRuns },
    );
  });
}
