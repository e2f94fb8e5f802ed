import { checkForm, readSubmission } from '../../src/tables/checks';
import { logForm, setUpForm } from '../../src/tables/forms';

const lists: Record<string, string[]> = { party: ['Studio', 'Brand'], kind: ['hours', 'cash'] };
const context = (locale = 'en_US') => ({
  locale,
  choices: ({ key, column }: { key: string; column: { choices?: object } }) =>
    (column.choices && 'listed' in column.choices ? (column.choices.listed as string[]) : (lists[key] ?? [])).map(
      (value) => ({ value }),
    ),
});
const entry = { date: '2026-03-31', party: 'Studio', kind: 'hours', quantity: '2.5' };

describe('what is typed into a form', () => {
  it('becomes cells: days as serial numbers, numbers exact, blanks blank', () => {
    expect(checkForm(logForm, { ...entry, unitValue: '1,050.10' }, context())).toEqual({
      values: {
        date: 46112,
        party: 'Studio',
        kind: 'hours',
        quantity: 2.5,
        unitValue: 1050.1,
        item: '',
        note: '',
        evidence: '',
        multiplier: '',
      },
    });
  });

  it('follows the locale of the sheet', () => {
    expect(checkForm(logForm, { ...entry, quantity: '2,5' }, context('de_DE'))).toMatchObject({
      values: { quantity: 2.5 },
    });
  });

  it.each([
    ['date', '', 'Date is needed.'],
    ['date', '2026-02-30', 'Choose a day that exists.'],
    ['party', 'Nobody', 'Choose one of: Studio, Brand.'],
    ['quantity', 'two', '“two” is not a number.'],
    ['quantity', '0', 'More than 0 is expected.'],
    ['quantity', '50%', 'A plain number is expected here, without %.'],
    ['unitValue', '-1', 'It cannot be less than 0.'],
    ['evidence', 'javascript:alert(1)', 'Paste the whole address, beginning with https://'],
    ['item', 'x'.repeat(501), 'At most 500 characters fit; these are 501.'],
  ])('names the field: %s %s', (field, typed, message) => {
    expect(checkForm(logForm, { ...entry, [field]: typed }, context())).toEqual({ errors: { [field]: message } });
  });

  it('names every wrong field at once', () => {
    const checked = checkForm(logForm, {}, context());
    expect('errors' in checked && Object.keys(checked.errors)).toEqual(['date', 'party', 'kind', 'quantity']);
  });

  it('takes names as they stand in the list, whatever the case typed', () => {
    expect(checkForm(logForm, { ...entry, party: ' studio ' }, context())).toMatchObject({
      values: { party: 'Studio' },
    });
  });

  it.each([
    ['33.3%', 0.333],
    ['0.6', 0.6],
    ['60 %', 0.6],
  ])('reads the split %s as %d', (typed, fraction) => {
    const form = { first: 'A', second: 'B', firstSplit: typed, currency: 'EUR', start: '2026-01-01' };
    expect(checkForm(setUpForm, form, context())).toMatchObject({ values: { firstSplit: fraction } });
    expect(checkForm(setUpForm, { ...form, firstSplit: '60' }, context())).toEqual({
      errors: { firstSplit: 'Write it as a percentage from 0% to 100%, such as 60%.' },
    });
  });

  it('leaves markup and formulas as the text they are', () => {
    const note = '=IMPORTXML("x") <script>alert(1)</script>';
    expect(checkForm(logForm, { ...entry, note }, context())).toMatchObject({ values: { note } });
  });
});

describe('a submission', () => {
  it.each([
    [null],
    [{}],
    [{ key: 'short', locale: 'en_US', values: {} }],
    [{ key: 'ABCDEFGH', locale: 'en_US', values: { note: 7 } }],
  ])('that no form sends is refused: %j', (received) => {
    expect(() => readSubmission(received)).toThrow();
  });
});
