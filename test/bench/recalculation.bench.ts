import { togglRows } from '../support/toggl';
import { Partnership } from '../support/partnership';
import { atMost, median, type Row } from './measure';

const PARTIES = ['Tidewater Audio', 'Blue Shelf Trust'] as const;

/** How long the workbook takes to follow a change that moves every figure, with the sample and with a long log. */
export async function recalculationBench(): Promise<Row[]> {
  const partnership = await Partnership.open();
  partnership.submit('set-up', { sample: 'yes' });
  const rows = [atMost('the sample recalculates', recalculation(partnership) / 1000, 1.5, 's')];
  const times: number[] = [];
  for (const count of [2_500, 5_000]) {
    fill(partnership, count);
    times.push(recalculation(partnership));
  }
  const [half, whole] = times as [number, number];
  partnership.host.close();
  return [
    ...rows,
    atMost('5,000 contributions recalculate', whole / 1000, 4, 's'),
    atMost('5,000 contributions ÷ twice 2,500', whole / (2 * half), 1.5, '×'),
  ];
}

/** Milliseconds until the Scorecard shows what a changed entry makes of it. */
function recalculation(partnership: Partnership): number {
  let quantity = 1;
  return median(5, () =>
    partnership.script(`book.getSheetByName('Contributions').getRange('J2').setValue(${++quantity});
      SpreadsheetApp.flush(); return book.getSheetByName('Scorecard').getRange('B13').getValue();`),
  );
}

/** The real time entries, over and over, below the sample’s. */
function fill(partnership: Partnership, count: number): void {
  const real = togglRows(1_300, PARTIES).map((row) => row.slice(0, 5));
  const entries = Array.from({ length: count }, (_, n) => real[n % real.length]);
  partnership.script(`const sheet = book.getSheetByName('Contributions'); const rows = ${JSON.stringify(entries)};
    const missing = rows.length + 200 - sheet.getMaxRows();
    if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
    sheet.getRange(140, 7, rows.length, 5).setValues(rows);`);
}
