import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import excel from 'exceljs';
import { findLibreOffice } from '../../support/libreoffice';
import { Partnership } from '../../support/partnership';
import { TestSheet } from '../support/sheet';

jest.setTimeout(900_000);

const office = findLibreOffice();
const describeInOffice = 'command' in office ? describe : describe.skip;
if ('reason' in office) console.warn(`Skipped: opening the .xlsx file with LibreOffice. ${office.reason}`);

/** Has LibreOffice open a file, calculate all of it anew, and save what it then holds. */
async function opened(content: Uint8Array, name: string, options: readonly string[] = []): Promise<excel.Workbook> {
  if (!('command' in office)) throw new Error(office.reason);
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  try {
    writeFileSync(join(folder, name), content);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const into = ['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'out')];
    const args = [profile, ...options, ...into, join(folder, name)];
    execFileSync(office.command, args, { stdio: 'ignore', timeout: 600_000 });
    const book = new excel.Workbook();
    await book.xlsx.load(readFileSync(join(folder, 'out', name.replace(/\w+$/, 'xlsx'))) as never);
    return book;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function valueOf(value: excel.CellValue): unknown {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569;
  if (typeof value !== 'object') return value;
  if ('formula' in value || 'sharedFormula' in value) return valueOf(value.result as excel.CellValue);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  return 'error' in value ? value.error : value;
}

/** Formulas lose the answers that they were saved with. */
async function withoutAnswers(
  content: Uint8Array,
): Promise<{ book: excel.Workbook; bare: Uint8Array; formulas: number }> {
  const [book, bare] = [new excel.Workbook(), new excel.Workbook()];
  await book.xlsx.load(Buffer.from(content) as never);
  await bare.xlsx.load(Buffer.from(content) as never);
  let formulas = 0;
  for (const page of bare.worksheets) {
    page.eachRow((row) =>
      row.eachCell((cell) => {
        if (!cell.formula) return;
        cell.value = { formula: cell.formula } as excel.CellFormulaValue;
        formulas += 1;
      }),
    );
  }
  return { book, bare: new Uint8Array(await bare.xlsx.writeBuffer()), formulas };
}

describeInOffice('The .xlsx file in LibreOffice', () => {
  it('shows every value that the sheet shows, with its formulas calculated there', async () => {
    const partnership = await Partnership.open();
    expect(partnership.submit('set-up', { sample: 'yes' })).toMatchObject({ kind: 'written' });
    partnership.script(`const sheet = book.insertSheet('Our own');
      sheet.getRange('A1:C6').setValues([[3, 4.5, '=A1*B1'], [1, 2, '=SUM(A1:B2)'], ['x', 'y', '=A3&"-"&UPPER(B3)'],
        ['=IF(A1>B1,"more","less")', '=ROUND(A1/7,3)', '=SUMIF(Contributions!E:E,">0")'],
        ['=DATE(2026,1,31)', '=EDATE(A5,1)', '=COUNTIF(Contributions!D:D,"hours")'],
        ['=INDEX(A1:B2,2,2)', '=VLOOKUP(1,A1:B2,2,FALSE)', '=AVERAGE(A1:B2)']]); SpreadsheetApp.flush();`);
    const file = await partnership.host.download({ kind: 'xlsx' });
    partnership.host.close();
    const { book, bare, formulas } = await withoutAnswers(file!.content);
    expect(formulas).toBeGreaterThanOrEqual(12);
    // Without the answers that were saved with the formulas there is nothing to show but what is calculated now.
    const there = await opened(bare, 'book.xlsx');
    const wrong: unknown[] = [];
    let compared = 0;
    for (const page of book.worksheets) {
      const other = there.getWorksheet(page.name)!;
      page.eachRow((row, i) =>
        row.eachCell((cell, j) => {
          const [wanted, found] = [valueOf(cell.value), valueOf(other.getCell(i, j).value)];
          compared += 1;
          const same =
            typeof wanted === 'number' && typeof found === 'number'
              ? Math.abs(wanted - found) < 1e-6
              : wanted === found;
          if (!same) wrong.push([page.name, cell.address, wanted, found]);
        }),
      );
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(2_000);
  });
});

describeInOffice('A tab as CSV in LibreOffice', () => {
  /** Commas between cells, UTF-8, the language by its number, and numbers also in quotation marks. */
  const filter = (language: number): string[] => [
    `--infilter=Text - txt - csv (StarCalc):44,34,76,1,,${language},false,true`,
  ];

  it.each([
    ['en_US', 1033],
    ['de_DE', 1031],
  ])('has the values of a sheet in %s', async (locale, language) => {
    const book = await TestSheet.open();
    const values = [
      ['Wörter, "wörtlich"', 'Zeile\nzwei', '日本 😀'],
      [1.5, -1234567.25, 0.1],
      [0, 1e-3, 42],
      ['1;2', ' mit Rand ', 'x'],
    ];
    book.script(`book.setSpreadsheetLocale('${locale}'); sheet.getRange('A1:C4').setValues(${JSON.stringify(values)});
      sheet.getRange('B2').setNumberFormat('#,##0.00'); sheet.getRange('A5:C5').setFormulas([['=A2*2', '=B2/4', '=C3/3']]);
      SpreadsheetApp.flush();`);
    const sheetId = book.script(`return String(sheet.getSheetId())`) as string;
    const file = await book.host.download({ kind: 'csv', sheetId });
    book.close();
    const page = (await opened(file!.content, 'tab.csv', filter(language))).worksheets[0]!;
    const there = [1, 2, 3, 4, 5].map((row) => [1, 2, 3].map((column) => valueOf(page.getCell(row, column).value)));
    expect(there).toEqual([...values, [3, -308641.8125, 14]]);
  });
});
