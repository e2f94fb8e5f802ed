import { Partnership } from '../support/partnership';
import { atMost, type Row } from './measure';

const ROWS = 50_000;
const MEGABYTE = 1e6;

/** A log as long as it may become: a form, an edit, and the memory that the host takes for them. */
export async function largeBench(rows = ROWS): Promise<Row[]> {
  const before = process.memoryUsage().rss;
  const partnership = await Partnership.started();
  let memory = 0;
  const seconds = (work: () => unknown): number => {
    const start = performance.now();
    work();
    memory = Math.max(memory, process.memoryUsage().rss - before);
    return (performance.now() - start) / 1000;
  };
  const edit = (quantity: number): number =>
    seconds(() =>
      partnership.script(`book.getSheetByName('Contributions').getRange('J2').setValue(${quantity});
        SpreadsheetApp.flush(); return book.getSheetByName('Scorecard').getRange('B13').getValue();`),
    );
  seconds(() =>
    partnership.script(`const log = book.getSheetByName('Contributions');
      log.insertRowsAfter(log.getMaxRows(), ${rows + 100} - log.getMaxRows());
      log.getRange(2, 7, ${rows}, 5).setValues(Array.from({ length: ${rows} }, (_, n) =>
        [45000 + n % 700, n % 2 ? 'Studio' : 'Brand', 'hours', 1 + n % 3, 50]));`),
  );
  const edits = [2, 3, 4].map(edit).sort((a, b) => a - b);
  const form = seconds(() => {
    partnership.open('log');
    partnership.log({ unitValue: '10' });
  });
  partnership.host.close();
  const many = rows.toLocaleString('en');
  return [
    atMost(`a form is opened and submitted, ${many} contributions`, form, 4, 's'),
    atMost(`an edit’s result in the engine, ${many} contributions`, edits[1]!, 2, 's'),
    atMost(`the host’s memory, ${many} contributions`, memory / MEGABYTE, 1000, 'MB', 0),
  ];
}
