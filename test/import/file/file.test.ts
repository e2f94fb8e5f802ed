import fc from 'fast-check';
import Papa from 'papaparse';
import { checkKind, NotATable } from '../../../src/import/file/file-kind';
import { decode } from '../../../src/import/file/decode';
import { WITHOUT_PAUSES } from '../../../src/import/slices';
import { tableOf } from '../support/import-file';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'utf8')] : part)));

describe('The text of a file', () => {
  it.each([
    ['UTF-8', bytes('Größe €')],
    ['UTF-8 with its mark', bytes([0xef, 0xbb, 0xbf], 'Größe €')],
    ['UTF-16, little end first', bytes([0xff, 0xfe], [...Buffer.from('Größe €', 'utf16le')])],
    ['UTF-16, big end first', bytes([0xfe, 0xff], [...Buffer.from('Größe €', 'utf16le').swap16()])],
    ['UTF-16 without a mark', bytes([...Buffer.from('Größe €', 'utf16le')])],
    ['Windows-1252', bytes('Gr', [0xf6, 0xdf], 'e ', [0x80])],
  ])('in %s', async (_name, given) => {
    expect(await decode(given, WITHOUT_PAUSES)).toBe('Größe €');
  });

  it('in two encodings is read line by line, and the page is not kept by it', async () => {
    let time = 0;
    const pause = jest.fn(() => Promise.resolve());
    const slices = { now: () => (time += 1_000), pause };
    const mixed = bytes(...Array.from({ length: 100 }, () => ['Größe\n', 'Gr', [0xf6, 0xdf], 'e\n']).flat(), 'Größe');
    expect(await decode(mixed, slices)).toBe(`${'Größe\n'.repeat(200)}Größe`);
    expect(pause.mock.calls.length).toBeGreaterThan(5);
  });

  it('in UTF-8 is whatever was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        fc.pre(
          !text.startsWith('\ufeff') &&
            !text.includes('\0') &&
            !/[\ud800-\udfff]/.test(text.replace(/\p{L}|\p{S}/gu, '')),
        );
        expect(await decode(bytes(text), WITHOUT_PAUSES)).toBe(text);
      }),
    );
  });
});

describe('What is no table', () => {
  it.each([
    ['an image', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), /image/],
    ['a photo', bytes([0xff, 0xd8, 0xff, 0xe0]), /image/],
    ['a PDF', bytes('%PDF-1.7'), /PDF/],
    ['an Excel file', bytes('PK\x03\x04', [...Array(26).fill(0)], '[Content_Types].xml'), /save it as CSV/],
    ['an old Excel file', bytes([0xd0, 0xcf, 0x11, 0xe0]), /save it as CSV/],
    ['an Excel file of another make', bytes('PK\x03\x04', [...Array(26).fill(0)], '_rels/.rels'), /save it as CSV/],
    ['a text document', bytes('{\\rtf1\\ansi hello, world; and\ttabs}'), /text document/],
    ['a packed file', bytes('PK\x03\x04', [...Array(26).fill(0)], 'Table data.csv'), /Unpack/],
    ['a web page', bytes('<!DOCTYPE html><html><body>Log in</body></html>'), /web page/],
    ['a web page that begins with a remark', bytes('<!-- saved -->\n<html><body>a, b</body></html>'), /web page/],
    [
      'a web page without its first tags',
      bytes('<meta charset="utf-8"><style>a,b{c:d}</style>\n<p>a, b</p>'),
      /web page/,
    ],
    [
      'a table of a web page, as some programs write .xls',
      bytes('<table border="1">\n<tr><td>1,5</td></tr>\n</table>'),
      /web page/,
    ],
    ['a drawing', bytes('<svg xmlns="x"><path d="M1,2 3,4"/>\n<path d="M1,2 3,4"/></svg>'), /XML/],
    ['XML that does not say so', bytes('<Workbook>\n<Row a="1,2"/>\n<Row a="3,4"/></Workbook>'), /XML/],
    ['lists of numbers for programs', bytes('[1,2,3]\n[4,5,6]\n'), /JSON/],
    ['JSON', bytes('[{"a": 1}]'), /JSON/],
    ['nothing', bytes(''), /empty/],
    ['blanks', bytes('\n \n'), /blanks/],
    ['binary', bytes('a,b\n', [0, 1, 2]), /text file/],
    ['prose', bytes('Dear Ada\nhow are you'), /no table/],
    ['a quotation mark amid a cell', bytes('Date,Note\n2026-01-01,"a"b\n2026-01-02,c\n'), /row 2 a quotation mark/],
    ['an open quotation mark', bytes('Date,Views\n2026-01-01,"5\n2026-01-02,6\n'), /row 2 a quotation mark/],
  ])('%s is refused in one sentence or two', async (_name, given, message) => {
    const refused = tableOf(given);
    await expect(refused).rejects.toThrow(NotATable);
    await expect(refused).rejects.toThrow(message);
  });

  it('200 MB are refused before they are read', () => {
    expect(() => checkKind(new Uint8Array(10), 200_000_000)).toThrow(/200 MB; at most 50 MB/);
  });
});

