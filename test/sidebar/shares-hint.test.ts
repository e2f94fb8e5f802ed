import { dealForm } from '../../src/deals/deal-form';
import { terms } from '../../src/registers/terms';
import { setUpForm } from '../../src/actions/setting-up/set-up-form';
import { formModel, type Form, type FormValues } from '../../src/schema/form';
import { formOf, type EntryRegister, type Register } from '../../src/schema/register';
import { sharesHint } from '../../src/sidebar/shares-hint';

/** Shares that do not make 100 % are a hint under the field, whatever the form. */

const termsForm = formOf(terms as Register as EntryRegister);
const hint = (
  form: Form,
  key: string,
  values: FormValues,
  standing: Record<string, number> = {},
  restOf = '',
  locale = 'en_US',
): string => {
  const model = formModel(form, locale, () => [], {}, null, {
    shares: { restOf, standing },
    units: ({ column }) => column.countedIn?.units ?? null,
  });
  return sharesHint(
    model,
    model.fields.find((field) => field.key === key)!,
    values,
  );
};

describe('the agreed split of a set-up', () => {
  const split = (firstSplit: string, second = 'Brand', locale = 'en_US'): string =>
    hint(setUpForm, 'firstSplit', { first: 'Studio', second, firstSplit }, {}, '', locale);

  it.each([
    ['60', 'The other 40% is Brand’s.'],
    ['33.3%', 'The other 66.7% is Brand’s.'],
    ['0', 'The other 100% is Brand’s.'],
    ['100%', 'That is all of it: nothing is left for Brand.'],
    ['', ''],
    ['a half', ''],
    ['160', ''],
  ])('%s: %s', (typed, said) => expect(split(typed)).toBe(said));

  it('knows no name yet, and the decimals of the sheet', () => {
    expect(split('60%', '')).toBe('The other 40% is the other side’s.');
    expect(split('33,3', 'Brand', 'de_DE')).toBe('The other 66,7% is Brand’s.');
  });
});

describe('a deal, beside the shares of others that hold', () => {
  const shares = { Guest: 0.3, brand: 0.2 };
  const typed = (share: string, standing: Record<string, number> = shares): string =>
    hint(dealForm, 'share_share', { party: 'Brand', payer: 'Studio', share_share: share }, standing);

  it.each([
    ['60', 'With Guest’s 30% the shares make 90%. The other 10% is Studio’s.'],
    ['70%', 'With Guest’s 30% the shares make 100%: nothing is left for Studio.'],
    ['80%', 'With Guest’s 30% the shares make 110%, and there is 100% to give: one of them has to be smaller.'],
  ])('%s: %s', (share, said) => expect(typed(share)).toBe(said));

  it('counts exactly', () => {
    expect(typed('10%', { Guest: 0.2, Writer: 0.7 })).toBe(
      'With Guest’s 20% and Writer’s 70% the shares make 100%: nothing is left for Studio.',
    );
  });

  it('speaks at every field that becomes a share, and at no other', () => {
    const spoken = dealForm.fields.flatMap(({ key }) =>
      hint(dealForm, key, { party: 'Brand', payer: 'Studio', [key]: '10%' }) === '' ? [] : [key],
    );
    expect(spoken).toEqual(dealForm.shares!.fields);
    expect(spoken.length).toBeGreaterThan(8);
    expect(spoken).not.toContain('costs_deduction');
  });

  it('says nothing while both sides are the same', () => {
    expect(hint(dealForm, 'share_share', { party: 'Brand', payer: 'Brand', share_share: '10%' })).toBe('');
  });
});

describe('a single term', () => {
  const typed = (term: string, value: string): string =>
    hint(termsForm, 'value', { party: 'Brand', term, value }, { Guest: 0.3 }, 'Studio');

  it('speaks of shares only', () => {
    expect(typed('share', '60')).toBe('With Guest’s 30% the shares make 90%. The other 10% is Studio’s.');
    for (const term of ['reserve', 'monthly fee', 'tier', '']) expect(typed(term, '60')).toBe('');
    expect(typed('share', 'none')).toBe('');
  });
});
