import { shiftReferences } from '../../src/schema/formula';

describe('moving the references of a formula', () => {
  it.each([
    ['=F(A1, B1:B3)', 4, 3, '=F(D5, E5:E7)'],
    ['=F(A1; 70%; 2)', 1, 0, '=F(A2; 70%; 2)'],
    ['=F(Z9:AA10)', 1, 1, '=F(AA10:AB11)'],
    ['=F(ZZ1)', 0, 1, '=F(AAA1)'],
    ['=F(A2:A)', 3, 1, '=F(B5:B)'],
    ['=F(A1, "A1, ""B2"" and C3")', 1, 1, '=F(B2, "A1, ""B2"" and C3")'],
    ["=F('A1 tab'!B2, Other!B2:C3, B2)", 1, 1, "=F('A1 tab'!B2, Other!B2:C3, C3)"],
    ['=LOG10(A1)+REVSHARE2(B1)', 1, 0, '=LOG10(A2)+REVSHARE2(B2)'],
    ['=F(A1)', 0, 0, '=F(A1)'],
  ])('%s by %i down and %i right is %s', (formula, down, right, expected) => {
    expect(shiftReferences(formula, down, right)).toBe(expected);
  });
});
