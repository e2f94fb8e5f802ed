import fc from 'fast-check';
import { checkForm, readSubmission } from '../../src/schema/checks';
import { setUpForm } from '../../src/actions/setting-up/set-up-form';
import { ENTRY_REGISTERS } from '../../src/registers';
import { formOf } from '../../src/schema/register';

const logForm = formOf(ENTRY_REGISTERS.find(({ form }) => form.id === 'log')!);

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
    ['date', '0026-03-31', 'The year 26 is not possible. Write all four digits, such as 2026.'],
    ['date', '1899-12-31', 'The year 1899 is not possible. Write all four digits, such as 2026.'],
    ['date', '2101-01-01', 'The year 2101 is not possible. Write all four digits, such as 2026.'],
    ['date', '20260-01-01', 'The year 20260 is not possible. Write all four digits, such as 2026.'],
    ['date', '31.03.2026', 'Choose a day that exists.'],
    ['party', 'Nobody', 'Choose one of: Studio, Brand.'],
    ['quantity', 'two', '“two” is not a number. Write it like 1,234.50'],
    ['quantity', '0', 'More than 0 is expected.'],
    ['quantity', '50%', 'A plain number is expected here, without %.'],
    ['unitValue', '-1', 'It cannot be less than 0.'],
    ['evidence', 'javascript:alert(1)', 'Paste the whole address, beginning with https://'],
    ['item', 'x'.repeat(501), 'At most 500 characters fit; these are 501.'],
  ])('names the field: %s %s', (field, typed, message) => {
    expect(checkForm(logForm, { ...entry, [field]: typed }, context())).toEqual({ errors: { [field]: message } });
  });

  it('takes the days of 1900 to 2100 and no others', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const checked = checkForm(logForm, { ...entry, date: date.toISOString().slice(0, 10) }, context());
          const possible = date.getUTCFullYear() >= 1900 && date.getUTCFullYear() <= 2100;
          expect('values' in checked).toBe(possible);
        },
      ),
    );
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

  it('takes a time as hours in the quantity, and says elsewhere what to write', () => {
    expect(checkForm(logForm, { ...entry, quantity: '1:30' }, context('de_DE'))).toMatchObject({
      values: { quantity: 1.5 },
    });
    expect(checkForm(logForm, { ...entry, quantity: '0:00' }, context())).toEqual({
      errors: { quantity: 'More than 0 is expected.' },
    });
    expect(checkForm(logForm, { ...entry, quantity: '1:75' }, context('de_DE'))).toEqual({
      errors: { quantity: '“1:75” is not a time. Write it like 1:30, 90 min or 1,5' },
    });
    expect(checkForm(logForm, { ...entry, quantity: '2', unitValue: '1h45' }, context('de_DE'))).toEqual({
      errors: { unitValue: 'A plain number is expected here, not a time, such as 1,75' },
    });
  });

  it('takes a time only where hours are counted, and says what is counted elsewhere', () => {
    const unitOf = () => 'pieces';
    const quantity = (typed: string, unit?: string) =>
      checkForm(logForm, { ...entry, quantity: typed }, { ...context(), ...(unit && { unitOf: () => unit }) });
    for (const [typed, unit] of [
      ['90m', 'hours'],
      ['1:30', 'Hours '],
      ['1h30', 'h'],
      ['90 min', ''],
    ] as const) {
      expect([typed, quantity(typed, unit)]).toEqual([typed, { values: expect.objectContaining({ quantity: 1.5 }) }]);
    }
    expect(quantity('1:30', unitOf())).toEqual({
      errors: { quantity: 'It is counted in pieces: a plain number is expected, not a time.' },
    });
    expect(quantity('90m', 'metres')).toEqual({
      errors: { quantity: '“90m” is not a number. Write it like 1,234.50' },
    });
    expect(quantity('-1:30', 'hours')).toEqual({ errors: { quantity: 'More than 0 is expected.' } });
  });

  const split = { first: 'A', second: 'B', currency: 'EUR', start: '2026-01-01' };

  it.each([
    ['33.3%', 0.333],
    ['0.6', 0.6],
    ['60 %', 0.6],
    ['60', 0.6],
    ['62.5', 0.625],
    ['100', 1],
    ['%60', 0.6],
    ['６０％', 0.6],
    ['٦٠٪', 0.6],
    ['60 pct', 0.6],
    ['60pct.', 0.6],
    ['60 percent', 0.6],
    ['60 per cent', 0.6],
    ['62.5 Prozent', 0.625],
    ['60 PCT', 0.6],
    ['60 pour cent', 0.6],
    ['60﹪', 0.6],
    // A plain 1 is the whole, as in a cell; the help of the field says so.
    ['1', 1],
    ['1%', 0.01],
    ['0.5%', 0.005],
    ['0.0000001%', 1e-9],
    ['0', 0],
  ])('reads the split %s as %d', (typed, fraction) => {
    expect(checkForm(setUpForm, { ...split, firstSplit: typed }, context())).toMatchObject({
      values: { firstSplit: fraction },
    });
  });

  it.each(['101', '101%', '1000', '$60', '60 €'])('refuses a split of %s', (typed) => {
    expect(checkForm(setUpForm, { ...split, firstSplit: typed }, context())).toEqual({
      errors: { firstSplit: 'Write it as a percentage from 0% to 100%, such as 60%.' },
    });
  });

  it.each([
    ['3/4', 'Write it as a percentage: 75%'],
    ['1/3', 'Write it as a percentage: 33.33%'],
    ['2 / 3', 'Write it as a percentage: 66.67%'],
    ['60/40', 'Write the part of this side alone: 60%'],
    ['60:40', 'Write the part of this side alone: 60%'],
    ['60% - 40%', 'Write the part of this side alone: 60%'],
    ['50/50', 'Write the part of this side alone: 50%'],
    ['5 ‰', 'Write it as a percentage: 0.5%'],
    ['½', 'Write it as a percentage: 50%'],
    ['⅓', 'Write it as a percentage: 33.33%'],
    ['33⅓%', 'Write it as a percentage: 33.33%'],
    ['33 1/3 %', 'Write it as a percentage: 33.33%'],
    ['5/4', 'Write it as a percentage from 0% to 100%, such as 60%.'],
    ['-1:30', 'A plain number is expected here, not a time, such as -1.5'],
  ])('asks for %s in another way', (typed, message) => {
    expect(checkForm(setUpForm, { ...split, firstSplit: typed }, context())).toEqual({
      errors: { firstSplit: message },
    });
  });

  it('reads a percentage the same with and without its sign, in any notation', () => {
    const tenths = fc.integer({ min: 11, max: 1000 });
    fc.assert(
      fc.property(
        tenths,
        fc.constantFrom('en_US', 'de_DE', 'fr_FR'),
        fc.constantFrom('', '%', ' %'),
        (n, locale, sign) => {
          const typed = (n / 10).toLocaleString(locale.replace('_', '-')) + sign;
          expect(checkForm(setUpForm, { ...split, firstSplit: typed }, context(locale))).toMatchObject({
            values: { firstSplit: n / 1000 },
          });
        },
      ),
    );
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

  it.each([
    ['$100', 'EUR', '$'],
    ['100 USD', 'EUR', 'USD'],
    ['£5', 'EUR', '£'],
    ['kr 50', 'EUR', 'kr'],
    ['100 €', 'USD', '€'],
    ['A$100', 'USD', 'A$'],
    ['₹1,000', 'GBP', '₹'],
  ])('refuses %s where amounts are in %s', (typed, currency, mark) => {
    expect(checkForm(logForm, { ...entry, unitValue: typed }, { ...context(), currency })).toEqual({
      errors: {
        unitValue: `All amounts here are in ${currency}, not in ${mark}. Convert it, and write the amount without a currency.`,
      },
    });
  });

  it.each([
    ['$100', 'USD'],
    ['$100', 'AUD'],
    ['100 EUR', 'EUR'],
    ['€100', 'EUR'],
    ['100 kr', 'SEK'],
    ['¥100', 'JPY'],
    ['100', 'EUR'],
    ['$100', null],
  ])('takes %s where amounts are in %s', (typed, currency) => {
    expect(checkForm(logForm, { ...entry, unitValue: typed }, { ...context(), currency })).toMatchObject({
      values: { unitValue: 100 },
    });
  });

  it.each(['STUDIO', 'Studio\u00a0', 'Stu\u00addio', '\u3000studio', 'Stu\u200bdio'])(
    'takes the choice that %s is to the eye, as the list spells it',
    (typed) => {
      expect(checkForm(logForm, { ...entry, party: typed }, context())).toMatchObject({ values: { party: 'Studio' } });
    },
  );
});
