import { withGivenNames } from '../../../src/localhost/notation/given-names';
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

describe('names that LET and LAMBDA give', () => {
  it.each<[string, unknown]>([
    // Given again further in.
    ['=LET(x,1,LAMBDA(x,x+1)(2))', 3],
    ['=LET(x,1,f,LAMBDA(x,x+1),f(x)+x)', 3],
    ['=LET(x,5,SUM(MAP({1,2},LAMBDA(x,x*2)))+x)', 11],
    ['=LET(a,1,LET(a,a+1,a*10)+a)', 21],
    ['=LET(x,LAMBDA(x,x+1)(1),x*3)', 6],
    ['=LET(f,LAMBDA(f,f+1),f(1))', 2],
    ['=SUM(MAP({1,2},LAMBDA(x,SUM(MAP({1,2},LAMBDA(x,x+1)))+x)))', 13],
    ['=LET(n,5,LET(n,n+1,LAMBDA(n,n*2)(n))+n)', 17],
    ['=LET(x,1,x,x+1,x)', 2],
    // Called.
    ['=LET(f,LAMBDA(n,n*2),f(4))', 8],
    ['=let( F , lambda(n, n*2), f( 4 ))', 8],
    ['=LET(f,LAMBDA(n,n*2),-f(4)+f(f(1)))', -4],
    ['=LET(f,LAMBDA(n,n*2),g,LAMBDA(n,f(n)+1),g(4))', 9],
    ['=LET(f,LAMBDA(n,n*2),SUM(MAP({1,2},LAMBDA(x,f(x)))))', 6],
    ['=LET(f,LAMBDA(1+1),f())', 2],
    ['=LET(f,LAMBDA(n,"f("&n&")"),f(4)&"f(1)")', 'f(4)f(1)'],
    ['=LET(f,LAMBDA(a,b,ISBLANK(a)&b),f(,2))', 'TRUE2'],
    ['=LET(f,LAMBDA(table,ROWS(table)*100+ROW(table)),f(Data!A2:A3))', 202],
    ['=IFERROR(LET(f,LAMBDA(n,n/0),f(1)),"bad")', 'bad'],
    ['=LET(f,LAMBDA(n,IFERROR(n,"bad")),f(1/0))', 'bad'],
    // A function's name is still the function's, but for a lambda.
    ['=LET(sum,SUM(parts),SUM(sum,1))', 61],
    ['=LET(sum,LAMBDA(n,n*2),sum(4))', 8],
    // Answered by a lambda, handed to one, handed to itself.
    ['=LAMBDA(a,LAMBDA(b,a*b))(3)(4)', 12],
    ['=LET(add,LAMBDA(a,LAMBDA(b,a+b)),one,add(1),two,add(2),one(10)*100+two(10))', 1112],
    ['=LAMBDA(f,f(3))(LAMBDA(x,x*x))', 9],
    ['=LET(twice,LAMBDA(f,x,f(f(x))),a,5,twice(LAMBDA(x,x+a),1))', 11],
    ['=LET(f,IF(TRUE,LAMBDA(x,x+1),LAMBDA(x,x-1)),f(4))', 5],
    ['=LET(fact,LAMBDA(self,n,IF(n<2,1,n*self(self,n-1))),fact(fact,5))', 120],
    ['=LET(fib,LAMBDA(self,n,IF(n<2,n,self(self,n-1)+self(self,n-2))),fib(fib,12))', 144],
    ['=LET(f,LAMBDA(self,n,LET(m,n-1,IF(m<0,0,self(self,m)+m))),f(f,5))', 10],
    // Not known, not called, with another number of arguments, without an end.
    ['=LET(f,LAMBDA(n,IF(n<1,0,f(n-1))),f(3))', '#NAME?'],
    ['=LET(f,3,f(4))', '#NAME?'],
    ['=LAMBDA(x,x)', '#N/A'],
    ['=LET(f,LAMBDA(n,n*2),f)', '#N/A'],
    ['=LET(f,LAMBDA(n,n*2),f(1,2))', '#N/A'],
    ['=LAMBDA(x,y,x+y)(1)', '#N/A'],
    ['=LET(f,LAMBDA(self,n,self(self,n+1)),f(f,1))', '#ERROR!'],
  ])('%s', (formula, expected) => {
    expect(book.formula(formula)).toEqual([[expected]]);
  });

  it.each([
    ['=LET(f,LAMBDA(n,n*2),SUM(MAP({1,2,3},f)))', 12],
    ['=LET(f,LAMBDA(a,b,a+b),REDUCE(0,{1,2,3},f))', 6],
    ['=LET(f,LAMBDA(a,b,a+b),SUM(SCAN(0,{1,2,3},f)))', 10],
    ['=LET(f,LAMBDA(r,SUM(r)),SUM(BYROW({1,2;3,4},f)))', 10],
    ['=LET(f,LAMBDA(r,SUM(r)),SUM(BYCOL({1,2;3,4},f)))', 10],
    ['=LET(f,LAMBDA(r,c,r*c),SUM(MAKEARRAY(2,2,f)))', 9],
  ])('%s hands on its lambda', (formula, expected) => {
    expect(book.formula(formula)).toEqual([[expected]]);
  });

  it('answer anew when what they read changes, each in its own cell', () => {
    book.script(`sheet.clear(); sheet.getRange('A1:A3').setValues([[1], [2], [3]]);
      sheet.getRange('B1:B3').setFormula('=LET(f,LAMBDA(n,n*$A$3),f(A1))');`);
    expect(book.column('B1:B3')).toEqual([3, 6, 9]);
    book.put('A3', [[10]]);
    expect(book.column('B1:B3')).toEqual([10, 20, 100]);
  });
});

const KNOWN = { isTaken: (name: string) => name === 'rate', isFunction: (name: string) => name === 'sum' };

it.each([
  ['=SUM(rate)', '=SUM(rate)'],
  ["=LET( rate ,1, rate!A1+'rate'!B2+ rate )", "=LET( rate_ ,1, rate!A1+'rate'!B2+ rate_ )"],
  ['=LET(rate,1,rate_,2,rate+rate_)', '=LET(rate__,1,rate_,2,rate__+rate_)'],
  ['=LET(a,{rate,1;2,3},rate,"rate""(",rate)', '=LET(a,{rate,1;2,3},rate_,"rate""(",rate_)'],
  ['=LAMBDA(rate;rate+1e5)(rate)', '=LAMBDA_CALL(LAMBDA(rate_;rate_+1e5),rate)'],
  ['=LET(x,1,LET(x,x,x))+LET(x,2,x)', '=LET(x,1,LET(x_,x,x_))+LET(x__,2,x__)'],
  ['=LET(f,LAMBDA(n,n),f(1)(2)+f ())', '=LET(f,LAMBDA(n,n),LAMBDA_CALL(LAMBDA_CALL(f,1),2)+LAMBDA_CALL(f))'],
  ['=LET(sum,1,SUM(sum))', '=LET(sum,1,SUM(sum))'],
  ['=LET(f,1,f(', '=LET(f,1,LAMBDA_CALL(f,'],
])('%s is read as %s', (formula, expected) => {
  expect(withGivenNames(formula, KNOWN)).toBe(expected);
});
