import { functionHelp, type DescribedArgument } from '../../src/build/function-help';
import { valueHint } from '../../src/sidebar/functions/value-hint';

const point = { separator: ',', decimal: '.' };
const comma = { separator: ';', decimal: ',' };
const argument = (of: string, name: string): DescribedArgument =>
  functionHelp()
    .find((one) => one.name === of)!
    .arguments.find((one) => one.name === name)!;
const shares = argument('REVSHARE', 'shares');
const amount = argument('REVSHARE', 'amount');
const decimals = argument('REVSHARE', 'decimals');

describe('What is typed as an argument on the page of functions', () => {
  it.each([
    ['60%, 40%', '{60%;40%}'],
    ['60%,40%', '{60%;40%}'],
    ['60 %; 40 %', '{60%;40%}'],
    ['2, 1, 1', '{2;1;1}'],
    ['2,1,1', '{2;1;1}'],
    ['12,5; 87,5', '{12.5;87.5}'],
    ['0.5, 0.5', '{0.5;0.5}'],
  ])('is written as one list where it is several values: %s', (typed, list) => {
    expect(valueHint(typed, shares, point)).toBe(
      `Several values stand together: write ${list}, or select the cells that they stand in.`,
    );
  });

  it('says what shares make that are not the whole', () => {
    const makes =
      'They make 90%, and the whole amount is split by them all the same: what is to be left over needs a share of its own.';
    expect(valueHint('60%, 30%', shares, point)).toBe(
      `Several values stand together: write {60%;30%}, or select the cells that they stand in. ${makes}`,
    );
    expect(valueHint('{60%;30%}', shares, point)).toBe(makes);
    expect(valueHint('{60%;40%}', shares, point)).toBe('');
    expect(valueHint('33,3%; 33,3%; 33,3%', shares, comma)).toContain('{33,3%;33,3%;33,3%}');
    expect(valueHint('33,3%; 33,3%; 33,3%', shares, comma)).toContain('They make 99,9%,');
  });

  it.each([
    [point, '1,5', '1.5'],
    [point, '62,5%', '62.5%'],
    [point, '-0,125', '-0.125'],
    [comma, '1.5', '1,5'],
    [point, '1,000', '1.000, or 1000 without a separator'],
  ])('is put into the notation of the sheet: %j %s', (notation, typed, shown) => {
    const mark = notation === point ? 'a point' : 'a comma';
    expect(valueHint(typed, amount, notation)).toBe(`This sheet writes decimals with ${mark}: ${shown}.`);
  });

  it('is one value where an argument takes one', () => {
    expect(valueHint('2, 3', decimals, point)).toBe('This takes one value. Write 2 or 3, or select a cell.');
  });

  it.each(['', 'A1', 'A1:B3', 'SUM(A1, B1)', "'Sheet, 1'!A1:A3", '100', '60%', '1.5', '"60%, 40%"', 'Studio, Brand', 'A1*60%'])(
    'is left alone where a formula takes it as it is: %s',
    (typed) => {
      expect(valueHint(typed, shares, point)).toBe('');
    },
  ); // prettier-ignore
});
