import { decimalOf } from '../../../src/calc/decimal';
import { amountInWords, listInWords, percentInWords } from '../../../src/calc/statement/words';

it.each([
  [0, 2, '0.00'],
  [5, 2, '0.05'],
  [-5, 2, '-0.05'],
  [123456789, 2, '1,234,567.89'],
  [-1234567, 0, '-1,234,567'],
  [100, 6, '0.000100'],
  [10n ** 20n, 2, '1,000,000,000,000,000,000.00'],
  [10n ** 40n, 2, '1e+38'],
])('%s units of %i decimals are %s', (units, decimals, words) => {
  expect(amountInWords(units, decimals)).toBe(words);
});

it.each([
  [0.3, '30 %'],
  [0, '0 %'],
  [1, '100 %'],
  [1.15, '115 %'],
  [0.125, '12.5 %'],
  [0.1205, '12.05 %'],
  [0.00001, '0.001 %'],
])('%d is %s', (rate, words) => {
  expect(percentInWords(decimalOf(rate))).toBe(words);
});

it('joins what is several', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listInWords)).toEqual(['', 'a', 'a and b', 'a, b and c']);
});
