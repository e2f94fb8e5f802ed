import type { ProductModel } from '../../src/schema/form';
import { productLine } from '../../src/sidebar/product-line';

const product: ProductModel = {
  factors: [
    { key: 'quantity', hours: { beside: 'kind', column: 'unit' }, otherwise: [] },
    {
      key: 'unitValue',
      hours: false,
      otherwise: [
        { beside: 'party', values: { Studio: 50 }, where: { beside: 'kind', choices: ['hours'] } },
        { beside: 'kind', values: { cash: 1, goods: 12.5 } },
      ],
    },
    { key: 'multiplier', hours: false, otherwise: [{ beside: 'kind', values: { hours: 1, cash: 4, goods: 1 } }] },
  ],
  unit: { beside: 'kind', values: { hours: 'hours', cash: 'amount', goods: 'pieces' } },
  currency: 'USD',
};

describe('the line that shows what an entry makes before it is written', () => {
  it.each([
    ['takes the hourly rate of the side', { party: 'Studio', kind: 'hours', quantity: '3.5' }, '3.5 h × $50 = $175'],
    [
      'takes what was typed',
      { party: 'Studio', kind: 'hours', quantity: '2', unitValue: '40.5' },
      '2 h × $40.50 = $81',
    ],
    ['reads times', { party: 'Studio', kind: 'hours', quantity: '1:30' }, '1.5 h × $50 = $75'],
    ['takes the usual value of the kind', { kind: 'goods', quantity: '3' }, '3 pieces × $12.50 = $37.50'],
    ['leaves out a value of 1', { kind: 'cash', quantity: '100', multiplier: '1' }, '100 amount = $100'],
    ['shows a weight', { kind: 'cash', quantity: '100' }, '100 amount × 4 = $400'],
    ['shows nothing before a quantity', { party: 'Studio', kind: 'hours' }, ''],
    ['shows nothing for a text', { party: 'Studio', kind: 'hours', quantity: 'three' }, ''],
  ])('%s', (_what, values, line) => {
    expect(productLine(product, values, 'en_US')).toBe(line);
  });

  it('says what is missing where the side has no rate', () => {
    const line = productLine(product, { party: 'Brand', kind: 'hours', quantity: '2' }, 'en_US');
    expect(line).toBe('2 h: no value yet. Give a unit value, or the side an hourly rate in Settings.');
  });

  it('reads and writes as the sheet does', () => {
    const line = productLine(
      { ...product, currency: 'EUR' },
      { party: 'Studio', kind: 'hours', quantity: '3,5' },
      'de_DE',
    );
    expect(line.replace(/\s/g, ' ')).toBe('3,5 h × 50 € = 175 €');
    const dinars = productLine(
      { ...product, currency: 'KWD' },
      { party: 'Studio', kind: 'hours', quantity: '0.5', unitValue: '0.333' },
      'en_US',
    );
    expect(dinars.replace(/\s/g, ' ')).toBe('0.5 h × KWD 0.333 = KWD 0.167');
  });

  it('takes a time among hours only', () => {
    const values = { party: 'Studio', quantity: '90m', unitValue: '10' };
    expect(productLine(product, { ...values, kind: 'hours' }, 'en_US')).toBe('1.5 h × $10 = $15');
    expect(productLine(product, { ...values, kind: 'goods' }, 'en_US')).toBe('');
  });
});
