import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { NUMBER_NOTATIONS, notationOf, numberNotations } from '../../src/build/number-notations';
import { exampleNumber, numberNotation } from '../../src/schema/number-notation';
import { OFFERED } from './support/locales';

const kept = readFileSync(NUMBER_NOTATIONS, 'utf8');
/** Another Node has another CLDR; what it says of the locales above is checked all the same. */
const sameCldr = kept.includes(`CLDR ${process.versions.cldr}:`);

const asText = (locale: string): string => {
  const { decimal, group, indian } = numberNotation(locale);
  return decimal + group + (indian ? 2 : 3);
};

describe('how a locale writes numbers', () => {
  it.each(OFFERED.split(' '))('%s writes them as CLDR says', (locale) => {
    expect(asText(locale)).toBe(notationOf(locale));
  });

  it('is what a language alone says where the country is not known, and a point where nothing is', () => {
    expect(numberNotation('de_XX')).toEqual(numberNotation('de'));
    expect(numberNotation('DE-ch')).toEqual({ decimal: '.', group: "'", indian: false });
    for (const nothing of ['', '_', 'xx_XX', '__proto__']) {
      expect(numberNotation(nothing)).toEqual({ decimal: '.', group: ',', indian: false });
    }
  });

  (sameCldr ? it : it.skip)('is the same for every language and country as in CLDR', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    const pair = fc.tuple(letter, letter).map((letters) => letters.join(''));
    const isCurrent = (country: string): boolean => Intl.getCanonicalLocales(`und-${country}`)[0] === `und-${country}`;
    fc.assert(
      fc.property(pair, pair, (language, lower) => {
        const country = lower.toUpperCase();
        fc.pre(Intl.NumberFormat.supportedLocalesOf(language).length > 0 && isCurrent(country));
        expect(asText(`${language}_${country}`)).toBe(notationOf(`${language}_${country}`));
      }),
    );
  });

  it('stands in a small file that the script writes: npx tsx src/build/renew-notations.ts', () => {
    expect(kept.length).toBeLessThan(2000);
    if (sameCldr) expect(kept).toBe(numberNotations());
  });

  it.each([
    ['en_US', '1,234.50'],
    ['de_DE', '1.234,50'],
    ['fr_FR', '1 234,50'],
    ['de_CH', "1'234.50"],
  ])('makes an example for %s: %s', (locale, example) => {
    expect(exampleNumber(locale)).toBe(example);
  });
});
