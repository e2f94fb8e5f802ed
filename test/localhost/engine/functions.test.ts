import { TestSheet } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
  book.script(`
    sheet.setName('Out');
    book.insertSheet('D').getRange('A1:C6').setValues([
      ['key', 'number', 'date'],
      ['b', 2, '2026-01-31'],
      ['a', 1, '2026-02-28'],
      ['b', 3, ''],
      ['c', '', ''],
      ['a', 5, '']]);
  `);
});

afterAll(() => book.close());

const day = (text: string): Date => new Date(`${text}T05:00:00Z`);

describe('functions over tables', () => {
  it.each<[string, string, unknown[][]]>([
    [
      '=FILTER(D!A2:B6,D!B2:B6>1,D!A2:A6="b")',
      'A1:B3',
      [
        ['b', 2],
        ['b', 3],
        ['', ''],
      ],
    ],
    [
      '=FILTER(D!A1:B2,D!A1:B1="number")',
      'A1:B2',
      [
        ['number', ''],
        [2, ''],
      ],
    ],
    [
      '=SORT(D!A2:B6,1,TRUE,2,FALSE)',
      'A1:B5',
      [
        ['a', 5],
        ['a', 1],
        ['b', 3],
        ['b', 2],
        ['c', ''],
      ],
    ],
    [
      '=SORT(D!A2:B6,D!B2:B6,TRUE)',
      'A1:B3',
      [
        ['a', 1],
        ['b', 2],
        ['b', 3],
      ],
    ],
    [
      '=SORTN(D!A2:B6,2,0,2,FALSE)',
      'A1:B3',
      [
        ['a', 5],
        ['b', 3],
        ['', ''],
      ],
    ],
    [
      '=SORTN(D!A2:B6,1,1,1,TRUE)',
      'A1:B3',
      [
        ['a', 1],
        ['a', 5],
        ['', ''],
      ],
    ],
    ['=SORTN(D!A2:A6,2,2,1,TRUE)', 'A1:A3', [['a'], ['b'], ['']]],
    ['=SORTN(D!A2:A6,2,3,1,TRUE)', 'A1:A5', [['a'], ['a'], ['b'], ['b'], ['']]],
    ['=UNIQUE(D!A2:A6)', 'A1:A4', [['b'], ['a'], ['c'], ['']]],
    ['=VSTACK(D!B5:B6,"x")', 'A1:A3', [[''], [5], ['x']]],
    [
      '=HSTACK(D!A2:A3,D!B2:B3)',
      'A1:B2',
      [
        ['b', 2],
        ['a', 1],
      ],
    ],
    [
      '=HSTACK(D!A2:A3,1)',
      'A1:B2',
      [
        ['b', 1],
        ['a', '#N/A'],
      ],
    ],
    [
      '=TAKE(D!A2:B6,-2,1)',
      'A1:B3',
      [
        ['c', ''],
        ['a', ''],
        ['', ''],
      ],
    ],
    [
      '=DROP(D!A2:B6,3)',
      'A1:B3',
      [
        ['c', ''],
        ['a', 5],
        ['', ''],
      ],
    ],
    [
      '=CHOOSECOLS(D!A2:B3,2,1)',
      'A1:B2',
      [
        [2, 'b'],
        [1, 'a'],
      ],
    ],
    [
      '=CHOOSEROWS(D!A2:B6,-1,1)',
      'A1:B2',
      [
        ['a', 5],
        ['b', 2],
      ],
    ],
    [
      '=WRAPROWS(D!B4:B6,2,"rest")',
      'A1:B2',
      [
        [3, ''],
        [5, 'rest'],
      ],
    ],
    [
      '=WRAPROWS(D!B2:B4,2)',
      'A1:B2',
      [
        [2, 1],
        [3, '#N/A'],
      ],
    ],
    [
      '=WRAPCOLS(D!B2:B4,2,0)',
      'A1:B2',
      [
        [2, 3],
        [1, 0],
      ],
    ],
    ['=TOCOL(D!A5:B6)', 'A1:A4', [['c'], [''], ['a'], [5]]],
    ['=TOCOL(D!A5:B6,1)', 'A1:A4', [['c'], ['a'], [5], ['']]],
    ['=TOCOL(D!A2:B3,0,TRUE)', 'A1:A4', [['b'], ['a'], [2], [1]]],
    ['=TOROW(D!A5:B6)', 'A1:D1', [['c', '', 'a', 5]]],
    ['=FLATTEN(D!A2:B3)', 'A1:A4', [['b'], [2], ['a'], [1]]],
    [
      '=TRANSPOSE(D!A2:B3)',
      'A1:B2',
      [
        ['b', 'a'],
        [2, 1],
      ],
    ],
    [
      '=ARRAYFORMULA(SPLIT(D!A2:A3&",x",","))',
      'A1:B2',
      [
        ['b', 'x'],
        ['a', 'x'],
      ],
    ],
    [
      '=ARRAYFORMULA(MMULT(D!B2:B3,TRANSPOSE(D!B2:B3)))',
      'A1:B2',
      [
        [4, 2],
        [2, 1],
      ],
    ],
    ['=ARRAYFORMULA(ROUND(D!B2:B4/3,1))', 'A1:A3', [[0.7], [0.3], [1]]],
    ['=ARRAYFORMULA(EOMONTH(D!C2:C3,0))', 'A1:A2', [[day('2026-01-31')], [day('2026-02-28')]]],
    ['=MAP(D!B2:B4,D!B4:B6,LAMBDA(x,y,x+y))', 'A1:A3', [[5], [1], [8]]],
    ['=BYROW(D!A5:B6,LAMBDA(row,INDEX(row,1,2)))', 'A1:A2', [[''], [5]]],
    ['=BYCOL(D!A2:B6,LAMBDA(column,COUNTA(column)))', 'A1:B1', [[5, 4]]],
    ['=SCAN(0,D!B2:B4,LAMBDA(sum,x,sum+x))', 'A1:A3', [[2], [3], [6]]],
    [
      '=MAKEARRAY(2,2,LAMBDA(row,column,row*column))',
      'A1:B2',
      [
        [1, 2],
        [2, 4],
      ],
    ],
    ['=D!B5', 'A1', [['']]],
  ])('%s', (formula, shown, expected) => {
    expect(book.formula(formula, shown)).toEqual(expected);
  });
});

