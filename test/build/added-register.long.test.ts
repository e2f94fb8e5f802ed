import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FILES } from '../../src/build/build';
import { Partnership } from '../support/partnership';
import { addRegister, ProjectCopy, removeRegister } from '../support/project-copy';

/** What a build writes that people read, beside the script. */
const WRITTEN = ['README.md', 'src/documents/WHERE.md', 'src/functions/REFERENCE.md'];

describe('A register that is added as the page for contributors says', () => {
  const copy = new ProjectCopy();
  let before: [string, string][];
  let partnership: Partnership;

  const sum = (text: string): string => createHash('sha256').update(text).digest('hex');
  const written = (): [string, string][] => [
    ...WRITTEN.map((file): [string, string] => [file, sum(copy.read(file))]),
    ...PROJECT_FILES.map((name): [string, string] => [name, sum(readFileSync(join(copy.built, name), 'utf8'))]),
  ];

  beforeAll(async () => {
    copy.build();
    before = written();
    addRegister(copy, 'promise');
    copy.build();
    partnership = await Partnership.open(null, { project: copy.built });
    const sides = { first: 'Studio', second: 'Brand', firstSplit: '60%', currency: 'EUR', start: '2026-01-01' };
    expect(partnership.submit('set-up', sides)).toMatchObject({ kind: 'written' });
  });

  afterAll(() => {
    partnership.host.close();
    copy.dispose();
  });

  it('has types that fit', () => copy.check());

  it('stands in the menu and in the table of the README', () => {
    let menus = '';
    const receive = (message: { type: string }): void => {
      if (message.type === 'menus') menus = JSON.stringify(message);
    };
    partnership.host.connect({ user: 'owner@example.com', send: receive }).close();
    expect(menus).toContain('"Note a promise"');
    expect(copy.read('README.md')).toMatch(/Promises[^\n]*What did we decide, and is it done\?/);
  });

  it('is set up, written by its form, checked, edited, and heard on the Scorecard', () => {
    const late = { date: '2026-02-01', what: 'Send the first cut', due: '2026-02-28' };
    expect(partnership.submit('promise', { ...late, due: '2026-01-01' })).toEqual({
      kind: 'errors',
      errors: { due: 'It cannot be due before it is decided. Choose 2026-02-01 or a later day.' },
    });
    expect(partnership.submit('promise', late)).toMatchObject({
      kind: 'written',
      message: 'Promise of 2026-02-01: written to Promises, row 2.',
    });
    const [row] = partnership.rows('Promises');
    expect(row).toMatchObject({ Date: '2026-02-01', What: 'Send the first cut', Due: '2026-02-28' });
    expect(row!['ID']).toMatch(/^Promise-/);
    expect(row!['Attention']).toBe('Not done in time: Send the first cut');
    expect(JSON.stringify(partnership.cells('Scorecard'))).toContain('Not done in time: Send the first cut');

    partnership.script(
      `const sheet = book.getSheetByName('Promises'); sheet.activate(); sheet.getRange('A2').activate();`,
    );
    const opened = partnership.open('edit');
    expect(opened).toMatchObject({ kind: 'form' });
    expect(JSON.stringify(opened)).toContain('Send the first cut');
  });

  it('leaves nothing behind when it is taken away again', () => {
    removeRegister(copy, 'promise');
    copy.build();
    expect(written()).toEqual(before);
  });
});
