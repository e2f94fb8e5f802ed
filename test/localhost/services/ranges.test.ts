import { TestSheet } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

afterEach(() => book.reset());

afterAll(() => book.close());

const SIZES =
  'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.';

describe('writing texts', () => {
  it.each<[string, unknown, unknown]>([
    ['a date', '1-2', new Date(`${new Date().getFullYear()}-01-02T05:00:00Z`)],
    ['a full date', '2026-03-31', new Date('2026-03-31T04:00:00Z')],
    ['a number with zeros', '007', 7],
    ['an exponent', '1e5', 100000],
    ['a percentage', '12.5%', 0.125],
    ['a price', '$1,234.50', 1234.5],
    ['a negative number', '-3', -3],
    ['a boolean', 'TRUE', true],
    ['a boolean in small letters', 'false', false],
    ['a formula', '=1+1', 2],
    ['a text after an apostrophe', "'007", '007'],
    ['a formula after an apostrophe', "'=1+1", '=1+1'],
    ['a plain text', 'abc', 'abc'],
    ['a text with digits', 'abc 12', 'abc 12'],
    ['a lone equals sign', '=', '='],
    ['a text that begins with a plus', '+abc', '+abc'],
    ['a long text', 'x'.repeat(50000), 'x'.repeat(50000)],
    ['markup', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['a number', 1.005, 1.005],
    ['zero', 0, 0],
    ['an empty text', '', ''],
    ['null', null, ''],
  ])('%s is read as if it were typed, by setValues and appendRow', (_what, text, expected) => {
    book.put('A1', [[text]]);
    book.script(`sheet.appendRow(['x', ${JSON.stringify(text)}]);`);
    const [[first, second], [third]] = book.values('A1:B2') as [[unknown, unknown], [unknown]];
    // appendRow finds the first row empty where nothing was written.
    const appended = expected === '' ? second : book.value('B2');
    expect([first, appended]).toEqual(expected === '' ? ['x', ''] : [expected, expected]);
    expect(third).toBe(expected === '' ? '' : 'x');
  });

  it.each(['1-2', '007', '1e5', 'TRUE', '=1+1', "'quoted", '50%', '+1', '@x'])(
    '%s stays as it is in a text format',
    (text) => {
      book.script(`sheet.getRange('A1').setNumberFormat('@').setValue(${JSON.stringify(text)});
      sheet.getRange('C:C').setNumberFormat('@'); sheet.getRange('C5').setValue(${JSON.stringify(text)});
      sheet.insertRowsAfter(1000, 5); sheet.getRange('C1003').setValue(${JSON.stringify(text)});`);
      expect([book.value('A1'), book.value('C5'), book.value('C1003')]).toEqual([text, text, text]);
      expect(book.script(`return sheet.getRange('A1').getFormula()`)).toBe('');
      expect(book.script(`sheet.getRange('A1').setBackground('#ff0000'); return sheet.getRange('A1').getValue()`)).toBe(
        text,
      );
    },
  );

  it('a row of a text column reads back as it was appended', () => {
    book.script(`sheet.getRange('B:B').setNumberFormat('@'); sheet.appendRow(['007', '007']);`);
    expect(book.values('A1:B1')).toEqual([[7, '007']]);
  });

  it('keeps null and an empty text apart from what stood there', () => {
    book.put('A1:C1', [['a', 'b', '=1']]);
    book.put('A1:C1', [[null, '', null]]);
    expect(
      book.script(`return [sheet.getLastRow(), sheet.getRange('A1:C1').isBlank(), sheet.getRange('C1').getFormula()]`),
    ).toEqual([0, true, '']);
  });
});

describe('a locale with a decimal comma', () => {
  beforeEach(() => book.script(`book.setSpreadsheetLocale('de_DE')`));
  afterEach(() => book.script(`book.setSpreadsheetLocale('en_US')`));

  it('reads and shows numbers with it', () => {
    book.script(`sheet.getRange('A1:C1').setValues([['1,5', '12,5%', '31.3.2026']]);`);
    expect(book.values('A1:C1')).toEqual([[1.5, 0.125, new Date('2026-03-31T04:00:00Z')]]);
    expect(book.script(`return sheet.getRange('A1').setNumberFormat('#,##0.00').getDisplayValue()`)).toBe('1,50');
  });

  it('separates arguments with semicolons', () => {
    book.script(`sheet.getRange('A1').setFormula('=SUM(1,5;2;LEN("a;b,c"))');
      sheet.getRange('A2').setValue('=SUM({1\\\\2;3\\\\4})'); sheet.getRange('B2').setFormula('=IF(A1>1,5;"1,5";)');`);
    expect(book.values('A1:B2')).toEqual([
      [8.5, ''],
      [10, '1,5'],
    ]);
    expect(book.script(`return sheet.getRange('A1:A2').getFormulas()`)).toEqual([
      ['=SUM(1,5;2;LEN("a;b,c"))'],
      ['=SUM({1\\2;3\\4})'],
    ]);
  });
});

describe('dates', () => {
  it.each([
    ['Asia/Tokyo', '2026-03-30T15:00:00.000Z'],
    ['America/Los_Angeles', '2026-03-31T07:00:00.000Z'],
    ['Pacific/Auckland', '2026-03-30T11:00:00.000Z'],
    ['UTC', '2026-03-31T00:00:00.000Z'],
  ])('are days of the spreadsheet in %s, whatever the time zone of the script', (timeZone, midnight) => {
    book.script(`book.setSpreadsheetTimeZone('${timeZone}'); sheet.getRange('A1').setValue('2026-03-31');
      sheet.getRange('A2').setValue(new Date('${midnight}')); sheet.getRange('A3').setFormula('=A1=A2');
      sheet.getRange('A4').setFormula('=TEXT(A2,"yyyy-mm-dd hh:mm")');`);
    expect(book.column('A1:A4')).toEqual([new Date(midnight), new Date(midnight), true, '2026-03-31 00:00']);
  });

  it('survive the change of the clocks', () => {
    book.script(`book.setSpreadsheetTimeZone('Europe/Berlin');
      sheet.getRange('A1:A3').setValues([['2026-03-29 01:30'], ['2026-03-29 03:30'], ['2026-10-25 12:00']]);`);
    expect(book.column('A1:A3')).toEqual([
      new Date('2026-03-29T00:30:00Z'),
      new Date('2026-03-29T01:30:00Z'),
      new Date('2026-10-25T11:00:00Z'),
    ]);
  });

  it('keep a format that was there and bring one where there was none', () => {
    book.script(
      `sheet.getRange('A1').setNumberFormat('yyyy-mm-dd'); sheet.getRange('A1:B1').setValues([[new Date('2026-01-05T05:00:00Z'), new Date('2026-01-05T05:00:00Z')]]);`,
    );
    expect(book.script(`return sheet.getRange('A1:B1').getDisplayValues()`)).toEqual([['2026-01-05', '1/5/2026']]);
    expect(book.script(`return sheet.getRange('A1:B1').getNumberFormats()`)).toEqual([['yyyy-mm-dd', 'm/d/yyyy']]);
  });

  it('are dates by the format of their column alone, for scripts and custom functions', () => {
    book.script(`sheet.getRange('A:A').setNumberFormat('yyyy-mm-dd'); sheet.getRange('A2').setValue(46027);
      sheet.getRange('B1:B2').setFormulas([['=KIND(A2)'], ['=KIND(A2:A3)']]);`);
    expect(book.column('A2:B2').concat(book.column('B1:B2'))).toEqual([
      new Date('2026-01-05T05:00:00Z'),
      'Date 2026-01-05T05:00:00.000Z',
      '[[Date 2026-01-05T05:00:00.000Z],[string ""]]',
    ]);
  });
});

describe('reading', () => {
  it('shows values as the formats say', () => {
    book.script(`sheet.getRange('A1:E1').setNumberFormats([['0.00', '0%', '#,##0', '@', 'yyyy-mm']])
      .setValues([[1.5, 0.25, 1234567, 'text', '2026-03-31']]);
      sheet.getRange('F1').setValue(true); sheet.getRange('G1').setFormula('=1/0');`);
    expect(book.script(`return sheet.getRange('A1:H1').getDisplayValues()[0]`)).toEqual([
      '1.50', '25%', '1,234,567', 'text', '2026-03', 'TRUE', '#DIV/0!', '',
    ]); // prettier-ignore
  });

  it('sees what was written a moment ago, recalculated', () => {
    expect(
      book.script(`sheet.getRange('A1').setValue(2); sheet.getRange('B1').setFormula('=A1*3');
        const first = sheet.getRange('B1').getValue(); sheet.getRange('A1').setValue(5);
        return [first, sheet.getRange('B1').getValue(), sheet.getRange('A1:B1').getFormulas()[0]];`),
    ).toEqual([6, 15, ['', '=A1*3']]);
  });

  it('finds the end of what is filled: spilled texts without length and unticked boxes count', () => {
    expect(
      book.script(`return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()]`),
    ).toEqual([0, 0, 'A1']);
    book.script(`sheet.getRange('B4').setFormula('=ARRAYFORMULA(IF(ROW(A1:A6)>0,""))');`);
    expect(book.script(`return [sheet.getLastRow(), sheet.getLastColumn()]`)).toEqual([9, 2]);
    book.script(`sheet.getRange('D12').insertCheckboxes();`);
    expect(book.script(`return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getRange('D12').getValue()]`)).toEqual(
      [12, 4, false],
    );
    book.script(
      `sheet.getRange('B4').setFormula('=ARRAYFORMULA(IF(ROW(A1:A99)<4,1,))'); sheet.getRange('D12').clear();`,
    );
    expect(book.script(`return [sheet.getLastRow(), sheet.getLastColumn()]`)).toEqual([6, 2]);
  });
});

describe('ranges', () => {
  it.each([
    ['A1', 'A1', 1, 1, 1, 1],
    ['b2:d9', 'B2:D9', 2, 2, 8, 3],
    ['D9:B2', 'B2:D9', 2, 2, 8, 3],
    ['$A$1:$B$2', 'A1:B2', 1, 1, 2, 2],
    ['A2:A', 'A2:A1000', 2, 1, 999, 1],
    ['A:C', 'A1:C1000', 1, 1, 1000, 3],
    ['1:1', 'A1:Z1', 1, 1, 1, 26],
    ['Z1000', 'Z1000', 1000, 26, 1, 1],
  ])('%s', (name, a1, row, column, rows, columns) => {
    expect(
      book.script(`const range = sheet.getRange('${name}');
        return [range.getA1Notation(), range.getRow(), range.getColumn(), range.getNumRows(), range.getNumColumns(), range.getLastRow(), range.getLastColumn()];`),
    ).toEqual([a1, row, column, rows, columns, row + rows - 1, column + columns - 1]);
  });

  it.each([
    [`sheet.getRange('AA1')`, 'The coordinates of the range are outside the dimensions of the sheet.'],
    [`sheet.getRange(1001, 1)`, 'The coordinates of the range are outside the dimensions of the sheet.'],
    [`sheet.getRange(1, 1).offset(0, 26)`, 'The coordinates of the range are outside the dimensions of the sheet.'],
    [`sheet.getRange(0, 1)`, 'The starting row of the range is too small.'],
    [`sheet.getRange(1, 0)`, 'The starting column of the range is too small.'],
    [`sheet.getRange(1, 1, 0, 1)`, 'The number of rows in the range must be at least 1.'],
    [`sheet.getRange(1, 1, 1, 0)`, 'The number of columns in the range must be at least 1.'],
    [`sheet.getRange('nonsense 5')`, 'Range not found'],
    [`sheet.getRange(1, 1, 2, 1).setValues([[1]])`, SIZES],
    [`sheet.getRange(1, 1, 1, 2).setValues([[1]])`, 'The data has 1 but the range has 2.'],
    [`sheet.getRange(1, 1, 1, 2).setNumberFormats([['@']])`, 'The data has 1 but the range has 2.'],
    [`sheet.getRange(1, 1).setValues([1])`, "don't match the method signature"],
    [`sheet.getRange(1, 1).setValue('x'.repeat(50001))`, 'more than the maximum of 50000 characters in a single cell'],
  ])('%s throws', (code, message) => {
    expect(() => book.script(code)).toThrow(message);
  });

  it('copies values, formulas that move, and formats', () => {
    book.script(`sheet.getRange('A1:B1').setValues([[2, '=A1*10']]).setBackground('#ff0000');
      sheet.getRange('A1:B1').copyTo(sheet.getRange('A2:A3'));
      sheet.getRange('A1:B1').copyTo(sheet.getRange('A5'), { contentsOnly: true });`);
    expect(book.values('A1:B5')).toEqual([
      [2, 20],
      [2, 20],
      [2, 20],
      ['', ''],
      [2, 20],
    ]);
    expect(book.script(`return [sheet.getRange('B3').getFormula(), sheet.getRange('B3').getBackground(), sheet.getRange('B5').getFormula(), sheet.getRange('B5').getBackground()]`)).toEqual([
      '=A3*10', '#ff0000', '', '#ffffff',
    ]); // prettier-ignore
  });

  it('sorts, and formulas that stand in rows come along', () => {
    book.script(`sheet.getRange('A1:C3').setValues([['b', 2, '=B1*2'], ['c', 3, '=B2*2'], ['a', 1, '=B3*2']]);
      sheet.getRange('A1:C3').sort({ column: 1, ascending: false });`);
    expect(book.values('A1:C3')).toEqual([
      ['c', 3, 6],
      ['b', 2, 4],
      ['a', 1, 2],
    ]);
    book.script(`sheet.getRange('A1:C3').sort(2);`);
    expect(book.column('A1:A3')).toEqual(['a', 'b', 'c']);
  });

  it('clears what it is told to', () => {
    book.script(`sheet.getRange('A1').setValue(1).setBackground('#ff0000').setNote('note')
      .setDataValidation(SpreadsheetApp.newDataValidation().requireNumberGreaterThan(0).build());`);
    const state = `[sheet.getRange('A1').getValue(), sheet.getRange('A1').getBackground(), sheet.getRange('A1').getNote(), sheet.getRange('A1').getDataValidation() === null]`;
    expect(book.script(`sheet.getRange('A1').clear({ formatOnly: true }); return ${state}`)).toEqual([
      1,
      '#ffffff',
      'note',
      false,
    ]);
    expect(book.script(`sheet.getRange('A1').clearContent(); return ${state}`)).toEqual(['', '#ffffff', 'note', false]);
    expect(book.script(`sheet.getRange('A1').clearDataValidations().clearNote(); return ${state}`)).toEqual([
      '',
      '#ffffff',
      '',
      true,
    ]);
  });
});

describe('a locale with a decimal comma', () => {
  beforeEach(() => book.script(`book.setSpreadsheetLocale('de_DE');`));
  afterEach(() => book.script(`book.setSpreadsheetLocale('en_US');`));

  it.each([
    ['1,5', 1.5, '1,5'],
    ['1.234,50', 1234.5, '1.234,50'],
    ['12,5%', 0.125, '12,50%'],
    ['1.5', new Date(Date.UTC(new Date().getFullYear(), 4, 1, 4)), `01.05.${new Date().getFullYear()}`],
    ['31.02', '31.02', '31.02'],
    ['1.2.3.4', '1.2.3.4', '1.2.3.4'],
    ['2026,7.1', '2026,7.1', '2026,7.1'],
  ])('reads %s', (text, value, shown) => {
    expect(
      book.script(
        `const cell = sheet.getRange('A1').setValue('${text}'); return [cell.getValue(), cell.getDisplayValue()];`,
      ),
    ).toEqual([value, shown]);
  });

  it('writes dates its own way', () => {
    expect(
      book.script(
        `return sheet.getRange('A1').setValue(new Date('2026-03-05T12:00:00Z')).getDisplayValue().slice(0, 10);`,
      ),
    ).toBe('05.03.2026');
  });

  it('is one that there is', () => {
    expect(() => book.script(`book.setSpreadsheetLocale('xx_YY')`)).toThrow('Invalid argument: locale');
  });
});

describe('formats', () => {
  it('are set and read', () => {
    expect(
      book.script(`const range = sheet.getRange('A1:B1');
        range.setBackgrounds([['#ff0000', null]]).setFontWeights([['bold', 'normal']]).setFontColor('#00ff00')
          .setHorizontalAlignment('center').setVerticalAlignment('middle').setWrap(true).setFontSize(14).setFontStyle('italic');
        return [range.getBackgrounds(), range.getFontWeights(), range.getFontColors()];`),
    ).toEqual([[['#ff0000', '#ffffff']], [['bold', 'normal']], [['#00ff00', '#00ff00']]]);
  });

  it('of a whole column hold for its cells, and for rows that come later', () => {
    book.script(`sheet.getRange('A5').setBackground('#0000ff'); sheet.getRange('A:A').setBackground('#ff0000').setNumberFormat('0.00');
      sheet.insertRowsAfter(1000, 2); sheet.insertRowsBefore(3, 1); sheet.getRange('A1002').setValue(1);`);
    expect(book.script(`return ['A1', 'A3', 'A6', 'A1002', 'B1'].map((name) => sheet.getRange(name).getBackground())`)).toEqual([
      '#ff0000', '#ff0000', '#ff0000', '#ff0000', '#ffffff',
    ]); // prettier-ignore
    expect(book.script(`return sheet.getRange('A1002').getDisplayValue()`)).toBe('1.00');
  });

  it('are set and read cell by cell', () => {
    expect(
      book.script(`const range = sheet.getRange('A1:B2'), { WRAP, CLIP, OVERFLOW } = SpreadsheetApp.WrapStrategy;
        range.setFontSizes([[8, 9], [10, 11]]).setWraps([[true, false], [false, true]])
          .setFontStyles([['italic', 'normal'], [null, 'italic']]).setVerticalAlignments([['top', 'middle'], ['bottom', null]]);
        const wraps = range.getWraps();
        range.setWrapStrategies([[WRAP, CLIP], [OVERFLOW, WRAP]]);
        sheet.getRange('C1').setWrapStrategy(CLIP);
        return [range.getFontSizes().join(), wraps.join(), range.getWrap(), range.getWrapStrategies().join(),
          String(sheet.getRange('C1').getWrapStrategy()), sheet.getRange('D1').getFontSize(), sheet.getRange('D1').getWrap()];`),
    ).toEqual(['8,9,10,11', 'true,false,false,true', true, 'WRAP,CLIP,OVERFLOW,WRAP', 'CLIP', 10, false]);
  });

  it('of a whole row hold for its cells', () => {
    book.script(`sheet.getRange('2:2').setFontWeight('bold');`);
    expect(book.script(`return sheet.getRange('A1:A2').getFontWeights()`)).toEqual([['normal'], ['bold']]);
  });
});

describe('names of ranges', () => {
  it.each([
    [`book.getRange('R2C3')`, 'Sheet1!C2'],
    [`book.getRange("'a!b'!R2C3:R4C5")`, 'a!b!C2:E4'],
    [`book.getRange("'a!b'!A1")`, 'a!b!A1'],
    [`book.getRange("a!b!A1")`, 'a!b!A1'],
    [`sheet.getRange('r10c26')`, 'Sheet1!Z10'],
  ])('%s is %s', (range, expected) => {
    book.script(`book.insertSheet('a!b'); book.setActiveSheet(sheet);`);
    expect(book.script(`const range = ${range}; return range.getSheet().getName() + '!' + range.getA1Notation()`)).toBe(
      expected,
    );
  });

  it.each(['R0C1', 'R1C', 'R[1]C1'])('%s is none', (name) => {
    expect(() => book.script(`sheet.getRange('${name}')`)).toThrow('Range not found');
  });

  it('have the fields that scripts read from the range of an edit', () => {
    expect(
      book.script(`const { rowStart, rowEnd, columnStart, columnEnd } = sheet.getRange('B3:D9');
        return [rowStart, rowEnd, columnStart, columnEnd];`),
    ).toEqual([3, 9, 2, 4]);
  });
});
