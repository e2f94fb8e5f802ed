import { TestSheet } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
  book.script(`
    sheet.setName('Out');
    book.insertSheet('Log').getRange('A1:G6').setValues([
      ['ID', 'Party', 'Kind', 'Date', 'Quantity', 'Unit', 'Multiplier'],
      ['a1', 'Ann', 'hours', '2026-01-05', 2, 3, 1],
      ['a2', 'Bob', 'cash', '2026-01-06', 4, 5, 2],
      ['a3', 'Ann', '', '', '', 7, 1],
      ['a4', 'Cyd', 'goods', '2026-02-01', 1.005, 100, 1],
      ['a5', 'Bob', 'hours', '', 3, 0, 1]]);
    book.insertSheet('Kinds').getRange('A1:B4').setValues([['Kind', 'Weight'], ['hours', 1.5], ['cash', 4], ['goods', 2]]);
  `);
});

afterAll(() => book.close());

describe('array formulas over open ranges', () => {
  it('leave cells of an empty branch empty, and zeros zero', () => {
    const values = book.formula(
      '=ARRAYFORMULA(VSTACK("Value",IF((Log!E2:E="")+(Log!F2:F=""),,ROUND(Log!E2:E*Log!F2:F*Log!G2:G,2))))',
      'A1:A8',
    );
    expect(values.flat()).toEqual(['Value', 6, 40, '', 100.5, 0, '', '']);
    expect(book.script(`return sheet.getRange('A4').isBlank() && sheet.getLastRow()`)).toBe(6);
  });

  it.each([
    ['VLOOKUP(Log!C2:C,Kinds!A:B,2,FALSE)', [1.5, 4, '#N/A', 2, 1.5, '#N/A']],
    ['IFNA(VLOOKUP(Log!C2:C,Kinds!A:B,2,FALSE))', [1.5, 4, '', 2, 1.5, '']],
    ['XLOOKUP(Log!C2:C,Kinds!A2:A,Kinds!B2:B,)', [1.5, 4, '', 2, 1.5, '']],
    ['XLOOKUP(Log!C2:C,Kinds!A2:A,Kinds!B2:B,"none")', [1.5, 4, 'none', 2, 1.5, 'none']],
    ['IF(Log!B2:B="",,SUMIF(Log!B2:B,Log!B2:B,Log!E2:E))', [2, 7, 2, 1.005, 7, '']],
    ['IF(Log!B2:B="",,COUNTIF(Log!B2:B,Log!B2:B))', [2, 2, 2, 1, 2, '']],
    ['MAP(Log!B2:B,LAMBDA(party,IF(party="",,SUMIFS(Log!E2:E,Log!B2:B,party))))', [2, 7, 2, 1.005, 7, '']],
    ['REGEXMATCH(Log!A2:A,"[135]$")', [true, false, true, false, true, false]],
    ['IF(Log!D2:D="",,EDATE(Log!D2:D,1)-Log!D2:D)', [31, 31, '', 28, '', '']],
    ['IF(ISNUMBER(Log!E2:E),"yes",)', ['yes', 'yes', '', 'yes', 'yes', '']],
  ])('%s', (body, expected) => {
    const shown = book.formula(`=ARRAYFORMULA(VSTACK("head",${body}))`, 'A1:A7');
    expect(shown.flat()).toEqual(['head', ...expected]);
  });

  it('tell zeros from blanks however often a column is asked', () => {
    book.script(`sheet.clear(); sheet.getRange('A1:B1').setFormulas([
      ['=ARRAYFORMULA(IF(Log!F2:F6="","blank","held"))', '=ARRAYFORMULA(IF(Log!F2:F6="","blank","held"))']]);`);
    expect(book.values('A5:B5')).toEqual([['held', 'held']]);
  });

  it('reach beyond row 1000', () => {
    book.script(`const tall = book.insertSheet('Tall');
      tall.insertRowsAfter(1000, 300);
      tall.getRange('A1200:A1201').setValues([[5], [6]]);`);
    expect(book.formula('=SUM(Tall!A2:A)')).toEqual([[11]]);
    book.script(`book.getSheetByName('Tall').insertRowsAfter(1300, 1).getRange('A1301').setValue(100);`);
    expect(book.value('A1')).toBe(111);
    expect(book.script(`return sheet.getRange('A1').getFormula()`)).toBe('=SUM(Tall!A2:A)');
  });

  it('reach the last column', () => {
    expect(book.formula('=COUNTA(Log!B1:1)')).toEqual([[6]]);
  });
});