describe('functions of one answer', () => {
  it.each<[string, unknown]>([
    ['=LET(a,2,b,a+1,a*b)', 6],
    ['=LET(a,3,-a)', -3],
    ['=LET(a,3,b,-a,5--a*- b)', 14],
    ['=LET(x,1,LET(y,2,IF(-x<0,-x-y,"-x")))', -3],
    ['=LET(a,3,-a^2&-a%&"-a")', '9-0.03-a'],
    ['=ARRAYFORMULA(-LET(a,{1,2},SUM(-a)))', 3],
    ['=LAMBDA(x,-x)(4)', -4],
    ['=SUM(MAP({1,2},LAMBDA(x,-x)))', -3],
    ['=LET(a,3,-c)', '#NAME?'],
    ['=LET(Net,3,net*2-NET)', 3],
    ['=SWITCH(2,1,"a",2,)', ''],
    ['=SWITCH(3,1,"a",2,"b",)', ''],
    ['=SWITCH(3,1,"a",2,"b")', '#N/A'],
    ['=SWITCH("B","a",1,"b",2)', 2],
    ['=SWITCH(1,"1","text",1,"number")', 'number'],
    ['=SWITCH(D!B5,"","blank","other")', 'blank'],
    ['=SWITCH(1,1/0,"a",1,"b")', '#DIV/0!'],
    ['=SWITCH(1,1,"a",2,1/0)', 'a'],
    ['=SUM(ARRAYFORMULA(SWITCH({1,2,3},1,10,2,20,)))', 30],
    ['=IFS(FALSE,"a",TRUE,)', ''],
    ['=IFS(D!B5,"a",1,"b",1/0,"c")', 'b'],
    ['=IFS(FALSE,1)', '#N/A'],
    ['=IFS("no",1)', '#VALUE!'],
    ['=IFS(1/0,1,TRUE,2)', '#DIV/0!'],
    ['=CHOOSE(2,"a",)', ''],
    ['=CHOOSE(2.9,"a","b")', 'b'],
    ['=CHOOSE(3,"a","b")', '#NUM!'],
    ['=CHOOSE(0,"a","b")', '#NUM!'],
    ['=CHOOSE(-1,"a","b")', '#NUM!'],
    ['=LET(x,1,LET(X,2,x)+X)', 3],
    ['=LAMBDA(Row_1,row_1&"Row_1")(4)', '4Row_1'],
    ['=LAMBDA(x,x*2)(4)', 8],
    ['=REDUCE(0,D!B2:B4,LAMBDA(sum,x,sum+x))', 6],
    ['=XLOOKUP("b",D!A2:A,D!B2:B,"none",0,-1)', 3],
    ['=XLOOKUP("b",D!A2:A,D!B2:B,"none",0,1)', 2],
    ['=XLOOKUP(4,D!B2:B4,D!A2:A4,"none",-1)', 'b'],
    ['=XLOOKUP("B*",D!A2:A6,D!B2:B6,"none",2)', 2],
    ['=XLOOKUP("z",D!A2:A,D!B2:B)', '#N/A'],
    ['=XMATCH("B",D!A2:A)', 1],
    ['=XMATCH("b",D!A2:A,0,-1)', 3],
    ['=XMATCH("B*",D!A2:A6,2)', 1],
    ['=XMATCH(4,D!B2:B4,-1)', 3],
    ['=XMATCH("z",D!A2:A)', '#N/A'],
    ['=XMATCH(2,{5,2,7})', 2],
    ['=SUMIFS(D!B2:B,D!A2:A,"b",D!B2:B,">2")', 3],
    ['=COUNTIFS(D!A2:A,"a",D!B2:B,"<5")', 1],
    ['=AVERAGEIFS(D!B2:B,D!A2:A,"a")', 3],
    ['=MAXIFS(D!B2:B,D!A2:A,"b")', 3],
    ['=COUNTUNIQUE(D!A2:A)', 3],
    ['=COUNTUNIQUEIFS(D!B2:B,D!A2:A,"b")', 2],
    ['=SUMPRODUCT((D!A2:A6="b")*D!B2:B6)', 5],
    ['=EDATE(D!C2,1)', day('2026-02-28')],
    ['=EOMONTH(D!C2,1)', day('2026-02-28')],
    ['=WORKDAY("2026-01-01",5)', day('2026-01-08')],
    ['=IFNA(NA(),"none")', 'none'],
    ['=IFNA(1/0,"none")', '#DIV/0!'],
    ['=TEXTJOIN("-",FALSE,D!B2:B6)', '2-1-3--5'],
    ['=ISDATE(D!C2)', true],
    ['=ISDATE("2026-01-01")', true],
    ['=ISDATE(5)', false],
    ['=HYPERLINK("https://example.com","here")', 'here'],
    ['=ROUND(2.5)', 3],
    ['=CEILING(2.1)', 3],
    ['=SPARKLINE(D!B2:B6)', ''],
    ['=IMAGE("https://example.com/picture.png")', ''],
    ['="abc"="a*"', false],
    ['="a*"="A*"', true],
    ['=SUMPRODUCT(N(D!A2:A6="?"))', 0],
    ['=SUMPRODUCT((D!A2:A6=D!A2)*1)', 2],
    ['=SUMPRODUCT(D!B2:B4*TRANSPOSE(D!B2:B4))', 36],
    ['=INDEX((D!B2:B4*0.1)-0.1,3)', 0.2],
    ['=INDEX(D!A2:A6&D!B2:B6&TRUE,4)', 'cTRUE'],
    ['=INDEX(D!A2:A6*D!B2:B6,1)', '#VALUE!'],
    ['=INDEX(D!B2:B6+D!C2:C4,5)', '#N/A'],
    ['=ADD(1,2)', 3],
    ['=DIVIDE(6,0)', '#DIV/0!'],
    ['=POW(2,3)', 8],
    ['=EQ("a","A")', true],
    ['=GT(1,2)', false],
    ['=TO_TEXT(D!C2)', '2026-01-31'],
  ])('%s is %j', (formula, expected) => {
    expect(book.formula(formula)).toEqual([[expected]]);
  });

  it.each([
    ['46027', 'dd.mm.yyyy', '05.01.2026'],
    ['46027', 'MMMM d, yyyy', 'January 5, 2026'],
    ['46027', 'ddd', 'Mon'],
    ['46027.75', 'yyyy-mm-dd hh:mm:ss', '2026-01-05 18:00:00'],
    ['46027.75', 'h:mm AM/PM', '6:00 PM'],
    ['1.5', '[h]:mm', '36:00'],
    ['0.256', '0.0%', '25.6%'],
    ['1234.5', '#,##0.00', '1,234.50'],
    ['-5', '$#,##0;($#,##0)', '($5)'],
    ['1234567', '0.0,,""M""', '1.2M'],
    ['12', '000', '012'],
    ['0', '#', ''],
  ])('TEXT(%s, "%s")', (value, pattern, expected) => {
    expect(book.formula(`=TEXT(${value},"${pattern}")`)).toEqual([[expected]]);
  });

  it('HYPERLINK and SPARKLINE hold a text', () => {
    book.formula('=SPARKLINE(D!B2:B6)');
    expect(book.script(`return typeof sheet.getRange('A1').getValue()`)).toBe('string');
  });
});

