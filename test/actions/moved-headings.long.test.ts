import { Partnership, PARTNER } from '../support/partnership';

/**
 * What people do to a sheet, and what must not follow from it: that a figure stands in another row than its entry. Each
 * tab with computed columns is tried; figures are compared with the rows that they belong to.
 */
const ACTS: [what: string, act: string, back: string][] = [
  ['a row is inserted above row 2', 'sheet.insertRowsBefore(2, 1);', 'sheet.deleteRow(2);'],
  ['three rows are inserted above row 2', 'sheet.insertRowsBefore(2, 3);', 'sheet.deleteRows(2, 3);'],
  ['a row is inserted above row 3', 'sheet.insertRowsBefore(3, 1);', 'sheet.deleteRow(3);'],
  ['a row is inserted above row 2 and taken away', 'sheet.insertRowsBefore(2, 1); sheet.deleteRow(2);', ''],
  ['a row is inserted above row 1', 'sheet.insertRowsBefore(1, 1);', 'sheet.deleteRow(1);'],
  ['a column is inserted before ours', 'sheet.insertColumnBefore(1);', 'sheet.deleteColumn(1);'],
  [
    'the first column is moved to the end',
    'sheet.moveColumns(sheet.getRange("A:A"), sheet.getMaxColumns() + 1);',
    'sheet.moveColumns(sheet.getRange(1, sheet.getMaxColumns()), 1);',
  ],
  ['the tab is renamed', 'sheet.setName("Our own");', 'sheet.setName(tab);'],
];

/** A tab, the column that names its rows, and the figures that belong to them. */
const TABS: [tab: string, name: string][] = [
  ['Contributions', 'ID'],
  ['KPIs', 'KPI'],
  ['Reviews', 'Rated by'],
  ['Revenue', 'ID'],
  ['Terms', 'ID'],
  ['Payments', 'ID'],
  ['Settings', 'Party'],
];

const RATINGS = {
  ...{ communication: '4', trust: '5', valueDelivery: '3', financial: '4', strategicAlignment: '4' },
  ...{ credibility: '4', reliability: '5', intimacy: '3', selfOrientation: '2' },
};

async function begun(): Promise<Partnership> {
  const partnership = (await Partnership.started()).add(['money']);
  partnership.log({ quantity: '1', unitValue: '10', item: 'small' });
  partnership.log({ quantity: '1', unitValue: '1000', item: 'large' });
  partnership.log({ party: 'Brand', kind: 'cash', quantity: '400' }, PARTNER);
  const kpi = { side: 'both', direction: 'higher', rollUp: 'latest', start: '2026-01-01', due: '2027-12-31' };
  for (const [name, actual] of [
    ['Downloads', '600'],
    ['Sales', '90'],
  ] as const) {
    partnership.submit('kpi', { ...kpi, kpi: name, baseline: '0', target: '1000' });
    partnership.submit('reading', { kpi: name, date: '2026-03-31', actual, source: '', note: '' });
  }
  partnership.submit('terms', { term: 'payer', party: 'Studio' });
  partnership.submit('terms', { term: 'share', party: 'Brand', value: '40%' });
  partnership.submit('revenue', { date: '2026-02-10', item: 'V1', gross: '1000' });
  partnership.submit('revenue', { date: '2026-03-10', item: 'V2', gross: '3000', collectedBy: 'Brand' });
  partnership.submit('payment', { date: '2026-04-10', party: 'Brand', amount: '100' });
  partnership.submit('payment', { date: '2026-04-20', party: 'Brand', amount: '150' });
  const review = { date: '2026-06-30', kind: 'quarterly' };
  partnership.submit('review', { ...review, ...RATINGS, ratedBy: 'Studio' });
  partnership.submit('review', { ...review, ...RATINGS, trust: '1', ratedBy: 'Brand' }, PARTNER);
  return partnership;
}

/** The rows of a tab by their names; of Settings the parties, because what stands beside them belongs to no party. */
function named(partnership: Partnership, tab: string, name: string, ours: (heading: string) => boolean): Rows {
  const cells = partnership.cells(tab);
  const headings = cells.find((row) => row.includes(name)) ?? [];
  const wanted = headings.flatMap((heading, at) => (heading !== '' && ours(String(heading)) ? [at] : []));
  const rows = cells.slice(cells.indexOf(headings) + 1).filter((row) => row[headings.indexOf(name)] !== '');
  return Object.fromEntries(
    rows.map((row) => [
      String(row[headings.indexOf(name)]),
      Object.fromEntries(wanted.map((at) => [headings[at], row[at]])),
    ]),
  );
}

type Rows = Record<string, Record<string, unknown>>;

const PARTY_COLUMNS = [
  'Party',
  'Agreed split',
  'Contributed value',
  'Share of contributions',
  'Entries without a value',
];

/** The Scorecard without the places of rows that have moved. */
const scorecard = (partnership: Partnership): unknown[][] =>
  partnership.cells('Scorecard').map((row) => row.map((cell) => String(cell).replace(/, row \d+|range=\d+:\d+/g, '')));

let partnership: Partnership;

beforeAll(async () => {
  partnership = await begun();
}, 120_000);

afterAll(() => partnership.host.close());

describe.each(TABS)('In %s', (tab, name) => {
  const ours = (heading: string): boolean => tab !== 'Settings' || PARTY_COLUMNS.includes(heading);
  const change = (code: string, called = tab): unknown =>
    partnership.script(
      `const tab = ${JSON.stringify(tab)}; const sheet = book.getSheetByName(${JSON.stringify(called)}); ${code}`,
    );

  it.each(ACTS)('no figure leaves its row when %s', (_what, act, back) => {
    const before = named(partnership, tab, name, ours);
    const page = scorecard(partnership);
    expect(Object.keys(before).length).toBeGreaterThan(1);
    const now = act.includes('setName') ? 'Our own' : tab;

    change(act);
    expect(named(partnership, now, name, ours)).toEqual(before);
    expect(scorecard(partnership)).toEqual(page);

    change(back, now);
    expect(named(partnership, tab, name, ours)).toEqual(before);
  });

  it('a row that is typed above row 2 counts as any other', () => {
    const before = named(partnership, tab, name, ours);
    change(`sheet.insertRowsBefore(2, 1);
      const headings = sheet.getRange(1, 1, 1, sheet.getLastColumn()).getValues()[0];
      sheet.getRange(2, headings.indexOf(${JSON.stringify(name)}) + 1).setValue('Newcomer');`);
    const { Newcomer: added, ...others } = named(partnership, tab, name, ours);
    expect(added).toBeDefined();
    expect(others).toEqual(before);
    change('sheet.deleteRow(2);');
  });
});

describe('Answering', () => {
  it('offers each entry its own value where a row was inserted above row 2', () => {
    const offered = (): unknown =>
      JSON.parse(JSON.stringify(partnership.open('answer', PARTNER)).replace(/Row \d+/g, 'Row n'));
    const before = offered();
    partnership.script(`book.getSheetByName('Contributions').insertRowsBefore(2, 1);`);
    expect(offered()).toEqual(before);
  });
});
