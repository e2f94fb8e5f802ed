import { readFileSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { WriteBytes } from '../../../src/localhost/contract/host';
import type { ToPage } from '../../../src/localhost/contract/protocol';
import { sayCount } from '../../support/counts';
import { TestSheet, temporaryFolder } from '../support/sheet';

let folder: ReturnType<typeof temporaryFolder>;
let path: string;
let book: TestSheet;

/** How many bytes the disk still takes. */
let room = Infinity;

/** Takes what there is room for, as a real disk does, and then fails. */
const disk: WriteBytes = (descriptor, bytes, offset) => {
  if (room === 0) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  const taken = writeSync(descriptor, bytes, offset, Math.min(room, bytes.length - offset));
  room -= taken;
  return taken;
};

const open = (): Promise<TestSheet> => TestSheet.open('basics', path, { writeBytes: disk });
const content = (): string => readFileSync(path, 'utf8');

beforeEach(async () => {
  folder = temporaryFolder();
  path = join(folder.path, 'book.ledger');
  room = Infinity;
  book = await open();
});

afterEach(() => {
  room = Infinity;
  book.close();
  folder.remove();
});

describe('a full disk', () => {
  it.each([0, 1, 20])('that takes %i bytes of an edit leaves none of them, and the script fails in words', (bytes) => {
    book.put('A1', [['kept']]);
    const before = content();
    room = bytes;
    expect(() => book.put('A2', [['x']])).toThrow(
      'book.ledger cannot be written: the disk is full. Nothing is taken until it can.',
    );
    expect(content()).toBe(before);
  });

  it('that ends anywhere in an edit leaves none of it, and takes it as soon as there is room', () => {
    let full = 0;
    for (let bytes = 0; ; bytes++) {
      const before = content();
      room = bytes;
      try {
        book.put('A3', [[`edit ${'€'.repeat(3)}`]]);
      } catch {
        full++;
        expect(content()).toBe(before);
        room = Infinity;
        expect(book.value('A3')).toBe('edit €€€');
        book.put('A3', [['']]);
        continue;
      }
      break;
    }
    sayCount(`The disk full after each of ${full} numbers of bytes of an edit: no part of one was left in the file.`);
    expect(full).toBeGreaterThan(50);
  });

  it('lets nothing else be done or seen until there is room; then the edit is written first', async () => {
    book.put('A1', [['kept']]);
    room = 5;
    expect(() => book.put('A2', [['late']])).toThrow('the disk is full');
    const before = content();
    expect(() => book.put('A3', [['refused']])).toThrow('the disk is full');
    expect(() => book.value('A2')).toThrow('the disk is full');
    expect(() => book.host.connect({ user: 'a@example.com', send: () => undefined })).toThrow('the disk is full');
    expect(content()).toBe(before);
    room = Infinity;
    expect(book.column('A1:A3')).toEqual(['kept', 'late', '']);
    const left = content();
    expect(left.split('\n')).toHaveLength(before.split('\n').length + 1);
    book.close();
    book = await open();
    expect(book.column('A1:A3')).toEqual(['kept', 'late', '']);
  });

  it('keeps an edit of a page from being acknowledged; the others see it once it is written', () => {
    const told: ToPage[] = [];
    const others: ToPage[] = [];
    const session = book.host.connect({ user: 'a@example.com', send: (message) => told.push(message) });
    book.host.connect({ user: 'b@example.com', send: (message) => others.push(message) });
    told.length = others.length = 0;
    room = 7;
    expect(() => session.receive(edit(1, 'typed'))).toThrow('the disk is full');
    expect([...told, ...others]).toEqual([]);
    expect(() => session.receive(edit(2, 'more'))).toThrow('the disk is full');
    expect([...told, ...others]).toEqual([]);
    session.close();
    room = Infinity;
    expect(book.value('A1')).toBe('typed');
    expect(others.filter(({ type }) => type === 'mutations')).toHaveLength(1);
  });

  it('says at the end what is lost, and leaves a file that opens', async () => {
    book.put('A1', [['kept']]);
    room = 9;
    expect(() => book.put('A1', [['lost']])).toThrow('the disk is full');
    expect(() => book.close()).toThrow('book.ledger cannot be written: the disk is full');
    room = Infinity;
    expect(readdirSync(folder.path)).toEqual(['book.ledger']);
    book = await open();
    expect(book.value('A1')).toBe('kept');
  });

  it('leaves the old file when there is no room to make it compact', async () => {
    book.put('A1', [['kept']]);
    book.close();
    const before = content();
    room = 100;
    await expect(open()).rejects.toThrow('book.ledger cannot be written: the disk is full. It was left as it was.');
    expect(content()).toBe(before);
    expect(readdirSync(folder.path)).toEqual(['book.ledger']);
    room = Infinity;
    book = await open();
    expect(book.value('A1')).toBe('kept');
  });
});

function edit(number: number, value: string) {
  const params = { unitId: 'workbook', subUnitId: '0', cellValue: { 0: { 0: { v: value, t: 1 } } } };
  const mutations = [{ id: 'sheet.mutation.set-range-values', params }];
  return { type: 'edit' as const, edit: number, base: 1e9, mutations };
}
