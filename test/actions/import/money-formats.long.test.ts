import type { ServiceCall } from '../../../src/localhost/contract/host';
import { Partnership } from '../../support/partnership';
import { bytesOf, type Given } from '../../import/support/import-file';
import { blocksOfFile, importInto, send, standing } from './support';

/** Every format that brings money, from its file to the statement: Brand gets 30 % of what comes in, Studio the rest. */
async function dealIn(currency: string): Promise<Partnership> {
  const partnership = await Partnership.started({ money: 'yes', currency, start: '2019-01-01' });
  const terms = [
    { term: 'payer', party: 'Studio' },
    { term: 'share', party: 'Brand', value: '30%' },
  ];
  for (const term of terms) {
    const outcome = partnership.submit('terms', term);
    if (outcome.kind !== 'written') throw new Error(JSON.stringify(outcome));
  }
  return partnership;
}

/** What each side has earned over all months, by the statement's table. */
function earned(partnership: Partnership): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { Party, Earned } of partnership.rows('Statement table')) {
    if (typeof Party !== 'string' || Party === '') continue;
    sums[Party] = Math.round(((sums[Party] ?? 0) + Number(Earned)) * 100) / 100;
  }
  return sums;
}

const attention = (partnership: Partnership, tab: string): unknown[] =>
  partnership.rows(tab).flatMap((row) => (row.Attention === '' || row.Attention === undefined ? [] : [row.Attention]));

/** Types into the column of a row that was imported, as a person does. */
const type = (partnership: Partnership, id: string, heading: string, text: string): unknown =>
  partnership.script(`const sheet = book.getSheetByName('Revenue');
    const [headings, ...rows] = sheet.getDataRange().getValues();
    const row = rows.findIndex((cells) => cells[headings.indexOf('ID')] === ${JSON.stringify(id)}) + 2;
    sheet.getRange(row, headings.indexOf(${JSON.stringify(heading)}) + 1).setValue(${JSON.stringify(text)});
    SpreadsheetApp.flush();`);

type Format = [file: string, given: Given, brand: number, studio: number];

const EUR: Format[] = [
  // 100.00 over two items, and 59.50 − 29.75 refunded − 4.75 taxes.
  ['import/shopify-orders.csv', {}, 37.5, 87.5],
  // 20.00 − 0.88
  ['import/stripe-balance-older.csv', {}, 5.74, 13.38],
  // 1,234.50 − 45.00, of which 234.50 went back and 8.00 of the fee came back.
  ['import/paypal-local.csv', { answers: { order: 'day first' } }, 288.9, 674.1],
  ['import/patreon-members.csv', {}, 1.5, 3.5],
];

const inUsd = { sheet: { currency: 'USD' } };
const USD: Format[] = [
  ['import/distrokid-2019.tsv', inUsd, 0.22, 0.5],
  ['import/distrokid-latin1.tsv', inUsd, 0.13, 0.29],
  ['import/distrokid-recoup.csv', inUsd, 0.7, 1.63],
  // 25.60, 15.60 after a refund of 10.00, and a fee that stays where all went back.
  ['import/gumroad-sales.csv', inUsd, 11.34, 26.46],
  // One sale of 100.00; the other was paid back whole.
  ['import/dub-commissions.csv', inUsd, 30, 70],
];

describe.each([
  ['EUR', EUR],
  ['USD', USD],
])('Money of other programs, in %s', (currency, formats) => {
  let partnership: Partnership;
  beforeAll(async () => {
    partnership = await dealIn(currency);
  }, 120_000);
  afterAll(() => partnership.host.close());

  it.each(formats)('%s comes to its statement, once, and is taken back', async (file, given, brand, studio) => {
    const rows = await importInto(partnership, 'revenue', file, bytesOf(file), given);
    expect(rows).toBeGreaterThan(0);
    expect(attention(partnership, 'Revenue')).toEqual([]);
    expect(earned(partnership)).toEqual({ Brand: brand, Studio: studio });
    expect(await importInto(partnership, 'revenue', 'again', bytesOf(file), given)).toBe(0);
    expect(partnership.call('takeImportBack', ['revenue', file])).toMatchObject({ removed: rows, changed: 0 });
    expect(partnership.rows('Revenue').filter(({ Date: day }) => day !== '')).toEqual([]);
  });
});

