import type { Partnership } from '../support/partnership';
import { setAsOf, type, withPages, written } from './support/pages';

let partnership: Partnership;

beforeAll(async () => {
  partnership = await withPages('commitments', 'items');
  const entry = (date: string, party: string, kind: string, quantity: number, status = 'proposed') => ({
    Date: date,
    Party: party,
    Kind: kind,
    Quantity: quantity,
    Status: status,
  });
  type(partnership, 'Contributions', [
    entry('2026-01-31', 'Studio', 'hours', 100),
    entry('2026-02-01', 'Studio', 'hours', 20),
    entry('2026-02-28', 'studio', 'hours', 12),
    entry('2026-02-15', 'Studio', 'hours', 50, 'disputed'),
    entry('2026-02-15', 'Brand', 'hours', 7),
    entry('2026-03-02', 'Studio', 'hours', 9),
    entry('2026-03-24', 'Brand', 'access', 2),
    entry('2026-03-30', 'Brand', 'access', 3),
  ]);
  type(partnership, 'Items', [
    { Item: 'One', Owner: 'Brand', Published: '2026-02-03' },
    { Item: 'Two', Owner: 'Brand', Published: '2026-02-27' },
    { Item: 'Three', Owner: 'Studio', Published: '2026-02-27' },
  ]);
  type(partnership, 'KPIs', [{ KPI: 'New views', Side: 'Brand', Direction: 'higher', 'Roll-up': 'sum' }]);
  type(partnership, 'KPI log', [
    { Date: '2026-02-10', KPI: 'New views', Actual: 6000 },
    { Date: '2026-02-20', KPI: 'New views', Actual: 3500 },
  ]);
  type(partnership, 'Commitments', [
    { 'What can be promised': 'new views', 'Counted from': 'KPI log', 'Only these': 'New views' },
    { 'What can be promised': 'goodwill' },
  ], 8); // prettier-ignore
  const promise = (side: string, what: string, amount: number, per: string, limit = 'at least') => ({
    Side: side,
    What: what,
    Amount: amount,
    Per: per,
    'At least or at most': limit,
    From: '2026-01-01',
  });
  type(partnership, 'Commitments', [
    promise('Studio', 'hours', 40, 'month'),
    promise('Studio', 'hours', 100, 'quarter'),
    promise('Brand', 'posts', 2, 'month'),
    promise('Brand', 'new views', 10000, 'month'),
    promise('Brand', 'promotions', 2, 'week', 'at most'),
    promise('Brand', 'goodwill', 1, 'week'),
    { ...promise('Brand', 'hours', 40, 'month'), From: '2026-02-15' },
    { ...promise('Brand', 'hours', 40, 'month'), Until: '2026-02-28' },
    promise('Nobody', 'hours', 1, 'month'),
  ]);
  setAsOf(partnership, '2026-03-31');
});

afterAll(() => partnership.host.close());

describe('Commitments', () => {
  it('are counted from what the sheet knows: hours, posts, readings', () => {
    expect(
      partnership
        .rows('Commitments')
        .slice(0, 9)
        .map((row) => [row['This period'], row['Last period'], row['Missed by'], row.Kept]),
    ).toEqual([
      [9, 32, 8, 'short'],
      [141, 0, '', 'not a whole period yet'],
      [0, 2, 0, 'kept'],
      [0, 9500, 500, 'short'],
      [3, 2, 0, 'kept'],
      ['', '', '', 'cannot be counted here'],
      [0, 7, '', 'not a whole period yet'],
      [0, 7, 33, 'ended'],
      [0, 0, 1, 'short'],
    ]);
  });

  it('say where one was not kept, and where a limit is passed', () => {
    const said = partnership.rows('Commitments').slice(0, 9);
    expect(said.map(({ Attention }) => Attention)).toEqual([
      'Studio fell short last month: 32 of 40 hours',
      '',
      '',
      'Brand fell short last month: 9500 of 10000 new views',
      'Brand is beyond its limit this week: 3 promotions, at most 2',
      '',
      '',
      'Brand fell short last month: 7 of 40 hours',
      'No such side: “Nobody”. Choose one of Settings',
    ]);
  });

  it('are held against the hours that there are', () => {
    type(partnership, 'Commitments', [
      { 'Whose hours': 'Studio', 'Hours there are': 60 },
      { 'Whose hours': 'Brand', 'Hours there are': 80 },
    ]);
    const rows = partnership.rows('Commitments');
    // 40 a month and 100 a quarter.
    expect(rows[0]!['Hours promised']).toBeCloseTo(40 + 100 / 3, 9);
    expect(rows[1]).toMatchObject({ 'Hours promised': 40, Load: 0.5 });
    expect(rows.map((row) => row['Attention (hours)']).slice(0, 2)).toEqual([
      'Studio has promised more hours than it has: 122%',
      '',
    ]);
  });

  it('are added by a form, and work in a sheet without items', () => {
    const values = {
      side: 'Studio',
      what: 'hours',
      amount: '1:30',
      per: 'week',
      limit: 'at least',
      from: '2026-01-01',
    };
    expect(written(partnership.submit('commitment', values))).toBe(
      'Studio: at least 1:30 hours a week: written to Commitments, row 11.',
    );
    partnership.script(`book.deleteSheet(book.getSheetByName('Items'));`);
    partnership.open('commitment');
    setAsOf(partnership, '2026-03-31');
    expect(
      partnership
        .rows('Commitments')
        .slice(0, 4)
        .map((row) => row['Last period']),
    ).toEqual([32, 0, 0, 9500]);
  });
});
