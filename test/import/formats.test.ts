import { readdirSync } from 'node:fs';
import { recognise } from '../../src/import/recognise';
import { SOURCES } from '../../src/import/sources';
import { TARGETS } from '../../src/import/targets';
import { dataFile } from '../support/project';
import { bytesOf, importFile, importTable, tableOf, type Given } from './support/import-file';

/** Everybody's euros are dollars here, so that sums can be compared with the files. */
const IN_USD: Given = { sheet: { currency: 'USD' } };

describe('Tables of programs are recognised', () => {
  it.each([
    ['import/toggl-bom-amount.csv', 'toggl'],
    ['toggl-detailed.csv', 'toggl'],
    ['import/toggl-summary.csv', 'toggl-summary'],
    ['import/clockify-12-hour.csv', 'clockify'],
    ['import/harvest-local.csv', 'harvest'],
    ['import/worklogs.csv', 'worklogs'],
    ['import/issue-times.csv', 'issue-times'],
    ['youtube-totals.csv', 'youtube-totals'],
    ['youtube-geography.csv', 'youtube-geography'],
    ['import/youtube-chart.csv', 'youtube-chart'],
    ['import/youtube-content.csv', 'youtube-content youtube-items'],
    ['import/tiktok-no-year.csv', 'tiktok'],
    ['import/tiktok-followers.csv', 'tiktok-followers'],
    ['import/instagram-metric.csv', 'instagram'],
    ['import/instagram-posts.csv', 'instagram-posts instagram-items'],
    ['import/spotify-days.csv', 'spotify'],
    ['import/spotify-songs.csv', 'spotify-songs'],
    ['import/distrokid-2019.tsv', 'distrokid'],
    ['import/distrokid-latin1.tsv', 'distrokid'],
    ['import/distrokid-recoup.csv', 'distrokid'],
    ['import/amazon-associates.csv', 'amazon-associates'],
    ['import/shopify-orders.csv', 'shopify'],
    ['import/stripe-balance.csv', 'stripe'],
    ['import/stripe-balance-older.csv', 'stripe'],
    ['import/paypal-local.csv', 'paypal'],
    ['import/patreon-members.csv', 'patreon'],
    ['import/gumroad-sales.csv', 'gumroad'],
    ['import/dub-commissions.csv', 'dub'],
    ['import/dub-payouts.csv', 'dub-payouts'],
    ['import/dub-partners.csv', 'dub-partners'],
    ['import/other-table.csv', ''],
  ])('%s: %s', async (file, sources) => {
    expect(
      recognise((await tableOf(bytesOf(file))).headings)
        .map(({ id }) => id)
        .join(' '),
    ).toBe(sources);
  });

  it('and every source and every file is among them', async () => {
    const files = readdirSync(dataFile('import')).filter((name) => !name.endsWith('.md'));
    const tables = await Promise.all(
      [...files.map((name) => `import/${name}`), 'youtube-totals.csv', 'youtube-geography.csv'].map((name) =>
        tableOf(bytesOf(name)),
      ),
    );
    const seen = new Set(tables.flatMap(({ headings }) => recognise(headings).map(({ id }) => id)));
    expect([...seen].sort()).toEqual(SOURCES.map(({ id }) => id).sort());
  });

  it.each(SOURCES.map((source) => [source.id, source] as const))(
    '%s fills columns that its register has',
    (_id, source) => {
      const known: string[] = TARGETS[source.target].fields.map(({ id }) => id);
      expect(known).toEqual(
        expect.arrayContaining([...Object.keys(source.fields), ...Object.keys(source.constants ?? {})]),
      );
    },
  );
});

