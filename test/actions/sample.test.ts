import { addMonths, dayOfIso, isoOfDay } from '../../src/calc/day';
import type { TypedTable } from '../functions/support/deals';
import { Followed } from '../functions/support/followed';
import { linesOf } from '../functions/support/followed-line';
import { OWNER, Partnership } from '../support/partnership';
import { LOGS, removeAndStartAnew, start } from './support/sample';

const count = (values: readonly unknown[], value: unknown): number => values.filter((one) => one === value).length;

/** Of its lines, and of the sentences that say why. */
const KINDS_OF_SAMPLE = [
  'adjustment: change of share', 'adjustment: rest', 'recouped: recouped', 'recouped: rest', 'share: rest', 'share: slices',
  'top-up: guarantee', 'top-up: rest',
]; // prettier-ignore

describe('the sample partnership', () => {
  let partnership: Partnership;
  beforeAll(async () => {
    partnership = await Partnership.withSample();
  });
  afterAll(() => partnership.host.close());

  it('is a whole year that ends before the month of the day on which it is loaded', () => {
    const settings = Object.fromEntries(partnership.rows('Settings').map((row) => [row.Setting, row.Value]));
    const today = String(settings['As of']);
    const begun = String(settings['Partnership start']);
    expect(begun).toMatch(/-01$/);
    expect(addMonthsIso(begun, 12)).toBe(`${today.slice(0, 8)}01`);
    const dates = partnership.rows('Contributions').map((row) => String(row.Date));
    expect([...dates].sort()).toEqual(dates);
    expect(dates[0]! >= begun && dates[dates.length - 1]! < addMonthsIso(begun, 12)).toBe(true);
    expect(new Set(dates.map((date) => date.slice(0, 7))).size).toBe(12);
  });

  it('holds every kind of entry in every state, and no error', () => {
    const rows = partnership.rows('Contributions');
    const states = rows.map(({ State }) => State);
    expect(rows).toHaveLength(125);
    expect(new Set(rows.map(({ Kind }) => Kind)).size).toBe(7);
    expect([...new Set(states)].sort()).toEqual([
      'accepted', 'changed since accepted', 'disputed', 'no value yet', 'open',
    ]); // prettier-ignore
    expect(count(states, 'changed since accepted')).toBe(3);
    // An accepted value is the value of that row, but where it was changed later.
    for (const row of rows) if (row.State === 'accepted') expect(row['Accepted value']).toBe(row.Value);
    for (const row of rows) expect(String(row['Answered by']).startsWith(String(row.Party))).toBe(false);
    const all = LOGS.flatMap((tab) => partnership.cells(tab)).flat();
    expect(all.filter((cell) => typeof cell === 'string' && cell.startsWith('#'))).toEqual([]);
    expect(new Set(rows.map(({ ID }) => ID)).size).toBe(125);
  });

  it('drifts away from the agreed split: within tolerance at two reviews, beyond it at the last two', () => {
    const rows = partnership.rows('Contributions');
    const dates = [...new Set(partnership.rows('Reviews').map((row) => String(row.Date)))];
    const gaps = dates.map((date) => {
      const until = rows.filter((row) => String(row.Date) <= date);
      const sum = (of: typeof rows): number => of.reduce((total, row) => total + Number(row.Counts), 0);
      return 0.55 - sum(until.filter(({ Party }) => Party === 'Tidewater Audio')) / sum(until);
    });
    expect(gaps.map((gap) => gap < -0.1)).toEqual([false, false, true, true]);
    expect(partnership.rows('Settings').slice(0, 2)).toMatchObject([
      { Party: 'Tidewater Audio', Liaison: 'Mara Lindt', 'Agreed split': 0.55 },
      { Party: 'Blue Shelf Trust', Liaison: 'Jonas Eide', 'Agreed split': 0.45 },
    ]);
  });

  it('has KPIs that rise and one that falls, of all perspectives, in every status, one without a reading', () => {
    const kpis = partnership.rows('KPIs');
    expect(kpis).toHaveLength(8);
    expect(new Set(kpis.map(({ Perspective }) => Perspective)).size).toBe(4);
    expect(kpis.map((row) => row['KPI status'])).toEqual([
      'on track', 'at risk', 'off track', 'at risk', 'on track', 'at risk', 'on track', '',
    ]); // prettier-ignore
    expect(kpis[5]).toMatchObject({ Direction: 'lower', Baseline: 21, Actual: 14 });
    expect(kpis[7]).toMatchObject({ Actual: '', Attainment: '' });
    expect(partnership.rows('KPI log')).toHaveLength(64);
  });

  it('has reviews by both sides, who see it more and more differently', () => {
    const reviews = partnership.rows('Reviews');
    expect(reviews.map((row) => row.Health)).toEqual([80, 85, 65, 80, 50, 75, 45, 80]);
  });

  it('has a quarter that was closed and comes out the same, and one that would come out otherwise since', () => {
    const periods = partnership.rows('Closed periods');
    const account = partnership.rows('Statement table');
    const earned = (party: unknown, period: Record<string, unknown>): number =>
      account
        .filter(({ Month, Party }) => Party === party && String(Month) >= String(period['First day']))
        .filter(({ Month }) => String(Month) <= String(period['Last day']))
        .reduce((sum, { Earned }) => sum + Math.round(100 * Number(Earned)), 0);
    expect(periods).toHaveLength(4);
    for (const period of periods.slice(0, 2)) {
      expect(Math.round(100 * Number(period.Earned))).toBe(earned(period.Party, period));
      expect(period).toMatchObject({ 'Would be otherwise': '', Attention: '', 'Reopened at': '' });
    }
    const late = partnership.rows('Revenue').findIndex(({ Note }) => String(Note).startsWith('Entered after')) + 2;
    for (const period of periods.slice(2)) {
      expect(Math.round(100 * Number(period.Earned))).toBeLessThan(earned(period.Party, period));
      expect(period['Would be otherwise']).toMatch(/Earned [\d,.]+, now [\d,.]+/);
      // The row has all figures; what is said of it has the first one.
      const [first = '', ...more] = String(period['Would be otherwise']).split('; ');
      expect(more.length).toBeGreaterThan(3);
      expect(period.Attention).toBe(
        `Closed ${String(period.Period)}, ${String(period.Party)}: ${first} and ${more.length} more. Changed since: Revenue row ${late}`,
      );
      expect(period['Changed since']).toBe(`Revenue row ${late}`);
    }
    const said = partnership
      .cells('Scorecard')
      .flat()
      .filter((cell) => String(cell).startsWith('Closed 20'));
    expect(said).toEqual(expect.arrayContaining(periods.slice(2).map(({ Attention }) => Attention)));
    const closed = partnership.rows('Revenue').map(({ Closed }) => Closed);
    expect(closed.filter((period) => period === periods[0]!.Period)).toHaveLength(4);
    expect(closed[late - 2]).toBe('');
  });

  it('has a statement of which every amount can be followed by its Why, to rows of Revenue and Terms', () => {
    const table = (tab: string): TypedTable => {
      const rows = partnership.rows(tab);
      const headings = Object.keys(rows[0]!);
      return [headings, ...rows.map((row) => headings.map((heading) => row[heading] as string | number))];
    };
    const lines = table('Statement lines').map((row, at) =>
      at ? [dayOfIso(String(row[0])), ...row.slice(1).map((cell) => (cell === '' ? null : cell))] : row,
    );
    const [asOf] = partnership.rows('Settings').flatMap((row) => (row.Setting === 'As of' ? [String(row.Value)] : []));
    const deal = { revenue: table('Revenue'), terms: table('Terms'), as_of: asOf!, payments: '' as const, decimals: 2 };
    const followed = new Followed(deal, linesOf(lines));
    followed.all();
    expect(lines.length).toBeGreaterThan(35);
    expect([...followed.kinds].sort()).toEqual(KINDS_OF_SAMPLE);
  });

  it('is loaded once', () => {
    expect(start(partnership)).toMatchObject({ message: 'This sheet is already set up. Nothing was changed.' });
    expect(partnership.calls.writes).toBe(0);
  });
});

const addMonthsIso = (iso: string, months: number): string =>
  isoOfDay(addMonths(Date.parse(iso) / 86_400_000 + 25_569, months));

describe('removing the sample', () => {
  let partnership: Partnership;
  afterEach(() => partnership.host.close());

  it('takes everything out in one step; then the sheet is set up for one’s own', async () => {
    partnership = await Partnership.withSample();
    removeAndStartAnew(partnership, OWNER);
  });
});

describe('the sample in a ledger that stands already', () => {
  let partnership: Partnership;
  afterEach(() => partnership.host.close());

  it('is refused where people have rows of their own, and nothing is written', async () => {
    partnership = await Partnership.started();
    expect(start(partnership)).toEqual({
      kind: 'refused',
      message: 'The sample wants an empty ledger, and Settings holds rows of your own. Nothing was changed.',
    });
    partnership.log({});
    expect(start(partnership)).toMatchObject({
      message: expect.stringContaining('Contributions holds rows of your own'),
    });
    expect(partnership.calls.writes).toBe(0);
  });
});