describe('a range where a single value belongs', () => {
  it.each<[string, unknown]>([
    ['=D!B1:B3&"!"', 'number!'],
    ['=D!B2:B4*2', '#VALUE!'],
    ['=SUM(D!B2:B4*2)', '#VALUE!'],
    ['=D!A1:B1&"!"', 'key!'],
    ['=D!A1:B3&"!"', '#VALUE!'],
    ['=LEN(D!A1:A3)', 3],
    ['=IF(D!A1:A3="key","head","row")', 'head'],
    ['=IF(D!A2:A3="key","head","row")', '#VALUE!'],
    ['=VLOOKUP(D!A2:A3,D!A:B,2,FALSE)', '#VALUE!'],
    ['=SEQUENCE(3)*2', 2],
    ['=SUM(FILTER(D!B2:B6,LEN(D!A2:A6)>0))', 11],
    ['=INDEX(D!B2:B4*2,3)', 6],
  ])('%s is %j in A1', (formula, expected) => {
    expect(book.formula(formula, 'A1:A2')).toEqual([[expected], ['']]);
  });

  it('is the cell of the same row', () => {
    book.script(`sheet.clear(); sheet.getRange('C2:C4').setFormula('=D!B$2:B$4*2');`);
    expect(book.column('C2:C4')).toEqual([4, 2, 6]);
  });

  it('is taken as a whole in ARRAYFORMULA', () => {
    expect(book.formula('=ARRAYFORMULA(D!B2:B4*2)', 'A1:A3')).toEqual([[4], [2], [6]]);
  });
});