describe('Times become contributions', () => {
  it('of Toggl: an entry a row, over midnight, formulas and line breaks as text, nothing for no time', async () => {
    const { rows, preview, open } = await importFile('import/toggl-bom-amount.csv');
    const studio = { party: 'Studio', kind: 'hours', item: 'Pilot' };
    const brand = { ...studio, party: 'Brand', date: '2026-03-03' };
    expect(open).toEqual([]);
    expect(rows).toEqual([
      { ...studio, date: '2026-03-02', quantity: 2.75, note: 'Cut, first pass' },
      { ...brand, quantity: 0.5, note: '=1+1' },
      { ...brand, quantity: 0.333333333333333, note: 'two\nlines' },
    ]);
    expect(preview.leftOut).toEqual([
      { line: 5, column: 'Duration', found: '00:00:00', why: 'more than 0 is expected' },
    ]);
  });

  it('of Toggl without a length: from the times of day, past midnight as well', async () => {
    const text =
      'User,Start date,Start time,End time,Duration\nAda Example,2026-03-02,11:30 PM,00:15,\nAda Example,2026-03-03,9:00,9:20,';
    const { rows } = await importTable(await tableOf(text));
    expect(rows.map(({ quantity }) => quantity)).toEqual([0.75, 0.333333333333333]);
  });

  it('of Toggl, one row for each day, person and item: no minute is lost', async () => {
    const { rows, keys } = await importFile('import/toggl-bom-amount.csv', { answers: { rows: 'day' } });
    expect(rows.map(({ date, party, quantity, note }) => [date, party, quantity, note])).toEqual([
      ['2026-03-02', 'Studio', 2.75, 'Cut, first pass'],
      ['2026-03-03', 'Brand', 0.833333333333333, '=1+1; two\nlines'],
    ]);
    expect(keys[1]).toMatch(/^toggl day \w{14} =3000000$/);
  });

  it('of Toggl’s summary: the day is asked', async () => {
    const { rows, doubts } = await importFile('import/toggl-summary.csv', { answers: { day: '2026-02-28' } });
    expect(doubts.find(({ key }) => key === 'day')).toMatchObject({ input: 'day', needed: true });
    expect(rows.map(({ date, quantity }) => [date, quantity])).toEqual([['2026-02-28', 12.5], ['2026-02-28', 1.1]]); // prettier-ignore
  });

  it('of Clockify: one day settles the order of all, the total is left out', async () => {
    const { rows, open } = await importFile('import/clockify-12-hour.csv');
    expect(open).toEqual([]);
    expect(rows.map(({ date, quantity }) => [date, quantity])).toEqual([['2026-03-04', 1.5], ['2026-03-14', 0.333333333333333]]); // prettier-ignore
  });

  it('of Harvest: Windows-1252, semicolons, days with points, decimal commas', async () => {
    const { rows, open } = await importFile('import/harvest-local.csv');
    expect(open).toEqual([]);
    expect(rows).toEqual([
      { date: '2026-01-26', party: 'Studio', kind: 'hours', quantity: 7.5, item: 'Pilot', note: 'Schnitt; grob' },
      {
        date: '2026-02-05', party: 'Brand', kind: 'hours', quantity: 1.25, item: 'Pilot', note: 'Größe geändert',
        evidence: 'https://example.com/t/1',
      },
    ]); // prettier-ignore
  });

  it('of worklogs: seconds; the day is the sheet’s', async () => {
    const { rows, keys } = await importFile('import/worklogs.csv');
    expect(rows.map(({ date, quantity, item }) => [date, quantity, item])).toEqual([['2026-03-03', 1.5, 'PL-7'], ['2026-03-03', 0.25, 'PL-8']]); // prettier-ignore
    expect(keys).toEqual(['worklogs 10021', 'worklogs 10022']);
    const elsewhere = await importFile('import/worklogs.csv', { sheet: { zone: 'America/New_York' } });
    expect(elsewhere.rows.map(({ date }) => date)).toEqual(['2026-03-02', '2026-03-03']);
  });

  it('of worklogs by issue: side and day are asked, days of work have eight hours', async () => {
    const answers = { day: '2026-02-28', 'field:party': 'Brand' };
    expect((await importFile('import/issue-times.csv')).open).toEqual(['field:party']);
    const { rows } = await importFile('import/issue-times.csv', { answers });
    expect(rows.map(({ party, quantity, item }) => [party, quantity, item])).toEqual([['Brand', 1.5, 'PL-7'], ['Brand', 20, 'PL-8']]); // prettier-ignore
  });

  it('leaves out whoever is left out', async () => {
    const { rows, preview } = await importFile('import/toggl-bom-amount.csv', {
      answers: { 'side:Ben Example': '(leave out)' },
    });
    expect(rows).toHaveLength(1);
    expect(preview.reasons[0]).toMatchObject({ count: 3, why: expect.stringContaining('as chosen') });
  });
});

