import excel from 'exceljs';
import { OWNER, Partnership } from '../../support/partnership';

/** The workbook as somebody opens it who has only the .xlsx file. */
async function downloaded(partnership: Partnership): Promise<excel.Workbook> {
  const file = await partnership.host.download({ kind: 'xlsx' });
  const book = new excel.Workbook();
  await book.xlsx.load(Buffer.from(file!.content) as never);
  return book;
}

/** What Excel takes of the name of a tab of our own. */
const OWN = 'Our own- sums, and a name that';

describe('Download .xlsx', () => {
  let partnership: Partnership;
  let book: excel.Workbook;

  beforeAll(async () => {
    partnership = await Partnership.withSample();
    partnership.script(`const sheet = book.insertSheet('Our own: sums, and a name that is long');
      sheet.getRange('A1:C4').setValues([['Day', 'Amount', 'Double'], [new Date(2026, 0, 31), 2.5, '=B2*2'], ['007', -5, '=SUM(B2:B3)'], ['=1+1', 'x', '=REVSHARE(100;E2:E2)']]);
      sheet.getRange('A3').setNumberFormat('@').setValue('007').setNote('a note');
      sheet.getRange('D2').setFormula('=B2:B3*2'); sheet.getRange('E2').setValue(1);
      sheet.getRange('A1').setFontWeight('bold').setBackground('#ff0000').setFontColor('#0000ff');
      sheet.setFrozenRows(1); sheet.getRange('F1:G2').merge();
      sheet.getRange('B2:B9').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberBetween(-10, 10).setAllowInvalid(false).build());
      book.setNamedRange('Amounts', sheet.getRange('B2:B9')); SpreadsheetApp.flush();`);
    book = await downloaded(partnership);
  });
  afterAll(() => partnership.host.close());

  it('shows every value of every tab', () => {
    const tabs = partnership.script(`const zone = book.getSpreadsheetTimeZone(); const first = Date.UTC(1899, 11, 30);
      const serial = (cell) => (Date.parse(Utilities.formatDate(cell, zone, "yyyy-MM-dd'T'HH:mm:ss'Z'")) - first) / 86400000;
      return book.getSheets().map((sheet) => sheet.getDataRange().getValues().map((row) => row.map((cell) => cell instanceof Date ? serial(cell) : cell)))`) as unknown[][][];
    expect(book.worksheets).toHaveLength(tabs.length);
    let compared = 0;
    tabs.forEach((rows, at) =>
      rows.forEach((row, i) =>
        row.forEach((value, j) => {
          const cell = book.worksheets[at]!.getCell(i + 1, j + 1);
          // Of merged cells the first holds what all show.
          const found = cell.master === cell ? valueOf(cell.value) : '';
          if (typeof value === 'number') expect(found).toBeCloseTo(value, 6);
          else expect(found).toEqual(value);
          compared += 1;
        }),
      ),
    );
    expect(compared).toBeGreaterThan(5_000);
  });

  it('says formulas that Excel computes alike, and others in a note beside their last value', () => {
    const page = book.getWorksheet(OWN)!;
    expect(page.getCell('C2').value).toEqual({ formula: 'B2*2', result: 5 });
    expect(page.getCell('C3').value).toEqual({ formula: 'SUM(B2:B3)', result: -2.5 });
    expect(page.getCell('C4').value).toBe(100);
    expect(noteOf(page.getCell('C4'))).toMatch(/^Formula in Google Sheets: =REVSHARE\(100[,;]E2:E2\)$/);
    // Without ARRAYFORMULA both take the cell of the formula's own row.
    expect(page.getCell('D2').value).toEqual({ formula: 'B2:B3*2', result: 5 });
    expect([page.getCell('A3').value, noteOf(page.getCell('A3'))]).toEqual(['007', 'a note']);
  });

  it('keeps looks, frozen rows, merges, rules, names and hidden lines', () => {
    const page = book.getWorksheet(OWN)!;
    expect(page.getCell('A1').font).toMatchObject({ bold: true, color: { argb: 'FF0000FF' } });
    expect(page.getCell('A1').fill).toMatchObject({ fgColor: { argb: 'FFFF0000' } });
    expect(page.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(page.getCell('G2').master.address).toBe('F1');
    expect(page.getCell('B5').dataValidation).toMatchObject({
      type: 'decimal',
      operator: 'between',
      formulae: [-10, 10],
    });
    expect(book.definedNames.getRanges('Amounts').ranges).toEqual([`'${page.name}'!$B$2:$B$9`]);
    const log = book.getWorksheet('Contributions')!;
    expect(log.getCell('G2').numFmt).toBe('yyyy-mm-dd');
    expect(log.getCell('G2').value).toBeInstanceOf(Date);
    expect(log.getCell('H2').dataValidation).toMatchObject({ type: 'list' });
  });

  it('downloads a tab as it is shown', async () => {
    const sheetId = partnership.script(`return String(book.getSheets().length - 1)`);
    expect(sheetId).toBeDefined();
    const shown = partnership.script(
      `return book.getSheetByName('Contributions').getDataRange().getDisplayValues()[1]`,
      OWNER,
    ) as string[];
    const id = partnership.script(`return String(book.getSheetByName('Contributions').getSheetId())`) as string;
    const file = await partnership.host.download({ kind: 'csv', sheetId: id });
    expect(new TextDecoder().decode(file!.content).split('\r\n')[1]).toContain(shown.slice(0, 3).join(','));
  });
});

function valueOf(value: excel.CellValue): unknown {
  if (value === null) return '';
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569;
  if (typeof value !== 'object') return value;
  if ('formula' in value) return valueOf(value.result as excel.CellValue);
  return 'error' in value ? value.error : value;
}

const noteOf = ({ note }: excel.Cell): string =>
  typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('');
