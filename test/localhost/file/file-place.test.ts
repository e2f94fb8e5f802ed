import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { TestSheet, temporaryFolder } from '../support/sheet';

let folder: ReturnType<typeof temporaryFolder>;
let path: string;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, 'book.ledger');
});

afterEach(() => folder.remove());

async function edit(file: string, cell: string): Promise<void> {
  const book = await TestSheet.open('basics', file);
  book.put(cell, [['x']]);
  book.close();
}

const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);

describe('a file that is made compact', () => {
  it.each(['600', '640', '666'])('keeps its mode %s', async (mode) => {
    await edit(path, 'A1');
    chmodSync(path, Number.parseInt(mode, 8));
    // What a crash has left is neither in the way nor does its mode count.
    writeFileSync(`${path}.new`, 'rubbish', { mode: 0o644 });
    await edit(path, 'A2');
    expect(modeOf(path)).toBe(mode);
    expect(readdirSync(folder.path)).toEqual(['book.ledger']);
  });

  it('is the one behind a link, which stays a link', async () => {
    const elsewhere = join(folder.path, 'elsewhere');
    mkdirSync(elsewhere);
    symlinkSync('elsewhere/real.ledger', path);
    const second = join(folder.path, 'second.ledger');
    symlinkSync('book.ledger', second);
    // The first one makes the file through the link.
    await edit(path, 'A1');
    await edit(second, 'A2');
    await edit(path, 'A3');
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(readlinkSync(second)).toBe('book.ledger');
    expect(readdirSync(elsewhere)).toEqual(['real.ledger']);
    const book = await TestSheet.open('basics', join(elsewhere, 'real.ledger'));
    expect(book.column('A1:A3')).toEqual(['x', 'x', 'x']);
    book.close();
    expect(readFileSync(path, 'utf8')).toBe(readFileSync(join(elsewhere, 'real.ledger'), 'utf8'));
  });

  it('is open once, by whatever link', async () => {
    await edit(path, 'A1');
    const link = join(folder.path, 'link.ledger');
    symlinkSync(path, link);
    const book = await TestSheet.open('basics', path);
    await expect(TestSheet.open('basics', link)).rejects.toThrow('is open in another local host');
    book.close();
  });
});
