import { doubtsOf, settledPlan } from '../../src/import/doubts';
import type { FileTable } from '../../src/import/file/file-table';
import { planFor } from '../../src/import/plan';
import { previewOf } from '../../src/import/preview';
import { looksOf } from '../../src/import/rows/looks';
import { readRows } from '../../src/import/rows/read-rows';
import { seeInSlices } from '../../src/import/rows/seen';
import type { Slices } from '../../src/import/slices';
import { sourceNamed } from '../../src/import/sources';
import { targetNamed } from '../../src/import/targets';
import { readFileTable } from '../../src/import/file/file-table';
import { knownHeadings } from '../../src/import/recognise';
import { SHEET } from './support/import-file';

const ROWS = 20_000;

/** What is done between two pauses, by how many rows are looked at; its clock says each time that a pause is due. */
class Watched implements Slices {
  most = 0;
  pauses = 0;
  private looked = 0;
  private time = 0;

  now(): number {
    return (this.time += 1_000);
  }

  pause(): Promise<void> {
    this.most = Math.max(this.most, this.looked);
    this.looked = 0;
    this.pauses += 1;
    return Promise.resolve();
  }

  /** A list that tells when one of its items is taken. */
  told<T>(items: readonly T[]): readonly T[] {
    const note = (): void => void (this.looked += 1);
    return new Proxy(items, {
      get(target, key) {
        if (typeof key === 'string' && /^\d+$/.test(key)) note();
        return Reflect.get(target, key) as unknown;
      },
    });
  }
}

const FILES = {
  toggl: () => [
    'User,Project,Description,Start date,Start time,Duration',
    ...Array.from(
      { length: ROWS },
      (_, at) => `Ada Example,Pilot,note ${at},2026-01-${10 + (at % 20)},09:00:00,0:06:00`,
    ),
  ],
  'youtube-chart': () => [
    'Date,Content,Views',
    ...Array.from({ length: ROWS }, (_, at) => `2026-01-${10 + (at % 20)},video ${at},${at}`),
  ],
  shopify: () => [
    'Name,Financial Status,Paid at,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price',
    ...Array.from(
      { length: ROWS },
      (_, at) => `#${at},paid,2026-01-10 10:00:00 +0100,${at % 2 ? 'EUR' : 'USD'},5.00,Mug,1,5`,
    ),
  ],
};

describe('A long file', () => {
  it.each(Object.entries(FILES))('of %s is asked about, read and summed up in slices', async (id, lines) => {
    const watched = new Watched();
    const read = await readFileTable(lines().join('\n'), knownHeadings, watched);
    expect(watched.pauses).toBeGreaterThan(ROWS / 32);
    const table: FileTable = { ...read, rows: watched.told(read.rows) };
    const plan = { ...planFor(sourceNamed(id), table.headings), answers: { 'kpi:Views': 'Views', 'rate:USD': '0.9' } };

    await seeInSlices(table, looksOf(plan, table), watched);
    await watched.pause();
    const doubts = doubtsOf(plan, table, SHEET, []);
    await watched.pause();
    const found = await readRows(settledPlan(plan, doubts), table, SHEET, watched);
    const rows = watched.told(found.rows);
    const preview = await previewOf({ ...found, rows }, [], targetNamed(sourceNamed(id).target), watched);
    await watched.pause();

    expect(found.leftOut).toEqual([]);
    expect(preview.rows.length).toBe(id === 'youtube-chart' ? 20 : ROWS);
    // A slice is 32 rows by this clock: nothing goes over all rows at once.
    expect(watched.most).toBeLessThanOrEqual(100);
  });
});