describe('circular references', () => {
  it('show a broken reference wherever they are, and in what reads them', () => {
    book.script(`sheet.clear(); sheet.getRange('A1:C2').setFormulas([
      ['=B1+1', '=A1*2', '=A1+5'],
      ['=A2', '=SUM(B1:B3)', '=ROW(C2)']]);`);
    expect(book.values('A1:C2')).toEqual([
      ['#REF!', '#REF!', '#REF!'],
      ['#REF!', '#REF!', 2],
    ]);
    book.put('B1', [[7]]);
    expect(book.values('A1:C1')).toEqual([[8, 7, 13]]);
  });

  it('are found through spilled cells', () => {
    book.script(`sheet.clear(); sheet.getRange('A1:B2').setFormulas([
      ['=ARRAYFORMULA(B1:B2+1)', ''],
      ['', '=A2']]);`);
    expect(book.values('A1:B2')).toEqual([
      ['#REF!', ''],
      ['', '#REF!'],
    ]);
    book.put('B2', [[4]]);
    expect(book.values('A1:B2')).toEqual([
      [1, ''],
      [5, 4],
    ]);
  });

  it('end when their rows go', () => {
    book.script(
      `sheet.clear(); sheet.getRange('A1:A3').setFormulas([['=A3'], ['=1+1'], ['=A1']]); sheet.deleteRow(3);`,
    );
    expect(book.column('A1:A2')).toEqual(['#REF!', 2]);
    book.script(`sheet.getRange('A1').setValue(3);`);
    expect(book.column('A1:A2')).toEqual([3, 2]);
  });

  it('are explained in the page', () => {
    const told: unknown[] = [];
    const page = book.host.connect({ user: 'owner@example.com', send: (message) => told.push(message) });
    book.formula('=A1');
    page.close();
    expect(told).toContainEqual({
      type: 'cellErrors',
      errors: [
        {
          sheetId: expect.any(String) as string,
          row: 0,
          column: 0,
          message: 'Circular dependency detected. To resolve with iterative calculation, see File > Settings.',
        },
      ],
    });
  });
});

describe('a link', () => {
  const link = (): unknown =>
    book.script(`SpreadsheetApp.flush(); const cell = sheet.getRange('A1'); const rich = cell.getRichTextValue();
      return [cell.getValue(), cell.getDisplayValue(), rich.getText(), rich.getLinkUrl()];`);

  it('comes and goes with its condition', () => {
    book.script(`sheet.clear(); sheet.getRange('A1').setFormula('=IF(B1="", "none", HYPERLINK(B1, "to " & B1))');`);
    expect(link()).toEqual(['none', 'none', 'none', null]);
    for (const to of ['#gid=1', '#gid=2']) {
      book.put('B1', [[to]]);
      expect(link()).toEqual([`to ${to}`, `to ${to}`, `to ${to}`, to]);
    }
    book.put('B1', [['']]);
    expect(link()).toEqual(['none', 'none', 'none', null]);
  });
});
