import fc from 'fast-check';
import { asShown, decimalOf, numberOf, rescale, roundProduct, roundTo, toCommonScale } from '../../src/calc/decimal';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const money = fc.integer({ min: -(10 ** 11), max: 10 ** 11 }).map((cents) => cents / 100);

/** The value as an exact fraction of its text, by a way of its own. */
function fractionOf(value: number): [top: bigint, bottom: bigint] {
  const [, sign, whole, fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value))!;
  const shift = Number(exponent) - fraction.length;
  const digits = BigInt(`${sign!}${whole!}${fraction}`);
  return shift >= 0 ? [digits * 10n ** BigInt(shift), 1n] : [digits, 10n ** BigInt(-shift)];
}

/** top ÷ bottom to the nearest whole number, halves away from zero. */
function nearest(top: bigint, bottom: bigint): bigint {
  const size = ((top < 0n ? -top : top) * 2n + bottom) / (bottom * 2n);
  return top < 0n ? -size : size;
}

describe('decimalOf', () => {
  it('reads a number as the text that a person sees', () => {
    expect(decimalOf(1.005)).toEqual({ units: 1005, places: 3 });
    expect(decimalOf(-0.1)).toEqual({ units: -1, places: 1 });
    expect(decimalOf(-0)).toEqual({ units: 0, places: 0 });
    expect(decimalOf(0.1 + 0.2)).toEqual({ units: 30000000000000004n, places: 17 });
    expect(decimalOf(1e-7)).toEqual({ units: 1, places: 7 });
    expect(decimalOf(5e-324)).toEqual({ units: 5, places: 324 });
    expect(decimalOf(1.5e-11)).toEqual({ units: 15, places: 12 });
    expect(decimalOf(1.25e21)).toEqual({ units: 1250000000000000000000n, places: 0 });
  });

  it('is exact for every finite number', () => {
    fc.assert(
      fc.property(fc.oneof(finite, money), (value) => {
        const { units, places } = decimalOf(value);
        const [top, bottom] = fractionOf(value);
        expect(BigInt(units) * bottom).toBe(top * 10n ** BigInt(places));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('asShown', () => {
  it('rounds to the fifteen digits that a sheet shows', () => {
    expect(asShown(2.9 / 100)).toBe(0.029);
    expect(asShown(999.9999999999999)).toBe(1000);
    expect(asShown((0.7 + 0.8 + 0.9) / 3)).toBe(0.8);
    expect(asShown(0.3 - 0.2)).toBe(0.1);
    expect(asShown(123456789012345.67)).toBe(123456789012346);
    expect(asShown(-1e-7 / 3)).toBe(-3.33333333333333e-8);
  });

  it('changes no whole number: one of more digits is none that a sheet shows', () => {
    expect([0, -5, 999_999_999_999_999, 1e15, 1e21, 1e308].map(asShown)).toEqual([
      0, -5, 999_999_999_999_999, 1e15, 1e21, 1e308,
    ]);
    expect([2 ** 53, 1_234_567_890_123_456, 2 ** 70, NaN, Infinity].map(asShown)).toEqual(Array(5).fill(NaN));
  });

  it('reads any number of up to fifteen digits as itself', () => {
    const digits = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 });
    fc.assert(
      fc.property(digits, fc.integer({ min: -30, max: 30 }), (units, exponent) => {
        const value = Number(`${units}e${exponent}`);
        expect(asShown(value)).toBe(value);
      }),
      { numRuns: 20_000 },
    );
  });

  it('agrees with the text of fifteen digits everywhere, and near its halves', () => {
    const nearHalves = fc
      .tuple(fc.integer({ min: 10 ** 14, max: 10 ** 15 - 1 }), fc.integer({ min: 1, max: 21 }))
      .map(([units, places]) => Number(`${units}5e-${places + 1}`));
    const ordinary = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.oneof(finite, ordinary, nearHalves), (value) => {
        if (!Number.isInteger(value)) expect(asShown(value)).toBe(Number(value.toPrecision(15)));
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('roundTo', () => {
  it('rounds halves of the decimal text away from zero', () => {
    // Their binary fractions lie below or above the half; what a person sees is the half itself.
    expect([1.005, 2.675, -1.005, 0.285, 10.235].map((value) => roundTo(value, 2))).toEqual([101, 268, -101, 29, 1024]);
    expect([1.0049999, 1.0050001, 0.1 + 0.2].map((value) => roundTo(value, 2))).toEqual([100, 101, 30]);
    expect([0.5, -0.5, 1.5, 2.5, -0.4].map((value) => roundTo(value, 0))).toEqual([1, -1, 2, 3, 0]);
  });

  it('agrees with exact fractions everywhere', () => {
    const nearHalves = fc
      .tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.constantFrom(0, 1e-9, -1e-9, 1e-13, -1e-13))
      .map(([units, offset]) => (units + 0.5) / 100 + offset);
    fc.assert(
      fc.property(fc.oneof(finite, money, nearHalves), fc.nat(6), (value, places) => {
        const [top, bottom] = fractionOf(value);
        expect(BigInt(roundTo(value, places))).toBe(nearest(top * 10n ** BigInt(places), bottom));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('roundProduct', () => {
  it('rounds the exact product once', () => {
    expect(roundProduct(500, 0.029, 2)).toBe(1450);
    expect(roundProduct(1.005, 1, 2)).toBe(101);
    expect(roundProduct(-0.05, 0.3, 2)).toBe(-2);
    fc.assert(
      fc.property(fc.oneof(finite, money), fc.oneof(finite, money), fc.nat(6), (a, b, places) => {
        const [top, bottom] = fractionOf(a);
        const [otherTop, otherBottom] = fractionOf(b);
        const exact = nearest(top * otherTop * 10n ** BigInt(places), bottom * otherBottom);
        expect(BigInt(roundProduct(a, b, places))).toBe(exact);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('numberOf', () => {
  it('is the double that reads as the decimal', () => {
    fc.assert(
      fc.property(fc.oneof(finite, money), (value) => {
        const { units, places } = decimalOf(value);
        expect(numberOf(units, places)).toBe(value + 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('is NaN where a cell could only show a neighbour', () => {
    expect(numberOf(12345678901234567n, 2)).toBe(123456789012345.67);
    expect(numberOf(1234567890123456789n, 2)).toBeNaN();
    expect(numberOf(9007199254740993n, 0)).toBeNaN();
    expect(numberOf(10n ** 310n, 0)).toBeNaN();
    expect(Object.is(numberOf(-0, 2), 0)).toBe(true);
  });
});

describe('rescale and toCommonScale', () => {
  it('bring decimals to the places asked for', () => {
    expect(rescale({ units: 15, places: 1 }, 3)).toBe(1500);
    expect(rescale({ units: 15, places: 1 }, 0)).toBe(2);
    expect(rescale({ units: -25, places: 2 }, 1)).toBe(-3);
  });

  it('find the fewest places that hold all values', () => {
    expect(toCommonScale([1, 0.25, null, 3.5])).toEqual({ units: [100, 25, 0, 350], places: 2 });
    expect(toCommonScale([])).toEqual({ units: [], places: 0 });
  });
});
