import Papa from 'papaparse';
import { TestSheet } from '../support/sheet';

describe('A tab as CSV', () => {
  let book: TestSheet;
  beforeAll(async () => {
    book = await TestSheet.open();
  });
  afterAll(() => book.close());

  const file = async (): Promise<string> => {
    const sheetId = book.script(`return String(sheet.getSheetId())`) as string;
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode((await book.host.download({ kind: 'csv', sheetId }))!.content);
  }; // prettier-ignore

  it.each(['en_US', 'de_DE', 'fr_FR', 'ja_JP'])('is read back as it is shown in a sheet of %s', async (locale) => {
    const shown = book.script(`book.setSpreadsheetLocale('${locale}'); sheet.clear();
      sheet.getRange('A1:C4').setValues([['a, "b"', 'c\\nd', ' e '], [1.5, -1234567.25, 0.1], ['1;2', "'007", true], ['', '', '=1']]);
      sheet.getRange('B2').setNumberFormat('#,##0.00'); sheet.getRange('C4').setFormula('=DATE(2026,1,31)');
      SpreadsheetApp.flush(); return sheet.getDataRange().getDisplayValues();`) as string[][];
    const { data, errors } = Papa.parse<string[]>(await file(), { delimiter: ',', newline: '\r\n' });
    expect(errors).toEqual([]);
    expect(data).toEqual(shown);
  });

  it('has commas between cells where a comma is decimal, too, and such numbers in quotation marks', async () => {
    book.script(`book.setSpreadsheetLocale('de_DE'); sheet.clear();
      sheet.getRange('A1:B2').setValues([['Name', 'Size'], ['x', 1234.5]]); sheet.getRange('B2').setNumberFormat('#,##0.00');
      SpreadsheetApp.flush();`);
    expect(await file()).toBe('Name,Size\r\nx,"1.234,50"');
  });
});
