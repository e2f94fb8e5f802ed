import fc from 'fast-check';
import { numberNotation } from '../../src/schema/number-notation';
import { readTypedNumber } from '../../src/schema/typed-number';
import { OFFERED } from './support/locales';

const LOCALES = ['en_US', 'de_DE', 'fr_FR', 'de_CH', 'en_IN', 'hi_IN', 'pl_PL', 'es_MX', 'en_ZA', 'sv_SE', 'ar_EG'];

describe('a number as a person types it', () => {
  it.each([
    ['1234.5', 'en_US', 1234.5],
    ['1,234.50', 'en_US', 1234.5],
    ['1,234', 'en_US', 1234],
    ['.5', 'en_US', 0.5],
    ['5.', 'en_US', 5],
    ['−3', 'en_US', -3],
    ['- 3', 'en_US', -3],
    ['+3', 'en_US', 3],
    ["1'234.50", 'de_CH', 1234.5],
    ['1’234.50', 'de_CH', 1234.5],
    ['1234,5', 'de_DE', 1234.5],
    ['1.234,50', 'de_DE', 1234.5],
    ['1.234', 'de_DE', 1234],
    ['1 234,50', 'fr_FR', 1234.5],
    ['1\u202f234,50', 'fr_FR', 1234.5],
    ['1\u00a0234\u2009567', 'fr_FR', 1234567],
    ['1.234,50', 'fr_FR', 1234.5],
    ['1.234.567', 'fr_FR', 1234567],
    ['1,23,456', 'en_IN', 123456],
    ['12,34,56,789.5', 'en_IN', 123456789.5],
    ['123,456', 'en_IN', 123456],
    ['1,234,567', 'hi_IN', 1234567],
    ['-0', 'en_US', 0],
  ])('%s in %s is %d', (typed, locale, value) => {
    expect(readTypedNumber(typed, locale)).toEqual({ value });
  });

  it.each([
    ['$1,000.50', 'en_US', 1000.5],
    ['-$5', 'en_US', -5],
    ['$ -5', 'en_US', -5],
    ['R$ 1.000,50', 'pt_BR', 1000.5],
    ["CHF 1'200.–", 'de_CH', 1200],
    ['1.200,-', 'de_DE', 1200],
    ['1.200,– €', 'de_DE', 1200],
    ['5,--', 'da_DK', 5],
    ['1 000,50 €', 'fr_FR', 1000.5],
    ['1\u202f000,50\u00a0€', 'fr_FR', 1000.5],
    ['€1.000', 'de_DE', 1000],
    ['1.000 EUR', 'de_DE', 1000],
    ["CHF 1'000.50", 'de_CH', 1000.5],
    ['1 000 kr', 'sv_SE', 1000],
    ['1 000 kr.', 'nb_NO', 1000],
    ['₹1,00,000', 'en_IN', 100000],
    ['￥１，０００', 'ja_JP', 1000],
    ['100 eur', 'en_US', 100],
    ['chf 100', 'de_CH', 100],
    ['5 euros', 'en_US', 5],
    ['5 Euro', 'de_DE', 5],
    ['20 dollars', 'en_US', 20],
    ['5000円', 'ja_JP', 5000],
    ['R 1 000', 'en_ZA', 1000],
    ['S/ 5', 'es_PE', 5],
    ['5 TL', 'tr_TR', 5],
  ])('the currency of %s is left out', (typed, locale, value) => {
    expect(readTypedNumber(typed, locale)).toEqual({ value });
  });

  it.each([
    ['１２３４．５', 'ja_JP', 1234.5],
    ['١٢٣٤٫٥', 'ar_EG', 1234.5],
    ['١٬٢٣٤٫٥', 'ar_EG', 1234.5],
    ['۱۲۳', 'fa_IR', 123],
    ['१,२३,४५६', 'hi_IN', 123456],
    ['\u200e-12\u200f', 'ar_EG', -12],
  ])('the digits of %s are read', (typed, locale, value) => {
    expect(readTypedNumber(typed, locale)).toEqual({ value });
  });

  it.each([
    ['1,5', 'en_US', 'Write decimals with a point: 1.5'],
    ['0,123', 'en_US', 'Write decimals with a point: 0.123'],
    ['-1,5', 'en_US', 'Write decimals with a point: -1.5'],
    ['1.5', 'de_DE', 'Write decimals with a comma: 1,5'],
    ['1.234', 'fr_FR', 'Write decimals with a comma: 1,234'],
    ['1,234', 'de_CH', 'Write decimals with a point: 1.234'],
    ['12.50-', 'en_US', 'Write the minus in front: -12.50'],
    ['1.234,50 -', 'de_DE', 'Write the minus in front: -1.234,50'],
    ['(12.50)', 'en_US', 'Write the minus in front: -12.50'],
    ['$(1,200)', 'en_US', 'Write the minus in front: -1,200'],
    ['($1,200)', 'en_US', 'Write the minus in front: -$1,200'],
    ['12k', 'en_US', 'Write it out: 12000'],
    ['1,2 K', 'de_DE', 'Write it out: 1200'],
    ['½', 'en_US', 'Write it with decimals: 0.5'],
    ['-1 ¾', 'de_DE', 'Write it with decimals: -1,75'],
    ['-12k', 'en_US', 'Write it out: -12000'],
    ['12 tsd', 'de_DE', 'Write it out: 12000'],
    ['1,2 Mio.', 'de_DE', 'Write it out: 1200000'],
    ['1.5M', 'en_US', 'Write it out: 1500000'],
    ['$1.5 million', 'en_US', 'Write it out: 1500000'],
    ['12 MIO', 'de_DE', 'Write it out: 12000000'],
    ['2.5 lakh', 'en_IN', 'Write it out: 250000'],
    ['1e5', 'en_US', 'Write it out: 100000'],
    ['-1.5E+3', 'en_US', 'Write it out: -1500'],
    ['2,5E-2', 'de_DE', 'Write it out: 0,025'],
    ['3/4', 'en_US', 'Write it with decimals: 0.75'],
    ['1 1/2', 'de_DE', 'Write it with decimals: 1,5'],
    ['1/3', 'en_US', 'Write it with decimals: 0.33'],
    ['1⅓', 'de_DE', 'Write it with decimals: 1,33'],
    ['3/0', 'en_US', '“3/0” is not a number. Write it like 1,234.50'],
    ['5 PCT', 'en_US', '“5 PCT” is not a number. Write it like 1,234.50'],
    ['5m', 'en_US', '“5m” is not a number. Write it like 1,234.50'],
    ['(two)', 'en_US', '“(two)” is not a number. Write it like 1,234.50'],
    ['-5-', 'en_US', '“-5-” is not a number. Write it like 1,234.50'],
    ['two', 'en_US', '“two” is not a number. Write it like 1,234.50'],
    ['1,23,4', 'en_US', '“1,23,4” is not a number. Write it like 1,234.50'],
    ['1,23,456', 'en_US', '“1,23,456” is not a number. Write it like 1,234.50'],
    ['2 30', 'en_US', '“2 30” is not a number. Write it like 1,234.50'],
    ['2 30', 'fr_FR', '“2 30” is not a number. Write it like 1 234,50'],
    ["1'30", 'de_CH', "“1'30” is not a number. Write it like 1'234.50"],
    ['1 234.567', 'de_DE', '“1 234.567” is not a number. Write it like 1.234,50'],
    ['$5 €', 'en_US', '“$5 €” is not a number. Write it like 1,234.50'],
    ['90 min', 'en_US', '“90 min” is not a number. Write it like 1,234.50'],
    ['10 pct', 'en_US', '“10 pct” is not a number. Write it like 1,234.50'],
    ['2 std', 'de_DE', '“2 std” is not a number. Write it like 1.234,50'],
    ['5 apples', 'en_US', '“5 apples” is not a number. Write it like 1,234.50'],
    ['1²', 'en_US', '“1²” is not a number. Write it like 1,234.50'],
    ['.', 'en_US', '“.” is not a number. Write it like 1,234.50'],
    ['--5', 'en_US', '“--5” is not a number. Write it like 1,234.50'],
    ['', 'en_US', '“” is not a number. Write it like 1,234.50'],
    ['1234567890123456', 'en_US', 'That number has too many digits.'],
  ])('%s in %s is refused', (typed, locale, problem) => {
    expect(readTypedNumber(typed, locale)).toEqual({ problem });
  });

  it('cuts a long text short in its message, and soon', () => {
    for (const long of ['x', '1', ' ', '1,', '$', '1 2']) {
      const answer = readTypedNumber(long.repeat(25_000), 'en_US');
      expect('problem' in answer && answer.problem.length).toBeLessThan(90);
    }
  });

  const number = fc.tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 2 }));

  it('reads back what a locale prints, grouped or not, with a currency or not, in digits of any script', () => {
    fc.assert(
      fc.property(
        number,
        fc.constantFrom(...LOCALES),
        fc.boolean(),
        fc.constantFrom('latn', 'arab', 'deva', 'fullwide', 'thai', 'beng'),
        fc.constantFrom(undefined, 'EUR', 'USD', 'INR', 'SEK', 'PLN'),
        ([units, digits], locale, useGrouping, script, currency) => {
          const value = units / 10 ** digits;
          const typed = new Intl.NumberFormat(`${locale.replace('_', '-')}-u-nu-${script}`, {
            useGrouping,
            maximumFractionDigits: 2,
            ...(currency && locale !== 'ar_EG' && { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
          }).format(value);
          expect([typed, readTypedNumber(typed, locale)]).toEqual([typed, { value: value === 0 ? 0 : value }]);
        },
      ),
    );
  });

  it.each(OFFERED.split(' '))(
    'reads back what %s prints, and what its notation says, whatever the number',
    (locale) => {
      const { decimal, group } = numberNotation(locale);
      fc.assert(
        fc.property(number, fc.boolean(), ([units, digits], useGrouping) => {
          const value = units / 10 ** digits;
          const printed = new Intl.NumberFormat(locale.replace('_', '-'), { useGrouping, maximumFractionDigits: 2 });
          const [whole, part = ''] = String(Math.abs(value)).split('.');
          const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, group === '\u060c' ? ',' : group);
          const written = `${value < 0 ? '-' : ''}${useGrouping ? grouped : whole!}${part && decimal + part}`;
          for (const typed of [printed.format(value), written]) {
            expect([typed, readTypedNumber(typed, locale)]).toEqual([typed, { value: value === 0 ? 0 : value }]);
          }
        }),
        { numRuns: 60 },
      );
    },
  );

  it('reads a grouped number as its digits, and no other groups than of three', () => {
    const groups = fc.array(fc.stringMatching(/^\d{1,4}$/), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(groups, fc.constantFrom(...LOCALES), fc.constantFrom(' ', "'", '\u00a0'), (parts, locale, space) => {
        const [first, ...rest] = parts;
        const inThrees = /^[1-9]\d{0,2}$/.test(first!) && rest.every((part) => part.length === 3);
        const inPairs =
          numberNotation(locale).indian &&
          /^[1-9]\d?$/.test(first!) &&
          rest.every((part, at) => part.length === (at === rest.length - 1 ? 3 : 2));
        const read = readTypedNumber(parts.join(space), locale);
        if (inThrees || inPairs) expect(read).toEqual({ value: Number(parts.join('')) });
        else expect(read).toHaveProperty('problem');
      }),
    );
  });

  it('accepts every example that it gives', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.constantFrom(...LOCALES), (typed, locale) => {
        const read = readTypedNumber(typed, locale);
        const example = 'problem' in read && /(?:like|comma:|point:) (.*)$/.exec(read.problem)?.[1];
        if (example) expect(readTypedNumber(example, locale)).toHaveProperty('value');
      }),
    );
  });
});
