import { addMonths, isoOfDay } from '../../src/calc/day';
import { OWNER, Partnership } from '../support/partnership';
import { counts, LOGS, names, remove, removeAndStartAnew, start } from './support/sample';

const count = (values: readonly unknown[], value: unknown): number => values.filter((one) => one === value).length;

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

  it('leaves what people added or changed, and the sides that it names, until told otherwise', async () => {
    partnership = await Partnership.withSample();
    partnership.log({ party: 'Tidewater Audio', unitValue: '50', note: 'mine' });
    partnership.submit('kpi', { kpi: 'Mine', side: 'both', direction: 'higher', rollUp: 'sum' });
    partnership.script(`
      const log = book.getSheetByName('Contributions');
      log.getRange('M3').setValue('changed by hand');
      log.getRange('G5').setValue(new Date(2020, 0, 1));
      log.getRange('O7').setValue('disputed');
      log.insertColumnsAfter(20, 1); log.getRange('U1').setValue('Mood'); log.getRange('U9').setValue('good');
      const settings = book.getSheetByName('Settings');
      const row = settings.getRange('A:A').getValues().findIndex(([name]) => name === 'Tolerance') + 1;
      settings.getRange(row, 2).setValue(0.2);`);
    expect(partnership.open('remove-sample')).toMatchObject({
      form: { introduction: expect.stringContaining('272 rows are as the sample brought them, 4 were changed') },
    });
    expect(remove(partnership)).toMatchObject({
      message: expect.stringContaining(
        'Removed: 272 rows of the sample. 4 that were changed stay. To take them out as well, choose “remove” and send it again.',
      ),
    });
    const rows = partnership.rows('Contributions');
    expect(rows.map((row) => row.Note === 'changed by hand' || row.Date === '2020-01-01' || row.Status === 'disputed' || row.Mood === 'good' || row.Note === 'mine')).toEqual([true, true, true, true, true]); // prettier-ignore
    expect(counts(partnership)).toEqual([5, 1, 0, 0, null, null, null]);
    const settings = partnership.rows('Settings');
    expect(settings.find(({ Setting }) => Setting === 'Tolerance')).toMatchObject({ Value: 0.2 });
    expect(settings.map(({ Party }) => Party).filter((party) => party !== '')).toEqual([
      'Tidewater Audio',
      'Blue Shelf Trust',
    ]);
    expect(remove(partnership, 'remove')).toMatchObject({ message: expect.stringContaining('Removed: 4 rows') });
    expect(counts(partnership)).toEqual([1, 1, 0, 0, null, null, null]);
    // One’s own row is of Tidewater Audio: that side stays, the other one goes.
    expect(partnership.rows('Settings').map(({ Party }) => Party).filter((party) => party !== '')).toEqual([
      'Tidewater Audio',
    ]); // prettier-ignore
  });

  it('leaves sides that somebody made their own', async () => {
    partnership = await Partnership.withSample();
    partnership.script(`book.getSheetByName('Settings').getRange('E2').setValue('My Studio');`);
    remove(partnership);
    expect(partnership.rows('Settings').map(({ Party }) => Party).filter((party) => party !== '')).toEqual([
      'My Studio',
    ]); // prettier-ignore
  });

  it('also empties a tab that has no other row', async () => {
    partnership = await Partnership.withSample();
    partnership.script(`const kpis = book.getSheetByName('KPIs'); kpis.deleteRows(10, kpis.getMaxRows() - 9);`);
    expect(remove(partnership)).toMatchObject({ kind: 'written' });
    expect(counts(partnership)).toEqual([0, 0, 0, 0, null, null, null]);
    expect(start(partnership)).toMatchObject({
      kind: 'written',
      message: expect.stringContaining('“Remove the sample” in the menu takes it out again.'),
    });
    expect(counts(partnership)).toEqual([125, 8, 64, 8, 25, 9, 10]);
  });
});

describe('the tabs that the sample brought', () => {
  let partnership: Partnership;
  afterEach(() => partnership.host.close());

  it('stay where people have written in them; so do those that people chose', async () => {
    partnership = await Partnership.withSample();
    partnership.add(['decisions']);
    partnership.submit('revenue', { date: '2026-03-01', gross: '500', collectedBy: 'Tidewater Audio' });
    const before = names(partnership);
    expect(remove(partnership)).toMatchObject({ message: expect.not.stringContaining('gone') });
    expect(names(partnership)).toEqual(before);
    // Once they are empty, they go.
    partnership.script(`const sheet = book.getSheetByName('Revenue'); sheet.deleteRow(2);`);
    expect(partnership.open('remove-sample')).toMatchObject({ kind: 'form' });
    expect(remove(partnership)).toMatchObject({ message: expect.stringContaining('gone, too: Statement') });
    expect(names(partnership)).toContain('Decisions');
    expect(names(partnership)).not.toContain('Revenue');
    // Nothing points at what is gone.
    const formulas = partnership.script(
      `return book.getSheets().flatMap((sheet) => sheet.getDataRange().getFormulas().flat()).join()`,
    );
    expect(formulas).not.toContain('#REF!');
  });

  it('stay where they were there before it', async () => {
    partnership = await Partnership.withSample();
    remove(partnership);
    partnership.add(['money']);
    const before = names(partnership);
    start(partnership);
    expect(counts(partnership)).toEqual([125, 8, 64, 8, 25, 9, 10]);
    // A block and its text cells for each log; a run of settings, two of answers, the sides and their text cells.
    expect(partnership.calls.writes).toBeLessThanOrEqual(9 * 2 + 5);
    expect(remove(partnership)).toMatchObject({ message: expect.not.stringContaining('gone') });
    expect(names(partnership)).toEqual(before);
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

  it('is loaded again after it was removed', async () => {
    partnership = await Partnership.withSample();
    const filled = (): unknown[][][] =>
      LOGS.map((tab) => partnership.cells(tab).filter((row) => row.some((cell) => cell !== '')));
    const before = filled();
    remove(partnership);
    expect(start(partnership)).toMatchObject({
      message: expect.stringContaining('Filled: Contributions, KPIs, KPI log, Reviews, Settings.'),
    });
    expect(filled()).toEqual(before);
  });
});
