import { OWNER, TestSheet } from '../support/sheet';

/** What a lenient stand-in would hide about values and places. More of it: ranges.test.ts, metadata.test.ts. */

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

beforeEach(() => {
  book.reset();
});

afterAll(() => book.close());

it('values that a script writes are read as if typed, unless the cell is formatted as text', () => {
  const texts = ['1-2', '007', '1e5', 'TRUE', '=1+1', '50%'];
  book.put('A1:F1', [texts]);
  expect(book.values('B1:F1')).toEqual([[7, 100000, true, 2, 0.5]]);
  expect(book.value('A1')).toBeInstanceOf(Date);
  book.script(`sheet.getRange('A2:F2').setNumberFormat('@')`);
  book.put('A2:F2', [texts]);
  expect(book.values('A2:F2')).toEqual([texts]);
});

it('an amount that is typed with room before its currency keeps it', () => {
  book.script(`book.setSpreadsheetLocale('de_DE')`);
  book.put('A1:C1', [['1.234,50 €', '3€', '-2 €']]);
  expect(book.script(`return sheet.getRange('A1:C1').getDisplayValues()[0]`)).toEqual(['1.234,50 €', '3€', '-2 €']);
  book.script(`book.setSpreadsheetLocale('en_US')`);
});

it('a named range ends where it was made to end', () => {
  book.script(`sheet.getRange('A1000').setValue(1); book.setNamedRange('Log', sheet.getRange('A2:A1000'));
    sheet.getRange('C1').setFormula('=SUM(Log)'); sheet.insertRowsAfter(1000, 1); sheet.appendRow([5]);`);
  expect(book.value('A1001')).toBe(5);
  expect(book.script(`return book.getRangeByName('Log').getA1Notation()`)).toBe('A2:A1000');
  expect(book.value('C1')).toBe(1);
});

it('a formula over an open range reaches a row that is added later', () => {
  book.script(`sheet.getRange('C1').setFormula('=SUM(A2:A)'); sheet.insertRowsAfter(1000, 5);
    sheet.getRange('A1005').setValue(3);`);
  expect(book.value('C1')).toBe(3);
});

it('names of one sheet alone cannot be made', () => {
  expect(() => book.script(`book.setNamedRange('Sheet1!Figures', sheet.getRange('A1'))`)).toThrow(
    'The name of the range is invalid.',
  );
});

it('an empty text of a formula is no blank cell, for scripts it is', () => {
  book.script(`sheet.getRange('A1').setFormula('=""');
    sheet.getRange('B1:B4').setFormulas([['=ISBLANK(A1)'], ['=ISBLANK(A2)'], ['=A1=""'], ['=COUNTA(A1:A2)']]);`);
  expect(book.column('B1:B4')).toEqual([false, true, true, 1]);
  expect(book.script(`return [sheet.getRange('A1').getValue(), sheet.getRange('A1').isBlank()]`)).toEqual(['', true]);
});

it('a duplicated tab takes formulas, rules and formats along, but neither protections nor names', () => {
  book.script(`sheet.getRange('A1:A2').setValues([[1], ['=A1+1']]); sheet.getRange('B1').insertCheckboxes().setBackground('red');
    sheet.getRange('A1').protect(); book.setNamedRange('First', sheet.getRange('A1')); sheet.copyTo(book).setName('Copy');
    book.getSheetByName('Copy').getRange('A1').setValue(10);`);
  expect(book.value('A2', 'Copy')).toBe(11);
  expect(
    book.script(`const copy = book.getSheetByName('Copy');
      return [String(copy.getRange('B1').getDataValidation().getCriteriaType()), copy.getRange('B1').getBackground(),
        copy.getProtections(SpreadsheetApp.ProtectionType.RANGE).length, copy.getNamedRanges().length,
        book.getNamedRanges().map((name) => name.getName()), sheet.getNamedRanges().length]`),
  ).toEqual(['CHECKBOX', '#ff0000', 0, 0, ['First'], 1]);
});

it('the owner edits whatever is protected, whoever protected it', () => {
  book.script(`book.addEditor('partner@elsewhere.org')`, OWNER);
  book.script(
    `const lock = sheet.getRange('A1').protect(); lock.removeEditors(lock.getEditors()).setDomainEdit(false);`,
    'partner@elsewhere.org',
  );
  expect(book.script(`return sheet.getRange('A1').setValue('mine').getValue()`, OWNER)).toBe('mine');
});

it('a formula that a script sets for several cells is filled from the first one', () => {
  book.put('A1:A3', [[1], [2], [3]]);
  book.script(`sheet.getRange('B1:B3').setFormula('=A1*A$1')`);
  expect(book.script(`return sheet.getRange('B1:B3').getFormulas().flat()`)).toEqual(['=A1*A$1', '=A2*A$1', '=A3*A$1']);
});