describe('functions of Sheets', () => {
  it.each<[string, unknown]>([
    ['=IFERROR(1/0)', ''],
    ['=IFNA(FILTER(Log!A2:A,Log!B2:B="nobody"),"none")', 'none'],
    ['=FILTER(Log!A2:A,Log!B2:B="nobody")', '#N/A'],
    ['=LET(total,SUM(Log!E2:E),twice,2*total,twice+1)', 21.01],
    ['=COUNTIFS(Log!B2:B,"Ann",Log!E2:E,"")', 1],
    ['=COUNTIF(Log!B2:B,"*n*")', 2],
    ['=COUNTIF(Log!E2:E,">=2")', 3],
    ['=COUNTIF(Log!B2:B,"<>Ann")', 997],
    ['=SUMIFS(Log!E2:E,Log!C2:C,"hours",Log!F2:F,">0")', 2],
    ['=AVERAGEIF(Log!B2:B,"bob",Log!E2:E)', 3.5],
    ['=MAXIFS(Log!E2:E,Log!B2:B,"Bob")', 4],
    ['=XLOOKUP("Bob",Log!B2:B,Log!E2:E,,0,-1)', 3],
    ['=INDEX(Log!A2:C,2,3)', 'cash'],
    ['=MATCH("cash",Log!C2:C,0)', 2],
    ['=COUNTUNIQUE(Log!B2:B)', 3],
    ['=JOIN("-",Log!A2:A4)', 'a1-a2-a3'],
    ['=TEXTJOIN(",",TRUE,Log!B2:B)', 'Ann,Bob,Ann,Cyd,Bob'],
    ['=TO_PURE_NUMBER(50%)', 0.5],
    ['=TEXT(EDATE(DATE(2026,1,31),1),"yyyy-mm-dd")', '2026-02-28'],
    ['=IF(FALSE,1)', false],
    ['=TRUE<>""', true],
    ['=1<>TRUE', true],
    ['=TRUE=1', false],
    ['=TRUE>"z"', true],
    ['=9<FALSE', true],
    ['=TRUE=TRUE', true],
    ['=FALSE=Log!A999', true],
    ['=ARRAYFORMULA(SUM((VSTACK(TRUE,"a",1,Log!A999)<>"")*1))', 3],
    ['=ISBLANK(IF(TRUE,))', true],
    ['=REDUCE(0,Log!E2:E6,LAMBDA(sum,value,sum+value))', 10.005],
    ['=NOSUCHFUNCTION(1)', '#NAME?'],
    ['=1/0', '#DIV/0!'],
  ])('%s is %j', (formula, expected) => {
    expect(book.formula(formula)).toEqual([[expected]]);
  });

  it('SORT takes TRUE and FALSE', () => {
    expect(book.formula('=SORT(Log!A2:B6,2,FALSE,1,TRUE)', 'A1:B5')).toEqual([
      ['a4', 'Cyd'],
      ['a2', 'Bob'],
      ['a5', 'Bob'],
      ['a1', 'Ann'],
      ['a3', 'Ann'],
    ]);
  });

  it.each(['=TEXTSPLIT("a-b","-")', '=SORTBY({1;2},{2;1})', '=NUMBERVALUE("1,5",",")'])(
    '%s is none of Sheets',
    (formula) => {
      expect(book.formula(formula)).toEqual([['#NAME?']]);
    },
  );

  it('DOLLAR leaves no room behind the amount', () => {
    expect(book.formula('=DOLLAR(5)')).toEqual([['$5.00']]);
  });

  it.each<[string, unknown]>([
    ['=1=1.0', true],
    ['=0.50>1', false],
    ['="a"&1.50&.5&007&1E3', 'a1.50.571000'],
    ['=IF(12>=0.10,"more","less")', 'more'],
    ['=ISNUMBER(2.0)', true],
    ['=COUNT(1.0,2.50,"x")', 2],
    ['="1.50"', '1.50'],
  ])('takes a number for one however it is written: %s', (formula, expected) => {
    expect(book.formula(formula)).toEqual([[expected]]);
  });

  it('SPLIT makes numbers of numbers', () => {
    expect(book.formula('=SPLIT("a,2,,b",",")', 'A1:D1')).toEqual([['a', 2, 'b', '']]);
  });

  it('UNIQUE and FILTER spill', () => {
    expect(book.formula('=UNIQUE(FILTER(Log!B2:B,Log!B2:B<>""))', 'A1:A4').flat()).toEqual(['Ann', 'Bob', 'Cyd', '']);
  });
});