describe('Figures become readings', () => {
  const actuals = (rows: Record<string, unknown>[]) => rows.map(({ date, kpi, actual }) => [date, kpi, actual]);

  it('of YouTube’s chart: days are added up over videos, or months', async () => {
    const days = await importFile('import/youtube-chart.csv');
    expect(actuals(days.rows)).toEqual([['2026-02-01', 'Views', 15], ['2026-02-02', 'Views', 7], ['2026-03-01', 'Views', 4]]); // prettier-ignore
    const months = await importFile('import/youtube-chart.csv', { answers: { period: 'month' } });
    expect(actuals(months.rows)).toEqual([['2026-02-28', 'Views', 22], ['2026-03-31', 'Views', 4]]); // prettier-ignore
  });

  it('of YouTube’s videos: the total of the table, averages too; or the videos as items', async () => {
    const figures = await importFile('import/youtube-content.csv', {
      source: 'youtube-content',
      answers: { day: '2026-02-28', 'kpi:Average view duration': 'Watched', 'kpi:Estimated revenue (USD)': 'Reach' },
    });
    expect(actuals(figures.rows)).toEqual([
      ['2026-02-28', 'Views', 1500],
      ['2026-02-28', 'Reach', 3.21],
      ['2026-02-28', 'Watched', 3.01666666666667],
    ]);
    const items = await importFile('import/youtube-content.csv', { source: 'youtube-items' });
    expect(items.rows).toEqual([
      { item: 'Pilot, episode 1', published: '2026-01-13' },
      { item: '=HYPERLINK("x")', published: '2026-02-03' },
    ]);
  });

  it('of TikTok: days without a year are asked, and turn with the year', async () => {
    const { rows, doubts } = await importFile('import/tiktok-no-year.csv', {
      answers: { year: '2026', 'kpi:Video Views': 'Views' },
    });
    expect(doubts.map(({ key }) => key)).toContain('year');
    expect(actuals(rows)).toEqual([['2025-12-30', 'Views', 1200], ['2025-12-31', 'Views', 1300], ['2026-01-01', 'Views', 1500]]); // prettier-ignore
  });

  it('of TikTok’s followers by month: the last of each', async () => {
    const { rows } = await importFile('import/tiktok-followers.csv', { answers: { period: 'month' } });
    expect(actuals(rows)).toEqual([['2026-01-31', 'Followers', 1010], ['2026-02-01', 'Followers', 1008]]); // prettier-ignore
  });

  it('of Instagram: UTF-16 with sep= and the figure’s name above', async () => {
    const { rows } = await importFile('import/instagram-metric.csv');
    expect(actuals(rows)).toEqual([['2026-02-01', 'Reach', 1234], ['2026-02-02', 'Reach', 99]]); // prettier-ignore
  });

  it('of Instagram’s posts: added up, or as items', async () => {
    const figures = await importFile('import/instagram-posts.csv', {
      source: 'instagram-posts',
      answers: { day: '2026-09-30' },
    });
    expect(actuals(figures.rows)).toEqual([['2026-09-30', 'Views', 1500], ['2026-09-30', 'Reach', 1150]]); // prettier-ignore
    const items = await importFile('import/instagram-posts.csv', { source: 'instagram-items' });
    expect(items.rows.map(({ item, published }) => [item, published])).toEqual([['First line\nsecond, line', '2026-09-16'], ['Reel', '2026-09-17']]); // prettier-ignore
  });

  it('of Spotify: by day; songs added up', async () => {
    const { rows } = await importFile('import/spotify-days.csv', {
      answers: { period: 'month', 'kpi:listeners': 'Watched' },
    });
    expect(actuals(rows)).toEqual([
      ['2026-01-31', 'Streams', 55],
      ['2026-02-28', 'Streams', 20],
      ['2026-01-31', 'Watched', 11],
      ['2026-02-01', 'Watched', 9],
      ['2026-01-31', 'Followers', 101],
      ['2026-02-01', 'Followers', 103],
    ]);
    const songs = await importFile('import/spotify-songs.csv', { answers: { day: '2026-01-31' } });
    expect(actuals(songs.rows)).toEqual([['2026-01-31', 'Streams', 370]]);
  });

  it('of Dub’s partners: added up', async () => {
    const { rows } = await importFile('import/dub-partners.csv', {
      answers: { day: '2026-04-30', 'kpi:Clicks': 'Reach', 'kpi:Net Revenue': 'Watched' },
    });
    expect(actuals(rows)).toEqual([['2026-04-30', 'Reach', 150], ['2026-04-30', 'Watched', 419.65]]); // prettier-ignore
  });

  it('of the real exports: 365 days, and the total of all countries', async () => {
    const days = await importFile('youtube-totals.csv');
    expect(days.rows).toHaveLength(365);
    const countries = await importFile('youtube-geography.csv', {
      answers: { day: '2021-12-31', 'kpi:Average view duration': 'Watched' },
    });
    expect(actuals(countries.rows)).toEqual([['2021-12-31', 'Views', 15503810], ['2021-12-31', 'Watched', 4.56666666666667]]); // prettier-ignore
  });
});

