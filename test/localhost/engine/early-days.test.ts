import { TestSheet } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

afterEach(() => book.reset());

afterAll(() => book.close());

/** What a cell shows that holds a number in a format. */
const shown = (value: unknown, format: string): unknown =>
  book.script(`return sheet.getRange('C1').clear().setNumberFormat(${JSON.stringify(format)})
    .setValue(${JSON.stringify(value)}).getDisplayValue();`);

describe('Days before March 1900', () => {
  it.each([
    [0, 'M/d/yyyy', '12/30/1899'],
    [0.75, 'yyyy-mm-dd hh:mm', '1899-12-30 18:00'],
    [1, 'dddd, d mmm yyyy', 'Sunday, 31 Dec 1899'],
    [2, 'M/d/yyyy', '1/1/1900'],
    [60, 'M/d/yyyy', '2/28/1900'],
    [61, 'M/d/yyyy', '3/1/1900'],
    [-1, 'M/d/yyyy', '12/29/1899'],
    [1.5, '[h]:mm', '36:00'],
    [0.25, 'h:mm', '6:00'],
  ])('are counted from 30 December 1899: %d as %s', (serial, format, text) => {
    expect(shown(serial, format)).toBe(text);
    expect(book.formula(`=TEXT(${serial},"${format}")`)).toEqual([[text]]);
  });

  it('are taken apart and put together so by formulas', () => {
    expect(book.formula('={YEAR(0),MONTH(0),DAY(0);YEAR(Z9),MONTH(1),DAY(60)}', 'A1:C2')).toEqual([
      [1899, 12, 30],
      [1899, 12, 28],
    ]);
    expect(book.formula('=ARRAYFORMULA(YEAR({1;45000;0}))', 'A1:A3')).toEqual([[1899], [2023], [1899]]);
    expect(
      book.formula(
        '={DATE(1900,1,1)*1,DATE(1900,2,28)*1,DATE(1900,3,1)*1,DATEVALUE("1900-01-01"),EOMONTH(0,0)*1}',
        'A1:E1',
      ),
    ).toEqual([[2, 60, 61, 2, 1]]);
    expect(book.formula('=DATEVALUE("12:30")')).toEqual([[0]]);
  });

  it('are the same when they are typed and when a script reads them', () => {
    book.script(`sheet.getRange('A1').setValue('1/1/1900'); sheet.getRange('A2').setValue('36:00');`);
    expect(book.script(`return sheet.getRange('A1:A2').getDisplayValues().flat()`)).toEqual(['1/1/1900', '36:00']);
    expect(
      book.script(
        `return Utilities.formatDate(sheet.getRange('A1').getValue(), book.getSpreadsheetTimeZone(), 'yyyy-MM-dd')`,
      ),
    ).toBe('1900-01-01');
  });
});
