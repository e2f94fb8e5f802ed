import { excelFormula } from '../../../src/localhost/exports/excel-formula';
import { excelValidation } from '../../../src/localhost/exports/excel-validation';
import { excelNames } from '../../../src/localhost/exports/sheet-names';

describe('A formula for Excel', () => {
  it.each([
    '=SUM(A1:A9)*2',
    `=IF(B2>0,"A2:A, {x}",ROUND('Our own'!C3/2,1))`,
    '=SUMIF(A:A,"x",B:B)',
    '=COUNTA($2:$2)&TRUE',
    '=-Log!$A$1%',
  ])('is %s as it is', (formula) => {
    expect(excelFormula(formula)).toBe(formula.slice(1));
  });

  it.each([
    ['a function of the project', '=REVSHARE(A1,B1:B2)'],
    ['a function of Sheets', '=SORTN(A1:A9,3)'],
    ['arrays', '=ARRAYFORMULA(A1:A3*2)'],
    ['names within LET', '=LET(x,A1,x*2)'],
    ['a half-open range', '=SUM(A2:A)'],
    ['a half-open range of rows', '=SUM(B1:1)'],
    ['one that opens at its beginning', '=SUM(A:A9)'],
    ['an array in braces', '=SUM({1,2})'],
    ['a name', '=SUM(rates)'],
  ])('is none for %s', (_, formula) => {
    expect(excelFormula(formula)).toBeUndefined();
  });
});

describe('A rule for Excel', () => {
  it('lists values or cells, to the last row', () => {
    expect(excelValidation({ criteria: 'VALUE_IN_LIST', values: [['yes', 'no'], true] as never })).toMatchObject({
      type: 'list',
      formulae: ['"yes,no"'],
      errorStyle: 'warning',
    });
    expect(
      excelValidation({ criteria: 'VALUE_IN_RANGE', values: ['Settings!$A$2:$A', true], allowInvalid: false }),
    ).toMatchObject({ type: 'list', formulae: ['Settings!$A$2:$A$1048576'], errorStyle: 'stop' });
  });

  it('compares numbers and days', () => {
    expect(excelValidation({ criteria: 'NUMBER_BETWEEN', values: [1, 5] })).toMatchObject({
      type: 'decimal',
      operator: 'between',
      formulae: [1, 5],
    });
    expect(excelValidation({ criteria: 'DATE_IS_VALID_DATE', values: [] })).toMatchObject({ type: 'date' });
  });

  it('is none where Excel has no words for it', () => {
    expect(excelValidation({ criteria: 'CUSTOM_FORMULA', values: ['=A1>0'] })).toBeUndefined();
    expect(excelValidation({ criteria: 'VALUE_IN_LIST', values: [['a,b'], true] as never })).toBeUndefined();
    expect(excelValidation({ criteria: 'VALUE_IN_LIST', values: [['x'.repeat(300)], true] as never })).toBeUndefined();
  });
});

test('names of sheets are short, free of some signs, and differ', () => {
  const long = 'A name that is longer than Excel allows, one';
  const names = [...excelNames(['Log', 'log', 'a/b', long, `${long}!`]).values()];
  expect(names).toEqual(['Log', 'log (2)', 'a-b', long.slice(0, 31), `${long.slice(0, 27)} (2)`]);
});
