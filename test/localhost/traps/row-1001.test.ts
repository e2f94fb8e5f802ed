import { TestSheet } from '../support/sheet';

/**
 * Trap: what was made for a range ends where it was made to end, and the end of what is filled is not where data ends.
 * Named ranges: values.test.ts.
 */

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

beforeEach(() => book.reset());

afterAll(() => book.close());

describe('a row behind the last one', () => {
  const added: [string, string][] = [
    ['by a script', `sheet.insertRowsAfter(1000, 1);`],
    ['by appendRow', `sheet.getRange('Z1000').setValue(1); sheet.appendRow([1]);`],
  ];

  it.each(added)('has no validation: %s', (_how, add) => {
    book.script(`sheet.getRange('A2:A1000').setDataValidation(
      SpreadsheetApp.newDataValidation().requireValueInList(['yes', 'no']).build()); ${add}`);
    expect(
      book.script(`return [1000, 1001].map((row) => sheet.getRange(row, 1).getDataValidation() === null)`),
    ).toEqual([false, true]);
  });

  it.each(added)('is in no chart: %s', (_how, add) => {
    book.script(`sheet.insertChart(sheet.newChart().setChartType(Charts.ChartType.LINE)
      .addRange(sheet.getRange('A1:B1000')).setPosition(2, 4, 0, 0).build()); ${add}`);
    expect(book.script(`return sheet.getCharts()[0].getRanges().map((range) => range.getA1Notation())`)).toEqual([
      'A1:B1000',
    ]);
  });

  it.each(added)('has no conditional format and no protection: %s', (_how, add) => {
    book.script(`sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule()
        .setRanges([sheet.getRange('A2:A1000')]).whenNumberGreaterThan(0).setBackground('#ff0000').build()]);
      sheet.getRange('B2:B1000').protect(); ${add}`);
    expect(
      book.script(`return [sheet.getConditionalFormatRules()[0].getRanges()[0].getA1Notation(),
        sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getRange().getA1Notation()]`),
    ).toEqual(['A2:A1000', 'B2:B1000']);
  });

  it('is read by whatever reads an open range, wherever the sheet ends', () => {
    book.script(`sheet.getRange('C1:C2').setFormulas([['=ROWS(A2:A)'], ['=COUNTA(A2:A)']]);
      book.insertSheet('Short').deleteRows(4, 997); book.getSheetByName('Short').getRange('C1').setFormula('=ROWS(A2:A)');
      sheet.insertRowsAfter(1000, 500); sheet.getRange('A1500').setValue('x');`);
    expect(book.column('C1:C2')).toEqual([1499, 1]);
    expect(book.value('C1', 'Short')).toBe(2);
  });
});

describe('the last row and appendRow', () => {
  it.each([
    ['a text without length that a formula spills', `sheet.getRange('B1').setFormula('=ARRAYFORMULA(IF(ROW(A1:A40)>0,""))');`, 40],
    ['a formula that shows nothing', `sheet.getRange('B30').setFormula('=""');`, 30],
    ['an unticked checkbox', `sheet.getRange('C2:C50').insertCheckboxes();`, 50],
  ])('count %s', (_what, code, last) => {
    book.script(`sheet.getRange('A1:A2').setValues([['ID'], ['C-1']]); ${code} sheet.appendRow(['C-2']);`);
    expect(book.script(`return sheet.getLastRow()`)).toBe(last + 1);
    expect(book.value(`A${last + 1}`)).toBe('C-2');
    expect(book.column('A1:A4')).toEqual(['ID', 'C-1', '', '']);
  }); // prettier-ignore

  it.each([
    ['formats', `sheet.getRange('A9').setBackground('red').setNumberFormat('@');`],
    ['notes', `sheet.getRange('A9').setNote('note');`],
    ['validation', `sheet.getRange('A9').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberGreaterThan(0).build());`],
    ['a formula that answers a blank cell', `sheet.getRange('B1').setFormula('=ARRAYFORMULA(IF(ROW(A1:A9)>1,,1))');`],
  ])('do not count %s', (_what, code) => {
    book.script(`sheet.getRange('A1').setValue('ID'); ${code} sheet.appendRow(['C-1']);`);
    expect(book.value('A2')).toBe('C-1');
  }); // prettier-ignore
});

it('null empties a cell; a text without length is one for formulas, and ends as a blank cell where it is written', () => {
  book.script(`sheet.getRange('A1:C1').setValues([[1, 2, 3]]); sheet.getRange('A1:B1').setValues([[null, '']]);
    sheet.getRange('A2:C2').setFormulas([['=ISBLANK(A1)', '=ISBLANK(B1)', '=ISBLANK(C1)']]);
    sheet.getRange('A3:B3').setFormulas([['=GIVE("nothing")', '=GIVE("empty")']]);
    sheet.getRange('A4:B4').setFormulas([['=ISBLANK(A3)', '=ISBLANK(B3)']]);`);
  expect(book.values('A2:C2')).toEqual([[true, true, false]]);
  expect(book.values('A4:B4')).toEqual([[true, false]]);
});
