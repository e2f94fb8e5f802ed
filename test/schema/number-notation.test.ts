import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { NUMBER_NOTATIONS, notationOf, numberNotations } from '../../src/build/number-notations';
import { exampleNumber, numberNotation } from '../../src/schema/number-notation';

/** Every locale that the settings of a spreadsheet offer, and some that only a script can set. */
const OFFERED =
  'es_AR hy_AM en_AU az_AZ be_BY es_BO pt_BR bg_BG en_CA fr_CA es_CL zh_CN es_CO hr_HR cs_CZ da_DK es_EC ar_EG fi_FI ' +
  'fr_FR ka_GE de_DE el_GR zh_HK hu_HU en_IN bn_IN gu_IN kn_IN ml_IN mr_IN pa_IN ta_IN te_IN in_ID id_ID en_IE iw_IL ' +
  'he_IL it_IT ja_JP kk_KZ lv_LV lt_LT es_MX mn_MN my_MM nl_NL nb_NO no_NO nn_NO es_PY en_PH fil_PH pl_PL pt_PT ro_RO ' +
  'ru_RU sr_RS sk_SK sl_SI ko_KR es_ES ca_ES sv_SE de_CH zh_TW th_TH tr_TR uk_UA en_GB cy_GB en_US es_UY es_VE vi_VN ' +
  'af_ZA en_ZA gl_ES eu_ES uz_UZ lo_LA hi_IN de_AT de_LI fr_CH it_CH fr_BE nl_BE et_EE is_IS fa_IR ur_PK sw_KE zu_ZA';

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