describe('Money becomes revenue and payments', () => {
  it('of DistroKid: fractions of cents are added up before they are rounded, in all three layouts', async () => {
    const layouts = ['import/distrokid-2019.tsv', 'import/distrokid-latin1.tsv', 'import/distrokid-recoup.csv'];
    const [first, latin, recoup] = await Promise.all(layouts.map((name) => importFile(name, IN_USD)));
    expect(first!.rows).toEqual([{ date: '2019-09-30', item: 'Opening', source: 'DistroKid', gross: 0.72 }]);
    expect(first!.preview.leftOut).toMatchObject([{ found: '0.001', why: expect.stringContaining('smallest unit') }]);
    expect(latin!.rows).toEqual([{ date: '2026-01-31', item: 'Café', source: 'DistroKid', gross: 0.42 }]);
    expect(recoup!.rows).toEqual([{ date: '2026-01-31', item: 'Opening', source: 'DistroKid', gross: 2.33 }]);
  });

  it('of Amazon: below a title; returns are refunds', async () => {
    const { rows } = await importFile('import/amazon-associates.csv', IN_USD);
    expect(rows.map(({ date, gross, refunds }) => [date, gross, refunds])).toEqual([['2026-03-02', 1.8, undefined], ['2026-03-09', undefined, 0.9]]); // prettier-ignore
  });

  it('of Shopify: an order counts once, split by items to the cent; taxes go back with a refund; e-mails stay away', async () => {
    const { rows, preview } = await importFile('import/shopify-orders.csv');
    const order = { date: '2026-03-02', id: '#1001', source: 'Shopify' };
    expect(rows).toEqual([
      { ...order, id: '#1001 Mug', item: 'Mug', gross: 33.33 },
      { ...order, id: '#1001 Poster', item: 'Poster', gross: 66.67 },
      {
        date: '2026-03-06',
        id: '#1002',
        item: 'Poster',
        source: 'Shopify',
        gross: 59.5,
        refunds: 29.75,
        deductions: 4.75,
      },
    ]);
    expect(preview.leftOut).toMatchObject([{ column: 'Financial Status', found: 'pending' }]);
    expect(JSON.stringify(preview.rows)).not.toContain('@');
  });

  it('of Stripe: sales, refunds and fees, in the day of the sheet; payouts are none; other currencies by a rate', async () => {
    const { rows, preview, doubts } = await importFile('import/stripe-balance.csv', { answers: { 'rate:USD': '0.9' } });
    expect(doubts).toMatchObject([{ key: 'rate:USD', needed: false }]);
    expect(rows).toEqual([
      { date: '2026-04-01', id: 'ch_1', item: 'Course', source: 'Stripe', gross: 100, costs: 3.2 },
      { date: '2026-04-02', id: 're_1', item: 'REFUND FOR CHARGE', source: 'Stripe', refunds: 40 },
      { date: '2026-04-10', item: 'Radar', source: 'Stripe', costs: 0.6 },
      { date: '2026-04-11', id: 'ch_2', item: 'Course', source: 'Stripe', gross: 45, costs: 1.58 },
    ]);
    expect(preview.reasons).toEqual([{ column: 'Type', why: 'it moves money and is no revenue', count: 1 }]);
    const without = await importFile('import/stripe-balance.csv');
    expect(without.preview.reasons).toContainEqual({
      column: 'Amount',
      why: 'the amount is in USD, the sheet in EUR',
      count: 1,
    });
    expect((await importFile('import/stripe-balance-older.csv')).rows).toMatchObject([{ gross: 20, costs: 0.88 }]);
  });

  it('of PayPal: local decimals; the order of days is asked; a refund names its sale', async () => {
    expect((await importFile('import/paypal-local.csv')).open).toEqual(['order']);
    const { rows } = await importFile('import/paypal-local.csv', { answers: { order: 'day first' } });
    expect(rows).toEqual([
      { date: '2026-04-03', id: 'TXN0001', item: 'Workshop', source: 'PayPal', gross: 1234.5, costs: 45 },
      {
        date: '2026-04-05',
        id: 'TXN0002',
        item: 'Workshop',
        source: 'PayPal',
        refundOf: 'TXN0001',
        refunds: 234.5,
        costs: -8,
      },
    ]);
  });

  it('of Patreon: each member’s last charge, and nothing of who they are', async () => {
    const { rows, keys, preview } = await importFile('import/patreon-members.csv');
    expect(rows).toEqual([{ date: '2026-03-01', item: 'Friend', source: 'Patreon', gross: 5 }]);
    expect(JSON.stringify([rows, keys, preview.leftOut])).not.toMatch(/Ann|Bob|@|9001/);
  });

  it('of Gumroad: refunds in the sale’s own row', async () => {
    const { rows } = await importFile('import/gumroad-sales.csv', IN_USD);
    expect(rows.map(({ id, gross, refunds, costs }) => [id, gross, refunds, costs])).toEqual([
      ['g1', 29, undefined, 3.4],
      ['g2', 29, 10, 3.4],
      ['g3', 29, 29, 3.4],
    ]);
  });

  it('of Dub: sales and payouts; what does not count stays away', async () => {
    const sales = await importFile('import/dub-commissions.csv', IN_USD);
    expect(sales.rows).toEqual([
      { date: '2026-04-01', id: 'in_1', item: 'Pro plan', source: 'Dub', gross: 100 },
      { date: '2026-04-02', id: 'in_2', item: 'Pro plan', source: 'Dub', gross: 100, refunds: 100 },
    ]);
    expect(sales.preview.leftOut).toHaveLength(2);
    const payouts = await importFile('import/dub-payouts.csv', IN_USD);
    expect(payouts.rows).toEqual([
      { date: '2026-04-15', party: 'Studio', amount: 30, reference: 'inv_1', note: 'Dub Partners payout' },
    ]);
  });
});

