import { appendFileSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLines } from '../../../src/localhost/file/workbook-lines';
import { sayCount } from '../../support/counts';
import { TestSheet, temporaryFolder } from '../support/sheet';

let folder: ReturnType<typeof temporaryFolder>;
let path: string;
let notices: string[] = [];
const books: TestSheet[] = [];

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, 'book.ledger');
  notices = [];
});

afterEach(() => {
  books.splice(0).forEach((book) => book.close());
  folder.remove();
});

async function open(upToDamage = false): Promise<TestSheet> {
  const book = await TestSheet.open('basics', path, { upToDamage, onNotice: (sentence) => notices.push(sentence) });
  books.push(book);
  return book;
}

function close(): void {
  books.pop()!.close();
}

const lines = (): string[] => readFileSync(path, 'utf8').split('\n').slice(0, -1);

describe('the end of a file', () => {
  it.each([1, 30, 'all but one'] as const)(
    'torn in the first edit (%s bytes of it) is cut off and told',
    async (left) => {
      (await open()).put('A1', [['kept']]);
      close();
      await open();
      close();
      const size = readFileSync(path).length;
      (await open()).put('A2', [['torn']]);
      close();
      const whole = readFileSync(path).length;
      truncateSync(path, left === 'all but one' ? whole - 3 : size + left);
      let book = await open();
      expect(notices).toEqual([
        'The last change in book.ledger (line 3) was not written to its end. It is left out; all before it is there.',
      ]);
      expect(readdirSync(folder.path).sort()).toEqual(['book.ledger', 'book.ledger.lock']);
      expect(lines()).toHaveLength(2);
      book.put('A3', [['on']]);
      close();
      book = await open();
      expect(book.column('A1:A3')).toEqual(['kept', '', 'on']);
      expect(notices).toHaveLength(1);
    },
  );

  it('torn anywhere is cut off, and nothing before it', async () => {
    const book = await open();
    book.put('A1', [['kept']]);
    book.put('A2', [['torn € 😀']]);
    close();
    const bytes = readFileSync(path);
    const last = bytes.lastIndexOf(10, bytes.length - 2) + 1;
    const kept = JSON.stringify(readLines(bytes.subarray(0, last)).edits);
    const wrong: number[] = [];
    // Without its line break alone the line is whole.
    for (let end = last + 1; end < bytes.length - 1; end++) {
      const { edits, tail } = readLines(bytes.subarray(0, end));
      if (JSON.stringify(edits) !== kept || tail?.isWhole !== false) wrong.push(end);
    }
    sayCount(
      `A last edit torn at each of ${bytes.length - 2 - last} places: ${wrong.length} lost or kept anything else.`,
    );
    expect(wrong).toEqual([]);
  });

  it('without the last line break alone loses nothing', async () => {
    (await open()).put('A1', [['kept']]);
    close();
    truncateSync(path, readFileSync(path).length - 1);
    expect((await open()).value('A1')).toBe('kept');
    expect(notices).toEqual([]);
  });

  it('that is a damaged line is kept beside the file', async () => {
    const book = await open();
    book.put('A1', [['kept']]);
    book.put('A2', [['damaged']]);
    close();
    writeFileSync(path, readFileSync(path, 'utf8').replace('damaged', 'damageD'));
    expect((await open()).column('A1:A2')).toEqual(['kept', '']);
    expect(notices).toEqual([
      'book.ledger is damaged in line 4, which is left out to the end of the file; all before it is there. What stood there is kept in book.ledger.line-4.',
    ]);
    expect(readFileSync(`${path}.line-4`, 'utf8')).toContain('damageD');
  });
});

describe('a file of the version without checksums', () => {
  it('opens, and has checksums from then on', async () => {
    const book = await open();
    book.put('A1', [['old']]);
    close();
    const old = lines().map((line) =>
      line.replace(/,"crc":"[0-9a-f]{8}"\}$/, '}').replace('"version":2', '"version":1'),
    );
    writeFileSync(path, `${old.join('\n')}\n`);
    expect((await open()).value('A1')).toBe('old');
    expect(lines()[0]).toMatch(/^\{"format":"local-spreadsheet","version":2,"crc":"[0-9a-f]{8}"\}$/);
    expect(notices).toEqual([]);
  });
});

describe('a flipped bit', () => {
  it('anywhere is noticed, or changes nothing', async () => {
    const book = await open();
    book.put('A1', [['one']]);
    book.put('A2', [['zwei € 😀']]);
    close();
    const bytes = readFileSync(path);
    const { edits, snapshot } = readLines(bytes);
    const before = JSON.stringify({ edits, snapshot });
    const silent: number[] = [];
    let noticed = 0;
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Uint8Array.from(bytes);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      try {
        const { tail, ...found } = readLines(flipped);
        const after = JSON.stringify({ edits: found.edits, snapshot: found.snapshot });
        if (!tail && after !== before) silent.push(bit);
        // What had been written to its end is never taken for an edit that was being written.
        if (tail && !tail.isWhole) silent.push(bit);
        if (tail) noticed++;
      } catch {
        noticed++;
      }
    }
    sayCount(
      `${bytes.length * 8} bits of a workbook flipped one by one: ${noticed} noticed, ${silent.length} lost something in silence.`,
    );
    expect(silent).toEqual([]);
  });

  it('in the middle keeps the file from being opened', async () => {
    const book = await open();
    book.put('A1', [['one']]);
    book.put('A2', [['two']]);
    close();
    const damaged = readFileSync(path, 'utf8').replace('"one"', '"onE"');
    writeFileSync(path, damaged);
    await expect(open()).rejects.toThrow('book.ledger is damaged in line 3');
    expect(readFileSync(path, 'utf8')).toBe(damaged);
  });

  it('is opened up to when asked, and the rest kept beside the file', async () => {
    const book = await open();
    for (const cell of ['A1', 'A2', 'A3']) book.put(cell, [[`in ${cell}`]]);
    close();
    const damaged = readFileSync(path, 'utf8').replace('in A2', 'in a2');
    writeFileSync(path, damaged);
    await expect(open()).rejects.toThrow('With --up-to-damage all before that line is opened');
    expect((await open(true)).column('A1:A3')).toEqual(['in A1', '', '']);
    expect(notices[0]).toMatch(/^book.ledger is damaged in line 4, .* is kept in book.ledger.line-4\.$/);
    expect(readFileSync(`${path}.line-4`, 'utf8')).toBe(damaged.split('\n').slice(3).join('\n'));
  });

  it('before a torn end is damage, too', async () => {
    (await open()).put('A1', [['one']]);
    close();
    writeFileSync(path, readFileSync(path, 'utf8').replace('"one"', '"onE"'));
    appendFileSync(path, '{"chan');
    await expect(open()).rejects.toThrow('book.ledger is damaged in line 3');
  });
});
