import type { Outcome } from '../../src/actions/asking/outcome';
import { OWNER, Partnership } from '../support/partnership';

/** Loading and removing the sample, killed at its writes. */
const LOGS = [
  'Contributions',
  'KPIs',
  'KPI log',
  'Reviews',
  'Revenue',
  'Terms',
  'Payments',
  'Closed periods',
  'Closed rows',
] as const;

const start = (partnership: Partnership): Outcome => partnership.submit('set-up', { sample: 'yes' }, OWNER);
const remove = (partnership: Partnership): Outcome => partnership.submit('remove-sample', { changed: 'keep' }, OWNER);
/** Rows of each log; 0 where its tab is not there. */
const counts = (partnership: Partnership): number[] => {
  const names = partnership.script('return book.getSheets().map((sheet) => sheet.getName())') as string[];
  return LOGS.map((tab) => (names.includes(tab) ? partnership.rows(tab).length : 0));
};
const names = (partnership: Partnership): unknown =>
  partnership.script('return book.getSheets().map((sheet) => sheet.getName())');

describe('cut short', () => {
  /** Runs `work` and kills it at its nth call that changes something; answers how many such calls there were. */
  const killAt = (partnership: Partnership, nth: number, work: () => unknown): number => {
    let writes = 0;
    partnership.host.onServiceCall = ({ kind }) => (kind === 'write' && ++writes === nth ? 'kill' : undefined);
    try {
      work();
    } catch (error) {
      if (writes !== nth) throw error;
    }
    partnership.host.onServiceCall = undefined;
    return writes;
  };
  /** Calls of a whole run at which it is killed: early, in the middle, and near the end. */
  const moments = (writes: number): number[] => [3, Math.round(writes / 2), writes - 2, writes];
  const sides = (partnership: Partnership): unknown[] =>
    partnership.rows('Settings').flatMap(({ Party }) => (Party === '' ? [] : [Party]));
  const complete = (partnership: Partnership): void => {
    expect(start(partnership)).toMatchObject({ kind: 'written' });
    expect(counts(partnership)).toEqual([125, 8, 64, 8, 25, 9, 10, 4, 23]);
    expect(sides(partnership)).toEqual(['Tidewater Audio', 'Blue Shelf Trust']);
  };

  it('loading is completed by the next one', async () => {
    const whole = await Partnership.open();
    for (const nth of moments(killAt(whole, 0, () => start(whole)))) {
      const partnership = await Partnership.open();
      expect(killAt(partnership, nth, () => start(partnership))).toBe(nth);
      complete(partnership);
      partnership.host.close();
    }
  }, 120_000);

  it('loading into a standing ledger, and removing, are completed by the next one', async () => {
    const partnership = await Partnership.withSample();
    const removing = killAt(partnership, 0, () => remove(partnership));
    const left = names(partnership);
    const loading = killAt(partnership, 0, () => start(partnership));
    // The rows go, then formulas let go of the tabs, then these go.
    const whileRowsGo = [1, 4, 7, 10, 13];
    for (const nth of [...whileRowsGo, ...moments(removing).slice(1), removing - 1, removing - 5]) {
      expect(killAt(partnership, nth, () => remove(partnership))).toBe(nth);
      remove(partnership);
      expect(counts(partnership)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
      expect(sides(partnership)).toEqual([]);
      expect(names(partnership)).toEqual(left);
      complete(partnership);
    }
    for (const nth of moments(loading)) {
      remove(partnership);
      expect(killAt(partnership, nth, () => start(partnership))).toBe(nth);
      complete(partnership);
    }
  }, 300_000);
});