describe('A table', () => {
  it.each([',', ';', '\t', '|'])(
    'whose headings stand in angle brackets is no web page, with %j',
    async (separator) => {
      const { headings } = await tableOf(`<P>${separator} <TITLE>\n2026-05-01${separator}1\n`);
      expect(headings.map(({ text }) => text)).toEqual(['<P>', '<TITLE>']);
    },
  );

  it('keeps the numbers of its rows as a spreadsheet shows them', async () => {
    const { rows, title, total } = await tableOf(
      'sep=;\nReport of May\n\nDate;Views\n2026-05-01;1\n\n2026-05-02;2\nTotal;3\n',
    );
    expect([title, rows.map(({ line }) => line), total?.line]).toEqual(['Report of May', [5, 7], 8]);
  });

  it.each([
    ['old', '\r', '\r'],
    ['mixed', '\r\n', '\n'],
    ['mixed the other way', '\n', '\r\n'],
  ])('whose lines end in %s ways has all of its rows', async (_name, first, second) => {
    const { rows } = await tableOf(`Date,Views${first}2026-05-01,1${second}2026-05-02,"2${first}3"${first}`);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['2026-05-01', '1'],
      ['2026-05-02', '2\n3'],
    ]);
  });

  it('that was put together of several has its headings once', async () => {
    const { rows } = await tableOf('Date,Views\n Date,Views\n2026-05-01,1\nDate,Views\n2026-05-02,2\n');
    expect(rows.map(({ line }) => line)).toEqual([3, 5]);
  });

  it('tells columns of one heading apart, and names those without', async () => {
    const { headings } = await tableOf('Date,Note,,Note\n2026-05-01,a,b,c\n');
    expect(headings.map(({ text }) => text)).toEqual(['Date', 'Note', 'Column 3', 'Note 2']);
  });

  it('of 100 columns is read', async () => {
    const names = Array.from({ length: 100 }, (_, at) => `Field ${at}`);
    const { headings, rows } = await tableOf(`${names.join(',')}\n${names.map((_, at) => at).join(',')}\n`);
    expect([headings.length, rows[0]!.cells.length]).toEqual([100, 100]);
  });

  it('with broken quotation marks keeps them as text', async () => {
    const { rows } = await tableOf('Date,Note\n2026-05-01,5" disk\n2026-05-02,a"b"c\n2026-05-03,fine\n');
    expect(rows.map(({ cells }) => cells[1])).toEqual(['5" disk', 'a"b"c', 'fine']);
  });

  it('comes out as it was written, with any cells', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', ' ', ',', ';', '\t', '"', '\n', 'é', '=', '-') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 }),
        fc.constantFrom(',', ';', '\t'),
        async (cells, delimiter) => {
          const rows = cells.map((row) => ['2026-01-01', ...row]);
          const text = Papa.unparse([['User', 'Start date', 'Start time', 'Duration'], ...rows], { delimiter });
          expect((await tableOf(text)).rows.map((row) => row.cells)).toEqual(rows);
        },
      ),
    );
  });
});
