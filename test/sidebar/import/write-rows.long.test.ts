import { contributions } from '../../../src/registers/contributions';
import type { NewRow } from '../../../src/import/rows/new-rows';
import { targetNamed } from '../../../src/import/targets';
import { writeRows } from '../../../src/sidebar/import/write-rows';
import { Partnership } from '../../support/partnership';
import { sharePartnership } from '../../support/share-partnership';

const target = targetNamed('contributions');
const rowsTo = (count: number): NewRow[] =>
  Array.from({ length: count }, (_, at) => ({
    line: at + 2,
    key: `toggl ${at}`,
    cells: { date: 46_000, party: 'Studio', kind: 'hours', quantity: 0.1, note: `note ${at}` },
  }));

describe('Rows that the page sends', () => {
  let partnership: Partnership;
  let before: (name: string, args: unknown[]) => void;
  sharePartnership(
    (given) => (partnership = given),
    [contributions],
    () => Partnership.withoutScorecard(),
  );

  /** The server's functions as Google puts them into the page. */
  beforeEach(() => {
    before = () => undefined;
    let done: (value: unknown) => void;
    let failed: (error: Error) => void;
    const run: object = new Proxy(
      {},
      {
        get: (_, name: string) => {
          if (name === 'withSuccessHandler') return (handler: typeof done) => ((done = handler), run);
          if (name === 'withFailureHandler') return (handler: typeof failed) => ((failed = handler), run);
          return (...args: unknown[]) => {
            const [succeed, fail] = [done, failed];
            try {
              before(name, args);
              succeed(partnership.call(name, JSON.parse(JSON.stringify(args)) as unknown[]));
            } catch (error) {
              fail(error as Error);
            }
          };
        },
      },
    );
    Object.assign(globalThis, { google: { script: { run } } });
  });
  afterEach(() => {
    partnership.host.onServiceCall = undefined;
    delete (globalThis as { google?: unknown }).google;
  });

  const written = (): string[] =>
    partnership.rows('Contributions').flatMap((row) => (row.Date === '' ? [] : [String(row.Note)]));
  const notes = (count: number): string[] => Array.from({ length: count }, (_, at) => `note ${at}`);

  it('come in blocks, each of one write for 2,000 rows, with progress after every one', async () => {
    const writes: string[] = [];
    partnership.host.onServiceCall = ({ method }) => void (method === 'setValues' && writes.push(method));
    const seen: number[] = [];
    const answer = await writeRows(target, 'an import', rowsTo(4_500), (done) => seen.push(done) > 0);
    expect(seen).toEqual([0, 2_000, 4_500]);
    expect(writes).toHaveLength(3);
    expect(answer).toMatchObject({ rows: 4_500, first: 2, stopped: false, tab: { name: 'Contributions' } });
    expect(written()).toEqual(notes(4_500));
  });

  it('stop after a block where somebody says so, and go on from there', async () => {
    expect(await writeRows(target, 'stopped', rowsTo(2_100), (done) => done === 0)).toMatchObject({
      rows: 2_000,
      stopped: true,
    });
    expect(await writeRows(target, 'stopped', rowsTo(2_100), () => true)).toMatchObject({
      rows: 2_100,
      stopped: false,
    });
    expect(written()).toEqual(notes(2_100));
  });

  it('are all there after the server was killed between two blocks, or before its answer came', async () => {
    for (const lost of ['call', 'answer']) {
      let calls = 0;
      before = (name, args) => {
        if (name !== 'importBlock' || ++calls !== 2) return;
        if (lost === 'answer') partnership.call(name, args);
        throw new Error('Exceeded maximum execution time');
      };
      await expect(writeRows(target, lost, rowsTo(2_100), () => true)).rejects.toThrow('Exceeded maximum');
      await writeRows(target, lost, rowsTo(2_100), () => true);
      expect(written()).toEqual(notes(2_100));
      expect(partnership.call('takeImportBack', ['contributions', lost])).toMatchObject({ removed: 2_100 });
    }
  });

  it('of two people at once stand once each, whoever was first', async () => {
    let isOther = false;
    before = (name) => {
      if (name !== 'importBlock' || isOther) return;
      isOther = true;
      const rows = rowsTo(60).slice(20);
      const columns = ['date', 'party', 'kind', 'quantity', 'note'];
      const block = {
        columns,
        keys: rows.map(({ key }) => key),
        rows: rows.map(({ cells }) => columns.map((id) => cells[id])),
      };
      partnership.call('importBlock', ['contributions', 'the other', block, null], 'partner@example.com');
    };
    expect(await writeRows(target, 'one', rowsTo(50), () => true)).toMatchObject({ rows: 20, stopped: false });
    expect(written().sort()).toEqual(notes(60).sort());
    expect(partnership.call('takeImportBack', ['contributions', 'one'])).toMatchObject({ removed: 20 });
    expect(written().sort()).toEqual(notes(60).slice(20).sort());
  });

  it('that got lost, because somebody deleted them meanwhile, are sent again', async () => {
    let looks = 0;
    before = (name) => {
      if (name === 'standingImports' && ++looks === 1)
        partnership.script(`book.getSheetByName('Contributions').deleteRows(3, 4);`);
    };
    await writeRows(target, 'lost', rowsTo(10), () => true);
    expect(written().sort()).toEqual(notes(10).sort());
  });
});
