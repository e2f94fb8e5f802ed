import fc from 'fast-check';
import { readTypedNumber } from '../../src/tables/typed-number';

describe('a number as a person types it', () => {
  it.each([
    ['1234.5', 'en_US', 1234.5],
    ['1,234.50', 'en_US', 1234.5],
    ['1,234', 'en_US', 1234],
    ['.5', 'en_US', 0.5],
    ['−3', 'en_US', -3],
    ["1'234.50", 'de_CH', 1234.5],
    ['1234,5', 'de_DE', 1234.5],
    ['1.234,50', 'de_DE', 1234.5],
    ['1 234,50', 'fr_FR', 1234.5],
    ['-0', 'en_US', 0],
  ])('%s in %s is %d', (typed, locale, value) => {
    expect(readTypedNumber(typed, locale)).toEqual({ value });
  });

  it.each([
    ['1,5', 'en_US', 'Write decimals with a point: 1.5'],
    ['1.5', 'de_DE', 'Write decimals with a comma: 1,5'],
    ['two', 'en_US', '“two” is not a number.'],
    ['1e5', 'en_US', '“1e5” is not a number.'],
    ['1,23,4', 'en_US', '“1,23,4” is not a number.'],
    ['', 'en_US', '“” is not a number.'],
    ['1234567890123456', 'en_US', 'That number has too many digits.'],
  ])('%s in %s is refused', (typed, locale, problem) => {
    expect(readTypedNumber(typed, locale)).toEqual({ problem });
  });

  it('cuts a long text short in its message', () => {
    const answer = readTypedNumber('x'.repeat(50_000), 'en_US');
    expect('problem' in answer && answer.problem.length).toBeLessThan(80);
  });

  it('reads back what a locale prints, grouped or not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.integer({ min: 0, max: 2 }),
        fc.constantFrom('en-US', 'de-DE'),
        fc.boolean(),
        (units, digits, locale, useGrouping) => {
          const value = units / 10 ** digits;
          const typed = value.toLocaleString(locale, { useGrouping, maximumFractionDigits: 2 });
          expect(readTypedNumber(typed, locale)).toEqual({ value: value === 0 ? 0 : value });
        },
      ),
    );
  });
});
