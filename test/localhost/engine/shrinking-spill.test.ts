import { openHost } from '../../../src/localhost/host';
import type { ControlledHost } from '../../../src/localhost/contract/host';
import { PROJECT } from '../../support/project';

let host: ControlledHost;

beforeAll(async () => {
  host = await openHost({ project: PROJECT, file: null, title: 'Spills' });
  host.evaluate(
    `const book = SpreadsheetApp.getActiveSpreadsheet(); const list = book.insertSheet('List'); const page = book.insertSheet('Page');
     list.getRange('B1').setValue(5); list.getRange('A1').setFormula('=SEQUENCE(B1)');
     page.getRange('A1').setFormula('=MAX(List!A1:A)'); page.getRange('B1').setFormula('=COUNT(List!A1:A)');
     page.getRange('C1').setFormula('=A1+B1');`,
    'owner@example.com',
  );
});

afterAll(() => host.close());

describe('A formula that spills less than before', () => {
  it.each([7, 3, 6, 1, 4])('leaves nothing behind for those who read the whole column: %d', (length) => {
    const read = host.evaluate(
      `const book = SpreadsheetApp.getActiveSpreadsheet(); book.getSheetByName('List').getRange('B1').setValue(${length});
       SpreadsheetApp.flush(); return book.getSheetByName('Page').getRange('A1:C1').getValues()[0];`,
      'owner@example.com',
    );
    expect(read).toEqual([length, length, 2 * length]);
  });
});

describe('A formula that asks how large the range is that it fills', () => {
  const filled = (code: string): unknown =>
    host.evaluate(
      `const book = SpreadsheetApp.getActiveSpreadsheet(); const list = book.getSheetByName('Range') || book.insertSheet('Range');
       ${code}; SpreadsheetApp.flush(); return list.getRange('A3:B5').getValues();`,
      'owner@example.com',
    );

  it.each([
    ['=ARRAYFORMULA(ARRAY_CONSTRAIN(D3:D9, ROWS(A3:A5), COLUMNS(A3:A5)))'],
    ['=ARRAYFORMULA(IF(ROW(A3:A5) < 9, D3:D5, ))'],
    ['=ARRAYFORMULA(IF(COLUMN(A3:A5) < 9, D3:D5, ))'],
  ])('leaves what it fills for others to read: %s', (formula) => {
    filled(`list.getRange('D3:D5').setValues([['a'], ['b'], ['c']]); list.getRange('A3').setFormula('${formula}');
       list.getRange('B3').setFormula('=ARRAYFORMULA(MAP(A3:A5, LAMBDA(name, name & "!")))')`);
    expect(filled(`list.getRange('D4').setValue('x')`)).toEqual([
      ['a', 'a!'],
      ['x', 'x!'],
      ['c', 'c!'],
    ]);
    expect(filled(`book.getSheetByName('List').insertRowsBefore(1, 1)`)).toEqual([
      ['a', 'a!'],
      ['x', 'x!'],
      ['c', 'c!'],
    ]);
  });
});
