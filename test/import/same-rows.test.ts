import fc from 'fast-check';
import Papa from 'papaparse';
import type { FileTable } from '../../src/import/file/file-table';
import { bytesOf, importFile, importTable, tableOf } from './support/import-file';
import { EVERY_FILE } from './support/every-file';

/** A table as a file of another make. */
const written = ({ title, headings, rows, total }: FileTable, delimiter: string, newline = '\n'): string => {
  const cells = [headings.map(({ text }) => text), ...(total ? [total.cells] : []), ...rows.map((row) => row.cells)];
  return (title === '' ? '' : `${title}${newline}`) + Papa.unparse(cells as string[][], { delimiter, newline });
};

const withBytes = (text: string, encoding: string, mark: boolean): Uint8Array => {
  const marked = (mark ? '\ufeff' : '') + text;
  if (encoding === 'utf-8') return new TextEncoder().encode(marked);
  const little = Buffer.from(marked, 'utf16le');
  return new Uint8Array(encoding === 'utf-16be' ? little.swap16() : little);
};

describe.each(EVERY_FILE)('%s %j', (file, given) => {
  it('gives the same rows whatever the order of its columns, its separator, its line ends and its encoding', async () => {
    const table = await tableOf(bytesOf(file));
    const whole = await importTable(table, given);
    expect(whole.rows.length).toBeGreaterThan(0);
    const widths = fc.shuffledSubarray(
      table.headings.map((_, at) => at),
      { minLength: table.headings.length },
    );
    await fc.assert(
      fc.asyncProperty(
        widths,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom(['utf-8', true], ['utf-8', false], ['utf-16le', true], ['utf-16be', true], ['utf-16le', false]),
        async (order, delimiter, newline, [encoding, mark]) => {
          const pick = <T>(cells: readonly T[]): T[] => order.map((at) => cells[at]!);
          const moved: FileTable = {
            ...table,
            headings: pick(table.headings),
            // The word Total stays in front.
            total: table.total,
            rows: table.rows.map((row) => ({ ...row, cells: pick(row.cells) })),
          };
          const totals = table.total && { ...table.total, cells: pick(table.total.cells) };
          const isFirst = !totals || totals.cells.find((cell) => cell !== '') === 'Total';
          fc.pre(isFirst);
          const text = written({ ...moved, total: totals }, delimiter, newline);
          const again = await importTable(await tableOf(withBytes(text, encoding as string, mark as boolean)), given);
          expect([again.rows, again.keys]).toEqual([whole.rows, whole.keys]);
        },
      ),
      { numRuns: 12, seed: 7 },
    );
  });

  it('gives nothing a second time', async () => {
    const first = await importFile(file, given);
    const second = await importFile(file, { ...given, keys: first.keys });
    expect([second.rows, second.preview.known]).toEqual([[], first.rows.length]);
    expect(new Set(first.keys).size).toBe(first.keys.length);
  });
});

/** What stands in the register, by what names it: amounts under one name are added up. */
const standing = (imports: { rows: Record<string, string | number>[] }[], figure: string): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const row of imports.flatMap(({ rows }) => rows)) {
    const { [figure]: value, ...name } = row;
    const key = JSON.stringify(name);
    sums.set(key, (sums.get(key) ?? 0) + Number(value));
  }
  return sums;
};

describe('Two files that overlap', () => {
  const part = (table: FileTable, from: string, to: string, column: number): FileTable => ({
    ...table,
    rows: table.rows.filter(({ cells }) => cells[column]! >= from && cells[column]! <= to),
  });
  const days = fc
    .integer({ min: 0, max: 700 })
    .map((at) => new Date(Date.UTC(2021, 0, 1 + at)).toISOString().slice(0, 10));

  it.each([
    ['toggl-detailed.csv', 'entry', 7, 'quantity', { 'side:Producer': 'Studio' }],
    ['toggl-detailed.csv', 'day', 7, 'quantity', { 'side:Producer': 'Studio', rows: 'day' }],
    ['youtube-totals.csv', 'day', 0, 'actual', {}],
    ['youtube-totals.csv', 'month', 0, 'actual', { period: 'month' }],
  ])('of %s by %s are as good as the whole', async (file, _way, column, figure, answers) => {
    const table = await tableOf(bytesOf(file));
    const whole = standing([await importTable(table, { answers })], figure);
    await fc.assert(
      fc.asyncProperty(days, days, async (a, b) => {
        const [from, to] = [a, b].sort() as [string, string];
        // By month the second file has to hold the months that the first one did not finish.
        const start = 'period' in answers ? `${from.slice(0, 7)}-01` : from;
        const first = await importTable(part(table, '2000-01-01', to, column), { answers });
        const second = await importTable(part(table, start, '2100-01-01', column), { answers, keys: first.keys });
        expect(standing([first, second], figure)).toEqual(
          new Map([...whole].map(([key, sum]) => [key, expect.closeTo(sum, 6)])),
        );
        const third = await importTable(table, { answers, keys: [...first.keys, ...second.keys] });
        expect(third.rows).toEqual([]);
      }),
      { numRuns: 15, seed: 11 },
    );
  });

  it('of a day that was not over: what came since is written', async () => {
    const text = 'User,Start date,Start time,Duration\nAda Example,2026-03-02,09:00:00,01:00:00\n';
    const later = `${text}Ada Example,2026-03-02,15:00:00,00:30:00\n`;
    const answers = { rows: 'day' };
    const first = await importTable(await tableOf(text), { answers });
    const second = await importTable(await tableOf(later), { answers, keys: first.keys });
    expect(second.rows).toMatchObject([{ date: '2026-03-02', quantity: 0.5 }]);
    expect(second.doubts.find(({ key }) => key === 'rows')!.choices.map(({ value }) => value)).toEqual(['day']);
    const third = await importTable(await tableOf(later), { answers, keys: [...first.keys, ...second.keys] });
    expect(third.rows).toEqual([]);
  });

  it('of orders that were refunded since: the refund is written, of the day on which it was learned', async () => {
    const sold = { ...(await tableOf(bytesOf('import/shopify-orders.csv'))) };
    const at = sold.headings.findIndex(({ name }) => name === 'refunded amount');
    const refunded = (amount: string): FileTable => ({
      ...sold,
      rows: sold.rows.map(({ line, cells }) => ({
        line,
        cells: cells.map((cell, i) => (i === at && cell !== '' ? amount : cell)),
      })),
    });
    const first = await importTable(refunded('0'), { sheet: { today: '2026-04-01' } });
    const second = await importTable(refunded('29.75'), { sheet: { today: '2026-05-01' }, keys: first.keys });
    expect(second.rows).toEqual([
      { date: '2026-05-01', item: 'Mug', source: 'Shopify', refundOf: '#1001 Mug', refunds: 9.92 },
      { date: '2026-05-01', item: 'Poster', source: 'Shopify', refundOf: '#1001 Poster', refunds: 19.83 },
      { date: '2026-05-01', item: 'Poster', source: 'Shopify', refundOf: '#1002', refunds: 29.75, deductions: -4.75 },
    ]);
    const keys = [...first.keys, ...second.keys];
    const third = await importTable(refunded('59.50'), { sheet: { today: '2026-06-01' }, keys });
    expect(third.rows.at(-1)).toEqual({
      date: '2026-06-01', item: 'Poster', source: 'Shopify', refundOf: '#1002', refunds: 29.75, deductions: -4.75,
    }); // prettier-ignore
    expect((await importTable(refunded('59.50'), { keys: [...keys, ...third.keys] })).rows).toEqual([]);
  });
});
