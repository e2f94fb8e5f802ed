import { TestSheet } from '../support/sheet';

/** A new sheet moves nothing that others read; one that others already speak of does. */
let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

afterAll(() => book.close());

const shown = (): unknown => book.script(`return book.getSheets()[0].getRange('A1:A5').getDisplayValues().flat();`);

describe('A formula that names a sheet', () => {
  it.each([
    ['Later', '=Later!B2'],
    ["It's late", "='It''s late'!B2"],
    ['Of any', `=INDIRECT("'" & C1 & "'!B2")`],
    ['Later yet', "=SUM('Later yet'!B1:B9)"],
  ])('answers once there is %s, and follows its rows', (name, formula) => {
    book.script(`sheet.getRange('A1:C5').clear(); sheet.getRange('C1').setValue(${JSON.stringify(name)});
      sheet.getRange('A1').setFormula(${JSON.stringify(formula)}); sheet.getRange('A2').setFormula('=ROWS(A1:A4)');`);
    expect((shown() as string[])[0]).toMatch(/^#/);
    book.script(`const later = book.insertSheet(${JSON.stringify(name)}); later.deleteRows(500, 200); later.insertColumnsAfter(3, 2);
      later.getRange('B2').setValue(7);`);
    expect(shown()).toEqual(['7', '4', '', '', '']);
    book.script(`book.getSheetByName(${JSON.stringify(name)}).insertRowsBefore(1, 1);`);
    expect(shown()).toEqual([name === 'Of any' ? '' : '7', '4', '', '', '']);
    book.script(`book.getSheetByName(${JSON.stringify(name)}).deleteRow(1);`);
    expect(shown()).toEqual(['7', '4', '', '', '']);
  });

  it('answers formulas that are written into a new sheet, and those that read them', () => {
    book.script(`sheet.getRange('A1:C5').clear(); const fresh = book.insertSheet('Fresh'); fresh.deleteRows(100, 900);
      fresh.getRange('A1').setFormula('=SEQUENCE(3)'); sheet.getRange('A1').setFormula('=SUM(Fresh!A1:A)');`);
    expect(shown()).toEqual(['6', '', '', '', '']);
    book.script(`book.getSheetByName('Fresh').insertRowsBefore(1, 2);`);
    expect(shown()).toEqual(['6', '', '', '', '']);
  });
});
