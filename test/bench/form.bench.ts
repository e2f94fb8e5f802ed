import { Partnership } from '../support/partnership';
import type { Row } from './measure';

/** What one submission asks of Google's services, with few rows and with many. */
export async function formBench(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const count of [10, 10_000]) {
    const partnership = await Partnership.started();
    partnership.script(`const log = book.getSheetByName('Contributions');
      if (log.getMaxRows() < ${count + 100}) log.insertRowsAfter(log.getMaxRows(), ${count + 100} - log.getMaxRows());
      log.getRange(2, 7, ${count}, 5).setValues(Array.from({ length: ${count} }, (_, n) => [45000 + n % 700, n % 2 ? 'Studio' : 'Brand', 'hours', 1 + n % 3, 50]));`);
    const start = performance.now();
    partnership.log({ unitValue: '10' });
    const milliseconds = performance.now() - start;
    const { reads, writes, turns, other } = partnership.calls;
    rows.push({
      what: `one submission with ${count.toLocaleString('en')} rows`,
      measured: `${reads} reads, ${writes} writes, ${turns} turns, ${other} other (${milliseconds.toFixed(0)} ms here)`,
      budget: '≤ 3 reads, one setValues',
      kept: reads <= 3 && writes <= 2,
    });
    partnership.host.close();
  }
  return rows;
}