describe('recalculation', () => {
  it('follows a chain of spilled formulas in any order, growing and shrinking', () => {
    book.script(`sheet.clear();
      sheet.getRange('A1:A3').setValues([['in'], [1], [2]]);
      sheet.getRange('B1').setFormula('=ARRAYFORMULA(VSTACK("last",IF(C2:C="",,C2:C*10)))');
      sheet.getRange('C1').setFormula('=ARRAYFORMULA(VSTACK("middle",IF(D2:D="",,D2:D+1)))');
      sheet.getRange('D1').setFormula('=ARRAYFORMULA(VSTACK("first",IF(A2:A="",,A2:A*2)))');
      book.getSheetByName('Log').getRange('J1').setFormula('=SUM(Out!B2:B)');`);
    expect(book.values('A2:D3')).toEqual([
      [1, 30, 3, 2],
      [2, 50, 5, 4],
    ]);
    expect(book.value('J1', 'Log')).toBe(80);
    book.put('A4', [[5]]);
    expect(book.value('J1', 'Log')).toBe(190);
    book.put('A3:A4', [[''], ['']]);
    expect(book.value('J1', 'Log')).toBe(30);
  });

  it('has every value right when everything is calculated anew, however wrong the spills were guessed', () => {
    book.script(`sheet.clear(); sheet.getRange('A1:E1').setFormulas([[
      '=ARRAYFORMULA(VSTACK("all",Log!E2:E))',
      '=ARRAYFORMULA(SUM(A2:A)+D10)',
      '=ARRAYFORMULA(FILTER(A2:A,A2:A>2))',
      '=ARRAYFORMULA(IF(Log!E2:E3="",,Log!E2:E3+B1))',
      '=SUM(C:C)+SUM(D:D)']]);
      sheet.getRange('D10').setFormula('=MAX(C1:C3)+1');`);
    // All in A1:A is 2, 4, 1.005 and 3; what is more than 2 of it: 4 and 3.
    const expected = ['all', 15.005, 4, 17.005, 4 + 3 + 17.005 + 19.005 + 5];
    expect(book.values('A1:E1')).toEqual([expected]);
    book.script(`const log = book.getSheetByName('Log'); log.deleteRows(999, 2); log.insertRowsBefore(3, 2);`);
    expect(book.values('A1:E1')).toEqual([expected]);
    expect(book.column('D1:D5')).toEqual([17.005, '', '', 19.005, '']);
    book.script(`book.getSheetByName('Log').deleteRows(3, 2);`);
    expect(book.values('A1:E1')).toEqual([expected]);
  });

  it('shows a blocked spill as a broken reference until the way is free', () => {
    book.script(
      `sheet.clear(); sheet.getRange('A3').setValue('in the way'); sheet.getRange('A1').setFormula('=SEQUENCE(3)');`,
    );
    expect(book.column('A1:A3')).toEqual(['#REF!', '', 'in the way']);
    book.script(`sheet.getRange('A3').clearContent();`);
    expect(book.column('A1:A3')).toEqual([1, 2, 3]);
    book.put('A2', [['again']]);
    expect(book.column('A1:A3')).toEqual(['#REF!', 'again', '']);
  });

  it('moves spills and open ranges with inserted and deleted columns', () => {
    book.script(`sheet.clear(); sheet.getRange('A1:B3').setValues([['x', 'y'], [1, 2], [3, 4]]);
      sheet.getRange('C1').setFormula('=ARRAYFORMULA(VSTACK("sum",IF(A2:A="",,A2:A+B2:B)))');
      sheet.insertColumnsAfter(1, 1);`);
    expect(book.values('A1:D3')).toEqual([
      ['x', '', 'y', 'sum'],
      [1, '', 2, 3],
      [3, '', 4, 7],
    ]);
    expect(book.script(`return sheet.getRange('D1').getFormula()`)).toBe(
      '=ARRAYFORMULA(VSTACK("sum",IF(A2:A="",,A2:A+C2:C)))',
    );
    book.script(`sheet.deleteColumn(2);`);
    expect(book.column('C1:C3')).toEqual(['sum', 3, 7]);
    book.script(`sheet.moveColumns(sheet.getRange('C:C'), 1);`);
    expect(book.values('A1:C3')).toEqual([
      ['sum', 'x', 'y'],
      [3, 1, 2],
      [7, 3, 4],
    ]);
  });

  it('follows renamed sheets and named ranges that move', () => {
    book.script(`sheet.clear(); const data = book.insertSheet('Data'); data.getRange('A1:A3').setValues([[1], [2], [3]]);
      book.setNamedRange('Figures', data.getRange('A1:A3'));
      sheet.getRange('A1:A2').setFormulas([['=SUM(Figures)'], ['=SUM(Data!A1:A)']]);`);
    expect(book.column('A1:A2')).toEqual([6, 6]);
    book.script(`book.getSheetByName('Data').insertRowsBefore(1, 2).setName('New Data');`);
    expect(book.column('A1:A2')).toEqual([6, 6]);
    book.script(`book.getSheetByName('New Data').getRange('A4').setValue(20);`);
    expect(book.column('A1:A2')).toEqual([24, 24]);
    expect(book.script(`return sheet.getRange('A2').getFormula()`)).toBe("=SUM('New Data'!A3:A)");
    expect(
      book.script(`return book.getNamedRanges().map((name) => [name.getName(), name.getRange().getA1Notation()])`),
    ).toEqual([['Figures', 'A3:A5']]);
  });

  it('forgets a format that came with a formula, and keeps one that was set', () => {
    book.script(`sheet.clear(); sheet.getRange('A1').setFormula('=DATE(2026,1,5)');
      sheet.getRange('B1').setNumberFormat('0.00').setFormula('=DATE(2026,1,5)');`);
    expect(book.value('A1')).toEqual(new Date('2026-01-05T05:00:00Z'));
    expect(book.value('B1')).toBe(46027);
    book.script(`sheet.getRange('A1').setFormula('=1+1');`);
    expect(book.value('A1')).toBe(2);
  });
});
