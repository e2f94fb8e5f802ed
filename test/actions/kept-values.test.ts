import { DEFINITIONS, OF_REGISTERS } from '../../src/functions/catalogue';
import { callsOurs } from '../../src/schema/kept';
import { Partnership } from '../support/partnership';

/** What is kept for whoever has not got the add-on: figures as they were when it was last at work. */

// A whole sample is loaded, on a machine that may be busy.
jest.setTimeout(240_000);

it('every function of ours is known by its name', () => {
  for (const { name } of [...DEFINITIONS, ...OF_REGISTERS])
    expect([name, callsOurs(`1+${name}(A1)`)]).toEqual([name, true]);
  for (const native of ['SUM(A1)', 'XLOOKUP("PARTNER",A1,B1)', 'PARTNERS', 'ISNUMBER(KPI)'])
    expect(callsOurs(native)).toBe(false);
});

describe('What is kept after an entry', () => {
  let partnership: Partnership;
  beforeAll(async () => {
    partnership = await Partnership.withSample();
    partnership.call('keepShown', []);
  });
  afterAll(() => partnership.host.close());

  const kept = (): unknown[][] => partnership.cells('Kept values').slice(3);
  /** What is asked of the sheet, call by call, and whether the lock was held then. */
  function watched(work: () => void): { reads: number; held: number; writes: number } {
    const seen = { reads: 0, held: 0, writes: 0 };
    let isHeld = false;
    partnership.host.onServiceCall = ({ method, kind }) => {
      if (method === 'tryLock') isHeld = true;
      if (method === 'releaseLock') isHeld = false;
      if (kind === 'read' && method === 'getValues') seen[isHeld ? 'held' : 'reads']++;
      if (kind === 'write' && method === 'setValues') seen.writes++;
      return undefined;
    };
    work();
    partnership.host.onServiceCall = undefined;
    return seen;
  }

  it('is read and written without a lock, and only what has changed is written', () => {
    const before = kept();
    const kpi = String(partnership.rows('KPIs')[0]!.KPI);
    // The latest one is what counts.
    const date = String(partnership.rows('Settings').find(({ Setting }) => Setting === 'As of')!.Value);
    expect(partnership.submit('reading', { kpi, date, actual: '123456' })).toMatchObject({
      kind: 'written',
    });
    const seen = watched(() => partnership.call('keepShown', []));
    expect(seen.reads).toBeGreaterThan(5);
    expect(seen.held).toBe(0);
    // The moment, and the rows of this KPI.
    expect(seen.writes).toBeLessThanOrEqual(5);
    const after = kept();
    const changed = after.filter((row, at) => JSON.stringify(row) !== JSON.stringify(before[at]));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThan(10);
    expect(partnership.rows('Kept values')).toContainEqual(
      expect.objectContaining({
        Source: 'kpis.attainment',
        'Number kept': partnership.rows('KPIs')[0]!.Attainment,
      }),
    );
  });

  it('is written only where something has changed, and put right where somebody has moved it', () => {
    const before = kept();
    expect(watched(() => partnership.call('keepShown', []))).toMatchObject({ held: 0, writes: 0 });
    partnership.script(
      `const sheet = book.getSheetByName('Kept values'); sheet.insertRowsBefore(5, 2); sheet.deleteRow(20);`,
    );
    partnership.call('keepShown', []);
    expect(kept().filter(([source]) => source !== '')).toEqual(before.filter(([source]) => source !== ''));
  });
});

it('keeps what was known where a figure is still loading', async () => {
  const partnership = await Partnership.started({}, null, { slowFunctions: true });
  partnership.submit('kpi', { kpi: 'Listeners', side: 'both', direction: 'higher', rollUp: 'sum', target: '10' });
  partnership.submit('reading', { kpi: 'Listeners', date: '2026-03-31', actual: '5' });
  const answered = (): void => {
    for (let rounds = 0; partnership.host.answerFunctions(); rounds++) expect(rounds).toBeLessThan(30);
  };
  const kept = (): unknown => partnership.rows('Kept values').filter(({ Source }) => Source === 'kpis.attainment');
  answered();
  partnership.call('keepShown', []);
  expect(kept()).toMatchObject([{ 'Number kept': 0.5 }]);
  partnership.submit('reading', { kpi: 'Listeners', date: '2026-04-01', actual: '2' });
  partnership.call('keepShown', []);
  expect(kept()).toMatchObject([{ 'Number kept': 0.5 }]);
  answered();
  partnership.call('keepShown', []);
  expect(kept()).toMatchObject([{ 'Number kept': 0.7 }]);
  partnership.host.close();
});
