import { formModel, type FieldModel } from '../../src/schema/form';
import { amount, fraction, number } from '../../src/schema/column';
import { understood } from '../../src/sidebar/understood';

const fieldOf = (column: ReturnType<typeof number>, currency: string | null = null): FieldModel =>
  formModel(
    { id: 'f', title: '', introduction: '', submit: '', fields: [{ key: 'x', column, required: false }] },
    'en_US',
    () => [],
    {},
    null,
    {
      currency,
      units: () => (column.countedIn?.beside ? { Margin: '%', Sales: 'euros' } : (column.countedIn?.units ?? null)),
    },
  ).fields[0]!;

const FIELDS: Record<string, FieldModel> = {
  split: fieldOf(fraction('Split', '')),
  hours: fieldOf(number('Hours', '', { hours: true })),
  amount: fieldOf(amount('Amount', ''), 'EUR'),
  value: fieldOf(number('Value', '', { percent: true })),
  target: fieldOf(number('Target', '', { countedIn: { column: 'unit' } })),
  term: fieldOf(
    number('Value', '', { percent: true, countedIn: { column: 'term', units: { share: '%', 'cost-plus': '%' } } }),
  ),
  reading: fieldOf(number('Reading', '', { countedIn: { column: 'unit', beside: 'kpi' } })),
};

describe('a form shows how it reads a number', () => {
  it.each([
    ['split', '60', 'en_US', '60%'],
    ['split', '0.6', 'en_US', '60%'],
    ['split', '1', 'en_US', '100%'],
    ['split', '60%', 'en_US', ''],
    ['split', '33,3 %', 'de_DE', ''],
    ['split', '33,3', 'de_DE', '33,3%'],
    ['split', '６０％', 'ja_JP', '60%'],
    ['split', '600', 'en_US', ''],
    ['split', '60 pct', 'en_US', '60%'],
    ['value', '30 percent', 'en_US', '30%'],
    ['hours', '1:30', 'en_US', '1.5'],
    ['hours', '90 min', 'de_DE', '1,5'],
    ['hours', '1.5', 'en_US', ''],
    ['hours', 'soon', 'en_US', ''],
    ['amount', '1.500', 'de_DE', '1500'],
    ['amount', '1,23,456', 'en_IN', '123456'],
    ['amount', '1 000,50 €', 'fr_FR', '1000,5'],
    ['amount', '1000.50', 'en_US', ''],
    ['amount', '$100', 'en_US', ''],
    ['value', '30%', 'en_US', ''],
    ['value', '30', 'en_US', ''],
  ])('%s: %s in %s as “%s”', (field, typed, locale, read) => {
    expect(understood(FIELDS[field]!, typed, {}, locale)).toBe(read);
  });

  it.each([
    ['share', '60', '60%'],
    ['share', '0.6', '60%'],
    ['share', '60%', ''],
    ['cost-plus', '150', '150%'],
    ['monthly fee', '60', ''],
    ['', '60', ''],
  ])('as the term has it: %s %s as “%s”', (term, typed, read) => {
    expect(understood(FIELDS.term!, typed, { term }, 'en_US')).toBe(read);
  });

  it('in the unit that stands beside it', () => {
    expect(understood(FIELDS.target!, '45', { unit: '%' }, 'en_US')).toBe('45%');
    expect(understood(FIELDS.target!, '45', { unit: 'euros' }, 'en_US')).toBe('');
    expect(understood(FIELDS.reading!, '45', { kpi: 'Margin' }, 'en_US')).toBe('45%');
    expect(understood(FIELDS.reading!, '45', { kpi: 'Sales' }, 'en_US')).toBe('');
  });
});
