import { toEngineFormula, toLocalFormula } from '../../../src/localhost/notation/localized-formulas';
import { TestSheet } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
  book.script(`sheet.setName('Out');
    book.insertSheet('D').getRange('A1:B4').setValues([[1, 'a'], [2, 'b'], [3, 'c'], [4, '']]);
    book.setActiveSheet(sheet);`);
});

afterAll(() => book.close());

describe('an array literal', () => {
  it.each<[string, string, unknown[][]]>([
    ['={D!A1:A2;D!A1:A2}', 'A1:A5', [[1], [2], [1], [2], ['']]],
    [
      '={D!A1:A2,D!A3:A4}',
      'A1:B2',
      [
        [1, 3],
        [2, 4],
      ],
    ],
    ['={"heading";D!A1:A2}', 'A1:A3', [['heading'], [1], [2]]],
    [
      '={1,2;3,SUM(D!A1:A2,1)}',
      'A1:B2',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      '={{1;2},{3;4}}',
      'A1:B2',
      [
        [1, 3],
        [2, 4],
      ],
    ],
    ['={"a;b","c,d","}"}', 'A1:C1', [['a;b', 'c,d', '}']]],
    ['=SUM({D!A1:A2;D!A3:A4})', 'A1', [[10]]],
    ['=VLOOKUP("b",{D!B1:B4,D!A1:A4},2,FALSE)', 'A1', [[2]]],
    ['=ARRAYFORMULA({D!A1:A2*2;9})', 'A1:A3', [[2], [4], [9]]],
    ['={D!A1:A2*2;9}', 'A1:A3', [[2], [9], ['']]],
    ['={#N/A;1}', 'A1:A2', [['#N/A'], [1]]],
    ['={D!A1:A2,1}', 'A1', [['#REF!']]],
    ['={D!A1:B1;1}', 'A1', [['#VALUE!']]],
  ])('%s', (formula, shown, values) => expect(book.formula(formula, shown)).toEqual(values));

  it.each(['={D!A1:A2;D!A1:A2}', '={1,2;3,"a,b"}', '=SUM({-1,2};{3;4})+LEN("{}")', '=FILTER({D!A:A,D!B:B},D!A:A>1)'])(
    '%s stays what was typed',
    (formula) => {
      book.formula(formula);
      expect(book.script(`return sheet.getRange('A1').getFormula()`)).toBe(formula.replaceAll('};{', '},{'));
    },
  );

  it('follows rows that are inserted, and shifts with a copy', () => {
    book.formula('={D!A1:A2;D!A2}');
    book.script(`book.getSheetByName('D').insertRowBefore(2);`);
    expect(book.script(`return sheet.getRange('A1').getFormula()`)).toBe('={D!A1:A3;D!A3}');
    book.script(`book.getSheetByName('D').deleteRow(2); sheet.getRange('A1').copyTo(sheet.getRange('F2'));`);
    expect(book.script(`return sheet.getRange('F2').getFormula()`)).toBe('={D!F2:F3;D!F3}');
    book.script('sheet.clear()');
  });

  it('is written with backslashes where a comma is decimal', () => {
    const kept = toEngineFormula('={A1:A2\\1,5;B1:B2\\2}', 'de_DE');
    expect(toLocalFormula(kept, 'de_DE')).toBe('={A1:A2\\1,5;B1:B2\\2}');
    expect(toLocalFormula(kept, 'en_US')).toBe('={A1:A2,1.5;B1:B2,2}');
  });
});

describe('a name that LAMBDA or LET gives to a range stands for one value', () => {
  it.each<[string, unknown]>([
    ['=LAMBDA(x,x*2)(D!A1:A4)', 2],
    ['=LET(x,D!A1:A4,x*2)', 2],
    ['=LET(x,D!A1:A4,IF(x>2,"big","small"))', 'small'],
    ['=LAMBDA(x,SUM(x*2))(D!A1:A4)', 2],
    ['=LAMBDA(x,SUM(x))(D!A1:A4)', 10],
    ['=SUM(MAP(D!A1:A2,LAMBDA(x,x*D!A1:A4)))', 3],
  ])('%s', (formula, value) => expect(book.formula(formula, 'A1:A2')).toEqual([[value], ['']]));

  it.each<[string, number[]]>([
    ['=ARRAYFORMULA(LAMBDA(x,x*2)(D!A1:A3))', [2, 4, 6]],
    ['=ARRAYFORMULA(MAP(D!A1:A3,LAMBDA(x,SUM(x*D!A1:A4))))', [10, 20, 30]],
    ['=MAP(D!A1:A3,LAMBDA(x,ARRAYFORMULA(SUM(x*D!A1:A4))))', [10, 20, 30]],
    ['=LAMBDA(x,FILTER(x,x>1))(D!A1:A4)', [2, 3, 4]],
    ['=ARRAYFORMULA(MAKEARRAY(3,1,LAMBDA(r,c,SUM((D!A1:A4>r)*D!A1:A4))))', [9, 7, 4]],
    ['=ARRAYFORMULA(BYROW(D!A1:A3,LAMBDA(x,SUM(x*D!A1:A4))))', [10, 20, 30]],
    ['=ARRAYFORMULA(SCAN(0,D!A1:A3,LAMBDA(sum,x,sum+SUM(x*D!A1:A4))))', [10, 30, 60]],
  ])('unless arrays are asked for: %s', (formula, values) =>
    expect(book.formula(formula, 'A1:A3')).toEqual(values.map((value) => [value])),
  );
});

