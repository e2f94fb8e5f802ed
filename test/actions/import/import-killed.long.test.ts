import type { ServiceCall } from '../../../src/localhost/contract/host';
import type { Partnership } from '../../support/partnership';
import { blocksOfFile, fileOf, logOf, send, shareTypedLog } from './support';

/** Ends the execution at a call for which `chosen` says so. */
function killAt(partnership: Partnership, chosen: (call: ServiceCall) => boolean, act: () => unknown): void {
  partnership.host.onServiceCall = (call) => (chosen(call) ? 'kill' : undefined);
  try {
    expect(act).toThrow('Exceeded maximum execution time');
  } finally {
    partnership.host.onServiceCall = undefined;
  }
}

describe('An import', () => {
  let partnership: Partnership;
  const ofItsOwn = shareTypedLog((given) => (partnership = given));

  it('that is killed anywhere has written a block or none of it, and the next try finishes it', async () => {
    const [block] = await blocksOfFile(partnership, 'contributions', fileOf(1, 2, 3));
    const calls: ServiceCall[] = [];
    partnership.host.onServiceCall = (call) => void calls.push(call);
    send(partnership, 'contributions', 'killed', block!);
    partnership.host.onServiceCall = undefined;
    partnership.call('takeImportBack', ['contributions', 'killed']);
    const firstWrite = calls.findIndex(({ kind }) => kind === 'write');
    for (const { number } of calls.slice(firstWrite)) {
      killAt(
        partnership,
        (call) => call.number === number,
        () => send(partnership, 'contributions', 'killed', block!),
      );
      expect([1, 4]).toContain(logOf(partnership).length);
      send(partnership, 'contributions', 'killed', block!);
      expect(logOf(partnership).map(({ Note }) => Note)).toEqual(['', 'note 1', 'note 2', 'note 3']);
      expect(partnership.call('takeImportBack', ['contributions', 'killed'])).toMatchObject({ removed: 3, changed: 0 });
    }
  }, 300_000);

  it('finishes rows that people’s own columns cut in two, wherever it was killed', async () => {
    await ofItsOwn();
    partnership.script(
      `const log = book.getSheetByName('Contributions'); log.insertColumnsAfter(4, 1); log.getRange('E1').setValue('Mood');`,
    );
    const [block] = await blocksOfFile(partnership, 'contributions', fileOf(1, 2));
    for (const nth of [1, 2, 3]) {
      let count = 0;
      const isNth = ({ method }: ServiceCall): boolean => method === 'setValues' && ++count === nth;
      killAt(partnership, isNth, () => send(partnership, 'contributions', 'cut', block!));
      send(partnership, 'contributions', 'cut', block!);
      expect(logOf(partnership).map(({ Note, Quantity }) => [Note, Quantity])).toEqual([['', 2], ['note 1', 1.5], ['note 2', 1.5]]); // prettier-ignore
      expect(partnership.call('takeImportBack', ['contributions', 'cut'])).toMatchObject({ removed: 2 });
    }
  });
});
