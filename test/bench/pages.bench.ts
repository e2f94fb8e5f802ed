import { Partnership } from '../support/partnership';
import { atMost, median, type Row } from './measure';

const ROWS = 500;

/** How long a sheet with the sample and every page, each with many rows, takes to follow a change. */
export async function pagesBench(rows = ROWS): Promise<Row[]> {
  const partnership = await Partnership.withSample();
  partnership.add();
  partnership.script(fill(rows));
  let quantity = 1;
  const edit = median(3, () =>
    partnership.script(`book.getSheetByName('Contributions').getRange('J2').setValue(${++quantity});
      SpreadsheetApp.flush(); return book.getSheetByName('Scorecard').getRange('B13').getValue();`),
  );
  let day = 46_000;
  const asOf = median(3, () => {
    partnership.set('As of', String(++day));
    partnership.script(`return book.getSheetByName('Scorecard').getRange('B13').getValue();`);
  });
  partnership.host.close();
  return [
    atMost(`a quantity changed, all pages with ${rows} rows`, edit / 1000, 4, 's'),
    atMost(`another day looked at, all pages with ${rows} rows`, asOf / 1000, 4, 's'),
  ];
}

/**
 * What people enter on each page, over and over: the columns whose heading is no formula, below the rows that are there.
 * Everything is read before anything is written, so that it is calculated once.
 */
const fill = (rows: number): string => `
  const writes = [];
  for (const sheet of book.getSheets()) {
    const width = sheet.getLastColumn();
    const headings = width > 0 ? sheet.getRange(1, 1, 1, width).getFormulas()[0] : [];
    if (['Scorecard', 'Statement'].includes(sheet.getName()) || !headings.some((formula) => formula !== '')) continue;
    const cells = sheet.getRange(2, 1, sheet.getMaxRows() - 1, width).getValues();
    const entered = headings.flatMap((formula, at) => (formula === '' ? [at] : []));
    const last = cells.findLastIndex((row) => entered.some((at) => row[at] !== '')) + 1;
    if (last === 0 || last >= ${rows}) continue;
    writes.push(() => {
      const missing = ${rows} + 1 - sheet.getMaxRows();
      if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
      for (const at of entered) {
        const filled = Array.from({ length: ${rows} - last }, (_, n) => [cells[n % last][at]]);
        sheet.getRange(last + 2, at + 1, filled.length, 1).setValues(filled);
      }
    });
  }
  for (const write of writes) write();`;
