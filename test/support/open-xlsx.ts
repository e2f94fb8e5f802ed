import excel from 'exceljs';
import type { Partnership } from './partnership';

/** Puts an .xlsx file into an empty workbook, as Google Sheets opens one: values, formulas and number formats, no marks. */
export async function openXlsx(content: Uint8Array, partnership: Partnership): Promise<void> {
  const book = new excel.Workbook();
  await book.xlsx.load(Buffer.from(content) as never);
  for (const page of book.worksheets) {
    const size = [page.rowCount, page.columnCount] as const;
    const each = <T>(of: (cell: excel.Cell) => T): T[][] =>
      Array.from({ length: size[0] }, (_, i) =>
        Array.from({ length: size[1] }, (_, j) => of(page.getCell(i + 1, j + 1))),
      );
    const cells = { formats: each(({ numFmt }) => numFmt ?? ''), values: each(({ value }) => shown(value)) };
    partnership.script(`const { formats, values } = ${JSON.stringify(cells)};
      const sheet = book.insertSheet(${JSON.stringify(page.name)});
      if (values.length > sheet.getMaxRows()) sheet.insertRowsAfter(sheet.getMaxRows(), values.length - sheet.getMaxRows());
      if (values[0].length > sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), values[0].length - sheet.getMaxColumns());
      const range = sheet.getRange(1, 1, values.length, values[0].length);
      range.setNumberFormats(formats.map((row) => row.map((format) => format || 'General')));
      range.setValues(values); SpreadsheetApp.flush();`);
  }
  partnership.script(`book.deleteSheet(book.getSheets()[0]);`);
}

/** What is typed into a cell to get the same: a day as its number, a formula with its "=". */
function shown(value: excel.CellValue): string | number | boolean {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569;
  if (typeof value !== 'object') return typeof value === 'string' && /^[='+]/.test(value) ? `'${value}` : value;
  if ('formula' in value) return `=${value.formula}`;
  return 'error' in value ? String(value.error) : '';
}