describe('Refunds of which the file does not name the sale', () => {
  it('of Stripe wait, in words, until somebody names it; fees without a sale count', async () => {
    const partnership = await dealIn('EUR');
    const given = { answers: { 'rate:USD': '0.9' } };
    await importInto(partnership, 'revenue', 'stripe', bytesOf('import/stripe-balance.csv'), given);
    // 96.80 − 0.60 + 43.42, each month rounded by itself: the first sale is of March in UTC, of April in the sheet.
    expect(earned(partnership)).toEqual({ Brand: 41.89, Studio: 97.73 });
    expect(attention(partnership, 'Revenue')).toEqual([expect.stringMatching(/^Left out: /)]);
    type(partnership, 're_1', 'Refund of', 'ch_1');
    expect(attention(partnership, 'Revenue')).toEqual([]);
    expect(earned(partnership)).toEqual({ Brand: 29.89, Studio: 69.73 });
    // What a person has changed stays when the import is taken back.
    expect(partnership.call('takeImportBack', ['revenue', 'stripe'])).toMatchObject({ removed: 3, changed: 1 });
    partnership.host.close();
  });

  it('of Amazon likewise: a return names its sale by the ID that the sale was given', async () => {
    const partnership = await dealIn('USD');
    await importInto(partnership, 'revenue', 'amazon', bytesOf('import/amazon-associates.csv'), inUsd);
    expect(earned(partnership)).toEqual({ Brand: 0.54, Studio: 1.26 });
    const [sale, refund] = partnership.rows('Revenue');
    type(partnership, String(refund!.ID), 'Refund of', String(sale!.ID));
    expect(attention(partnership, 'Revenue')).toEqual([]);
    expect(earned(partnership)).toEqual({ Brand: 0.27, Studio: 0.63 });
    partnership.host.close();
  });
});

describe('Money of other programs', () => {
  let partnership: Partnership;
  beforeEach(async () => {
    partnership = await dealIn('EUR');
  });
  afterEach(() => partnership.host.close());

  it('is paid back later: the next file adds the refund to the item of the order that it was of', async () => {
    const file = Buffer.from(bytesOf('import/shopify-orders.csv')).toString();
    await importInto(partnership, 'revenue', 'march', file);
    // All of the order of two items goes back.
    const later = file.replace(',M,0.00,5001,', ',M,100.00,5001,').replace('paid,2026-03-02', 'refunded,2026-03-02');
    expect(later).not.toBe(file);
    expect(await importInto(partnership, 'revenue', 'april', later)).toBe(2);
    // As of a day on which the refunds are known.
    partnership.script(`const sheet = book.getSheetByName('Settings');
      const row = sheet.getRange('A:A').getValues().findIndex(([name]) => name === 'As of') + 1;
      sheet.getRange(row, 2).setValue(new Date(2026, 11, 31)); SpreadsheetApp.flush();`);
    expect(attention(partnership, 'Revenue')).toEqual([]);
    const refunds = partnership.rows('Revenue').filter((row) => row['Refund of'] !== '' && row.Date !== '');
    expect(refunds.map((row) => [row['Refund of'], row.Refunds])).toEqual([
      ['#1001 Mug', 33.33],
      ['#1001 Poster', 66.67],
    ]);
    expect(earned(partnership)).toEqual({ Brand: 7.5, Studio: 17.5 });
  });

  it('that was paid out goes to Payments, and the balance is what is left', async () => {
    await importInto(partnership, 'revenue', 'sales', bytesOf('import/shopify-orders.csv'));
    const usd = { answers: { 'side:Ada Example': 'Brand', 'rate:USD': '1' } };
    expect(await importInto(partnership, 'payments', 'payouts', bytesOf('import/dub-payouts.csv'), usd)).toBe(1);
    expect(attention(partnership, 'Payments')).toEqual([]);
    const brand = partnership.rows('Statement table').filter(({ Party }) => Party === 'Brand');
    expect(brand.at(-1)).toMatchObject({ Balance: 7.5 });
    expect(partnership.call('takeImportBack', ['payments', 'payouts'])).toMatchObject({ removed: 1 });
  });

  it('that is killed anywhere in a block has written it or none of it, and the next try finishes it', async () => {
    const file = bytesOf('import/shopify-orders.csv');
    const [block] = await blocksOfFile(partnership, 'revenue', file);
    const calls: ServiceCall[] = [];
    partnership.host.onServiceCall = (call) => void calls.push(call);
    send(partnership, 'revenue', 'killed', block!);
    partnership.host.onServiceCall = undefined;
    partnership.call('takeImportBack', ['revenue', 'killed']);
    for (const { number } of calls.filter(({ kind }) => kind === 'write')) {
      partnership.host.onServiceCall = (call) => (call.number === number ? 'kill' : undefined);
      expect(() => send(partnership, 'revenue', 'killed', block!)).toThrow('Exceeded maximum execution time');
      partnership.host.onServiceCall = undefined;
      expect([0, 3]).toContain(standing(partnership, 'revenue').keys.length);
      send(partnership, 'revenue', 'killed', block!);
      expect(earned(partnership)).toEqual({ Brand: 37.5, Studio: 87.5 });
      expect(partnership.call('takeImportBack', ['revenue', 'killed'])).toMatchObject({ removed: 3, changed: 0 });
    }
  });
});