describe('Any other table', () => {
  it('is taken by hand: columns, and what stands for every row', async () => {
    const source = 'table-contributions';
    expect((await importFile('import/other-table.csv', { source })).open).toEqual(['field:date', 'field:quantity']);
    const { rows } = await importFile('import/other-table.csv', {
      source,
      columns: { date: ['when'], quantity: ['how long'], note: ['what'] },
      answers: { order: 'day first' },
    });
    expect(rows).toEqual([
      { date: '2026-04-03', party: 'Studio', kind: 'hours', quantity: 1.5, note: '-5 is no formula' },
      { date: '2026-04-04', party: 'Brand', kind: 'hours', quantity: 0.75, note: '@mention' },
    ]);
  });

  it('asks of a column that was only said in an answer what it asks of any other', async () => {
    const table = await tableOf('Who;When;How long\nAda Example;03/04/2026;1,234\n');
    const answers = { 'field:date': 'when', 'field:quantity': 'how long' };
    const source = 'table-contributions';
    expect((await importTable(table, { source, answers })).open).toEqual(['order', 'decimal']);
    const told = { ...answers, order: 'day first', decimal: ',' };
    const { rows, doubts } = await importTable(table, { source, answers: told });
    expect(rows).toMatchObject([{ date: '2026-04-03', quantity: 1.234 }]);
    expect(doubts.map(({ key }) => key)).toContain('rows');
  });

  it('asks nothing about lines below the table', async () => {
    const text = 'User,Start date,Start time,Duration\nAda Example,2026-03-02,09:00,1:00\n\nExported by Somebody\n';
    const { rows, open, preview } = await importTable(await tableOf(text));
    expect([rows.length, open, preview.leftOut.map(({ line }) => line)]).toEqual([1, [], [4]]);
  });

  it('knows a currency by what stands beside an amount, and asks what others are worth', async () => {
    const table = await tableOf(
      'Date;Item;Gross\n2026-03-02;a;€5.00\n2026-03-02;b;$5.00\n2026-03-02;c;5.00 GBP\n2026-03-02;d;5.00\n',
    );
    const source = 'table-revenue';
    const { doubts, preview } = await importTable(table, { source });
    expect(doubts.map(({ key }) => key)).toEqual(['rate:$', 'rate:GBP']);
    expect(preview.leftOut.map(({ found }) => found)).toEqual(['$', 'GBP']);
    const answers = { 'rate:$': '0.9', 'rate:GBP': '1.2' };
    const { rows } = await importTable(table, { source, answers });
    expect(rows.map(({ gross }) => gross)).toEqual([5, 4.5, 6, 5]);
    // In a sheet of dollars the sign is theirs.
    const inDollars = await importTable(table, { source, sheet: { currency: 'CAD' } });
    expect(inDollars.doubts.map(({ key }) => key)).toEqual(['rate:€', 'rate:GBP']);
  });

  it('leaves out rows that have more cells than there are headings', async () => {
    const text =
      'User,Start date,Start time,Duration\nAda Example,2026-03-02,09:00,1:00\nAda, Example,2026-03-02,09:00,1:00\n';
    const { rows, preview } = await importTable(await tableOf(text));
    expect([rows.length, preview.leftOut]).toMatchObject([
      1,
      [{ line: 3, why: 'the row has 5 cells and the headings are 4' }],
    ]);
  });
});
