import type { OpenedImport } from '../../../src/actions/import/open-import';
import type { WrittenBlock } from '../../../src/actions/import/import-block';
import { OWNER, PARTNER, type Partnership } from '../../support/partnership';
import { blocksOfFile, fileOf, importInto, send, shareTypedLog } from './support';

/** Somebody who closes the sidebar before an import is over, and what they are told when they open it again. */
describe('An import whose page was closed half-way', () => {
  let partnership: Partnership;
  shareTypedLog((given) => (partnership = given));
  afterEach(() => {
    for (const id of ['half', 'other']) partnership.call('endImport', [id]);
  });

  const begin = (rows: number, importId = 'half'): unknown =>
    partnership.call('beginImport', [{ registerId: 'contributions', importId, file: 'toggl.csv', lines: rows, rows }]);
  const told = (user = OWNER) => (partnership.call('openImport', [], user) as OpenedImport).begun;
  const sendFile = async (...numbers: number[]): Promise<WrittenBlock> =>
    send(
      partnership,
      'contributions',
      'half',
      (await blocksOfFile(partnership, 'contributions', fileOf(...numbers)))[0]!,
    );

  it('is told of what stands, and how to go on, until the rest is written', async () => {
    begin(3);
    // Its rows are still on their way.
    expect(told()).toBeNull();
    await sendFile(1, 2);
    const message =
      'When this was closed, 2 of 3 rows of toggl.csv stood in Contributions. Choose the same file again to write the rest, and nothing twice.';
    expect(told()).toMatchObject({ importId: 'half', file: 'toggl.csv', lines: 3, message });
    expect(told()).toMatchObject({ message });
    // Gone on with, it has fewer rows to write, and is the same import.
    begin(1);
    expect(await importInto(partnership, 'contributions', 'half', fileOf(1, 2, 3))).toBe(1);
    expect(told()).toMatchObject({
      message: 'While this was closed, 3 of 3 rows of toggl.csv were written to Contributions.',
    });
    // Nobody is told twice.
    expect(told()).toBeNull();
    expect(partnership.call('takeImportBack', ['contributions', 'half'])).toMatchObject({ removed: 3 });
  });

  it.each([
    ['was seen to its end', () => partnership.call('endImport', ['half'])],
    ['is taken back', () => partnership.call('takeImportBack', ['contributions', 'half'])],
  ])('says nothing once it %s', async (_, over) => {
    begin(3);
    await sendFile(4, 5);
    partnership.call('endImport', ['other']);
    expect(told()).not.toBeNull();
    over();
    expect(told()).toBeNull();
  });

  it('is told to whoever began it, and gives way to the next one', async () => {
    begin(3);
    await sendFile(6, 7);
    expect(told(PARTNER)).toBeNull();
    begin(5, 'other');
    expect(told()).toBeNull();
  });

  it('is nothing but what our page sends', () => {
    for (const begun of [null, 'x', {}, { registerId: 'contributions', importId: 1 }]) {
      expect(() => partnership.call('beginImport', [begun])).toThrow('no beginning of an import');
    }
  });
});