describe('minus before a range that a function begins', () => {
  it.each<[string, unknown[]]>([
    ['=ARRAYFORMULA(-INDEX(D!A1:A4,1):INDEX(D!A1:A4,3))', [-1, -2, -3]],
    ['=ARRAYFORMULA(2*-INDEX(D!A1:A4,2):D!A4)', [-4, -6, -8]],
    ['=SUM(ARRAYFORMULA(-D!A2:INDEX(D!A1:A4,3)))', [-5, '', '']],
    ['=-INDEX(D!A1:A4,1):INDEX(D!A1:A4,3)', [-1, '', '']],
    ['=ARRAYFORMULA(5-INDEX(D!A1:A4,1):INDEX(D!A1:A4,3))', [4, 3, 2]],
  ])('%s', (formula, values) => expect(book.formula(formula, 'A1:A3')).toEqual(values.map((value) => [value])));
});

describe('SUBSTITUTE and UNICHAR', () => {
  it.each<[string, unknown]>([
    ['=SUBSTITUTE("item fee",UNICHAR(160),"")', 'item fee'],
    ['=SUBSTITUTE("item"&UNICHAR(160)&"fee",UNICHAR(160)," ")', 'item fee'],
    ['=SUBSTITUTE("a b c"," ","")', 'abc'],
    ['=SUBSTITUTE("a-b-c-d","-","+",2)', 'a-b+c-d'],
    ['=SUBSTITUTE("a-b","-","+",5)', 'a-b'],
    ['=SUBSTITUTE("aaa","aa","b")', 'ba'],
    ['=SUBSTITUTE("a","","x")', 'a'],
    ['=SUBSTITUTE("a-b","-","+",0)', '#VALUE!'],
    ['=SUBSTITUTE(TRUE,"R","")', 'TUE'],
    ['=LEN(UNICHAR(128512))', 2],
    ['=UNICHAR(0)', '#VALUE!'],
    ['=SUM(ARRAYFORMULA(LEN(SUBSTITUTE({"a b";"c"}," ",""))))', 3],
  ])('%s', (formula, value) => expect(book.formula(formula)).toEqual([[value]]));
});

describe('IF over a long column that says the same everywhere', () => {
  const seen = (list: string): string => `=SUM(ARRAYFORMULA(LET(n,SEQUENCE(60),${list})))`;
  it.each<[string, unknown]>([
    [seen('IF(n>0,n,NA())'), 1830],
    [seen('IF(n>60,NA(),2)'), 120],
    [seen('IF(n>0,SEQUENCE(60,2),0)'), 7260],
    [seen('IF(n>59,1,0)'), 1],
    [seen('IF(n*0,1,3)'), 180],
    [seen('IFERROR(IF(n/0,1,2),4)'), 240],
    [seen('IFERROR(IF(n*NA(),1,2),4)'), 240],
    [seen('IFERROR(IF(n&NA()="",1,2),4)'), 240],
    ['=COUNTBLANK(ARRAYFORMULA(IF(SEQUENCE(60)>60,1,)))', 60],
    ['=ROWS(ARRAYFORMULA(IF(SEQUENCE(60)>0,)))', 60],
    ['=COUNTIF(ARRAYFORMULA(IF(SEQUENCE(60)>60,1)),FALSE)', 60],
    ['=ROWS(ARRAYFORMULA(IF(SEQUENCE(60)>0,SEQUENCE(70),0)))', 70],
  ])('%s', (formula, value) => expect(book.formula(formula)).toEqual([[value]]));
});

describe('patterns and texts over a column with repeated values', () => {
  it.each<[string, unknown]>([
    ['=JOIN("|",ARRAYFORMULA(REGEXREPLACE({"a1";"b";"a1"},"[0-9]","-")))', 'a-|b|a-'],
    ['=JOIN("|",ARRAYFORMULA(REGEXREPLACE({"a";"A";"a"},"a","x")))', 'x|A|x'],
    ['=JOIN("|",ARRAYFORMULA(SUBSTITUTE({1;"1";TRUE;"TRUE"},"1","one")))', 'one|one|TRUE|TRUE'],
    ['=JOIN("|",ARRAYFORMULA(SUBSTITUTE("abc",{"a";"b";"a"},{"x";"y";"z"})))', 'xbc|ayc|zbc'],
    ['=JOIN("|",ARRAYFORMULA(IFERROR(SUBSTITUTE({"a";NA();"a"},"a","b"),"none")))', 'b|none|b'],
  ])('%s', (formula, value) => expect(book.formula(formula)).toEqual([[value]]));
});
