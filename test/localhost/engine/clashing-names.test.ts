import { withoutClashes } from '../../../src/localhost/notation/clashing-names';
import { TestSheet } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
  book.script(`const data = book.insertSheet('Data'); data.getRange('A1:A3').setValues([[10], [20], [30]]);
    book.setNamedRange('rate', data.getRange('A1')); book.setNamedRange('parts', data.getRange('A1:A3'));`);
});

afterAll(() => book.close());

describe('a name that LET or LAMBDA gives goes before a named range', () => {
  it.each<[string, unknown]>([
    ['=LET(rate,2,rate*3)', 6],
    ['=LET(Rate,2,RATE*3)', 6],
    ['=rate+LET(rate,2,rate*3)+rate', 26],
    ['=LET(rate,rate+1,rate*2)', 22],
    ['=LET(x,rate,rate,x+1,rate)', 11],
    ['=LAMBDA(rate,parts,rate-parts)(5,2)', 3],
    ['=SUM(MAP(parts,LAMBDA(rate,rate*2)))+rate', 130],
    ['=LET(rate,2,LAMBDA(rate,rate+1)(rate)+rate)', 5],
    ['=LET(rate,2,"rate"&rate)', 'rate2'],
    ['=LET(total,SUM(parts),total+rate)', 70],
  ])('%s', (formula, expected) => {
    expect(book.formula(formula)).toEqual([[expected]]);
  });

  it('also when everything is read anew, and for a named range that comes later', () => {
    book.script(
      `sheet.clear(); sheet.getRange('A1:A2').setFormulas([['=LET(rate,2,rate*3)'], ['=LET(late,2,late*3)+rate']]);`,
    );
    expect(book.column('A1:A2')).toEqual([6, 16]);
    book.script(`sheet.insertRowBefore(1); book.setNamedRange('late', book.getSheetByName('Data').getRange('A2'));`);
    expect(book.column('A2:A3')).toEqual([6, 16]);
    expect(book.script(`return sheet.getRange('A2:A3').getFormulas().flat()`)).toEqual([
      '=LET(rate,2,rate*3)',
      '=LET(late,2,late*3)+rate',
    ]);
  });
});

it.each([
  ['=SUM(rate)', '=SUM(rate)'],
  ["=LET( rate ,1, rate!A1+'rate'!B2+ rate )", "=LET( rate_ ,1, rate!A1+'rate'!B2+ rate_ )"],
  ['=LET(rate,1,rate_,2,rate+rate_)', '=LET(rate__,1,rate_,2,rate__+rate_)'],
  ['=LET(a,{rate,1;2,3},rate,"rate""(",rate)', '=LET(a,{rate,1;2,3},rate_,"rate""(",rate_)'],
  ['=LAMBDA(rate;rate+1e5)(rate)', '=LAMBDA(rate_;rate_+1e5)(rate)'],
])('%s is read as %s', (formula, expected) => {
  expect(withoutClashes(formula, new Set(['rate']))).toBe(expected);
});
