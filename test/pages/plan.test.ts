import type { Partnership } from '../support/partnership';
import { set, setAsOf, type, withPages, written } from './support/pages';

let partnership: Partnership;

beforeAll(async () => {
  partnership = await withPages('plan');
});

afterAll(() => partnership.host.close());

const assume = (name: string, ...[low, base, high]: number[]): void => {
  for (const [heading, value] of [['Low', low], ['Base', base], ['High', high ?? base]] as const) {
    set(partnership, 'Plan', 'Assumption', heading, name, value!);
  }
}; // prettier-ignore

const result = (name: string): unknown[] => {
  const row = partnership.rows('Plan').find(({ Result }) => Result === name)!;
  return [row['Low case'], row['Base case'], row['High case'], row['What it says']];
};

describe('The plan', () => {
  it('says nothing of what nobody has filled in', () => {
    expect(result('Return in times of the cost')).toEqual(['', '', '', '']);
    expect(result('Months until the money is back')).toEqual(['', '', '', '']);
    expect(result('Upkeep planned, % of hours')).toEqual(['', '', '', '']);
  });

  it('holds ten hours a week against what they would earn elsewhere', () => {
    // 10 h × 52 weeks × 40 = 20,800; money 1,000 + 2 × 500 + 600 hidden = 2,600, and a tenth of it in reserve.
    assume('Hours a week', 10, 10);
    assume('An hour elsewhere', 40, 40);
    assume('Cash', 1000, 1000);
    assume('Partners to be paid', 2, 2);
    assume('Pay of one', 500, 500);
    assume('Hidden: contracts', 300, 300);
    assume('Hidden: samples', 200, 200);
    assume('Hidden: the team', 100, 100);
    assume('Revenue in all', 40000, 141960, 300000);
    assume('Our share, %', 50, 50);
    expect(result('Hours in all').slice(0, 3)).toEqual([520, 520, 520]);
    expect(result('Hidden costs').slice(0, 3)).toEqual([600, 600, 600]);
    expect(result('Reserve').slice(0, 3)).toEqual([260, 260, 260]);
    expect(result('Total cost').slice(0, 3)).toEqual([23660, 23660, 23660]);
    expect(result('Better than elsewhere by')).toEqual([
      -3660,
      47320,
      126340,
      'it beats what the hours would earn elsewhere',
    ]);
    expect(result('Revenue to break even')).toEqual([47320, 47320, 47320, 'the plan reaches it']);
    expect(result('What an hour earns here')[1]).toBeCloseTo((70980 - 2860) / 520, 9);
  });

  it('reads a return of 3 to 5 times the cost as what is hoped for', () => {
    expect(result('Return in times of the cost').slice(1)).toEqual([3, 150000 / 23660, 'as is hoped for']);
    expect(result('Return on investment, %')[1]).toBeCloseTo(200, 9);
    assume('Revenue in all', 40000, 141959);
    expect(result('Return in times of the cost')[3]).toBe('less than is hoped for');
    assume('Revenue in all', 40000, 236600);
    expect(result('Return in times of the cost')[3]).toBe('as is hoped for');
    assume('Revenue in all', 40000, 236601);
    expect(result('Return in times of the cost')[3]).toBe('very hopeful: reckon more carefully');
    set(partnership, 'Plan', 'Limit', 'Set to', 'Times to', 6);
    expect(result('Return in times of the cost')[3]).toBe('as is hoped for');
  });

  it('says in which month the money is back, or that it never is', () => {
    // 118,300 less 20,800 for the hours in twelve months: 8,125 a month against 2,860.
    assume('Revenue in all', 40000, 236600);
    expect(result('Months until the money is back')).toEqual(['never', 1, 1, 'within the plan']);
    assume('Cash', 1000, 50000);
    expect(result('Months until the money is back')[1]).toBe(Math.ceil((51600 * 1.1) / 8125));
  });

  it('holds upkeep against 10 to 15 %, as planned and as logged', () => {
    assume('of them upkeep', 1, 1, 2);
    expect(result('Upkeep planned, % of hours')).toEqual([10, 10, 20, 'usual']);
    assume('of them upkeep', 1, 1.6);
    expect(result('Upkeep planned, % of hours')[3]).toBe('more care than is usual');
    type(partnership, 'Contributions', [
      { Date: '2026-01-10', Party: 'Studio', Kind: 'hours', Quantity: 91 },
      { Date: '2026-01-10', Party: 'Studio', Kind: 'maintenance hours', Quantity: 9 },
      { Date: '2026-01-10', Party: 'Studio', Kind: 'cash', Quantity: 900 },
    ]);
    expect(result('Upkeep logged, % of hours').slice(1)).toEqual([9, 9, 'little care: enough for a light partnership']);
  });

  it('adds to a fee for exclusive rights, and for rights without end', () => {
    assume('Base fee', 1000, 1000);
    expect(result('Fee, exclusive').slice(0, 3)).toEqual([1250, 1250, 1250]);
    expect(result('Fee, exclusive and without end').slice(0, 3)).toEqual([1750, 1750, 1750]);
  });

  it('calls a pilot met when a KPI of every side has grown by a fifth', () => {
    const kpi = (name: string, side: string, baseline: number, direction = 'higher') => ({
      ...{ KPI: name, Side: side, Direction: direction, 'Roll-up': 'latest', Baseline: baseline, Target: 200 },
    });
    type(partnership, 'KPIs', [
      kpi('Leads of Studio', 'Studio', 100),
      kpi('Leads of Brand', 'Brand', 50),
      kpi('Both', 'both', 1),
    ]);
    type(partnership, 'KPI log', [
      { Date: '2026-02-01', KPI: 'Leads of Studio', Actual: 120 },
      { Date: '2026-02-01', KPI: 'Leads of Brand', Actual: 59 },
      { Date: '2026-02-01', KPI: 'Both', Actual: 9 },
    ]);
    setAsOf(partnership, '2026-03-31');
    const sides = (): unknown[] =>
      partnership
        .rows('Plan')
        .slice(0, 2)
        .map((row) => [row['Pilot of'], row['Grown by'], row['Pilot met'], row['For all sides']]);
    expect(sides()).toEqual([
      ['Studio', 0.2, 'met', 'not met by every side'],
      ['Brand', 0.18, 'not met', ''],
    ]);
    type(partnership, 'KPI log', [{ Date: '2026-03-01', KPI: 'Leads of Brand', Actual: 60 }], 5);
    expect(sides()).toEqual([
      ['Studio', 0.2, 'met', 'met by every side'],
      ['Brand', 0.2, 'met', ''],
    ]);
  });
});

describe('How the plan shows what it holds', () => {
  /** What the cells show, by the name in the first column. */
  const shown = (of: Partnership, name: string, heading: string): Record<string, string> =>
    Object.fromEntries(
      of.script(
        `const cells = book.getSheetByName('Plan').getDataRange().getDisplayValues(), [headings] = cells;
         return cells.slice(1).map((row) => [row[headings.indexOf('${name}')], row[headings.indexOf('${heading}')]]);`,
      ) as [string, string][],
    );
  const both = (of: Partnership): Record<string, string> => ({
    ...shown(of, 'Assumption', 'Base'),
    ...shown(of, 'Result', 'Base case'),
  });
  const IN_EURO = {
    ...{ 'Hours a week': '10', 'of them upkeep': '1.5', Weeks: '52', 'An hour elsewhere': '€40.00', 'Base fee': '€800.00' },
    ...{ 'Reserve, %': '10', 'Hours in all': '520.0', 'Worth of the hours elsewhere': '€20,800.00' },
    ...{ 'Upkeep planned, % of hours': '15.0', 'Fee, exclusive': '€1,000.00' },
  }; // prettier-ignore

  beforeAll(() => {
    assume('Hours a week', 10, 10);
    assume('of them upkeep', 1.5, 1.5);
    assume('An hour elsewhere', 40, 40);
    assume('Base fee', 800, 800);
  });

  it('shows amounts in the currency, and weeks and hours as they were typed', () => {
    expect(both(partnership)).toMatchObject(IN_EURO);
  });

  it('takes over another currency wherever the rows stand, and leaves hours as they are', () => {
    // People sort their assumptions; what is computed beside them stays where it is.
    partnership.script(`const plan = book.getSheetByName('Plan'), headings = plan.getDataRange().getValues()[0];
      const first = headings.indexOf('Assumption') + 1;
      plan.getRange(2, first, 17, headings.indexOf('What it means') + 2 - first).sort(first);`);
    partnership.set('Currency', 'JPY');
    partnership.open('log');
    expect(both(partnership)).toMatchObject({
      ...{ ...IN_EURO, 'An hour elsewhere': '¥40', 'Base fee': '¥800' },
      ...{ 'Worth of the hours elsewhere': '¥20,800', 'Fee, exclusive': '¥1,000' },
    });
    partnership.set('Currency', 'EUR');
    partnership.open('log');
    expect(both(partnership)).toMatchObject(IN_EURO);
  });

  it('is shown so by Set up in a sheet of a version that had one look for all', () => {
    partnership.script(`const plan = book.getSheetByName('Plan');
      plan.getRange(2, 1, plan.getMaxRows() - 1, plan.getMaxColumns()).setNumberFormat('#,##0.00');
      const mark = book.createDeveloperMetadataFinder().withKey('partner-ledger-tab').find()
        .find((one) => JSON.parse(one.getValue()).tab === 'plan');
      mark.setValue(JSON.stringify({ ...JSON.parse(mark.getValue()), version: 2 }));`);
    expect(both(partnership)).toMatchObject({ Weeks: '52.00', 'An hour elsewhere': '40.00' });
    expect(written(partnership.submit('set-up', {}))).toContain('Plan');
    expect(both(partnership)).toMatchObject(IN_EURO);
  });
});

describe('The results', () => {
  const shown = (): string[][] =>
    partnership.script(`const sheet = book.getSheetByName('Plan');
      const at = sheet.getRange('1:1').getValues()[0].indexOf('Base case') + 1;
      const rows = sheet.getRange(2, at - 2, 17, 3).getValues();
      return sheet.getRange(2, at, 17, 1).getNumberFormats().map(([format], row) => [rows[row][0], format]);`) as string[][];

  it.each([
    ['when the sheet is opened', () => void partnership.call('onOpen', [{ authMode: 'FULL' }])],
    ['by Set up this sheet', () => void partnership.submit('set-up', {})],
  ])('are shown as what they are after a row was inserted above them: %s', (_, open) => {
    open();
    const before = shown();
    expect(new Set(before.map(([, format]) => format)).size).toBeGreaterThan(2);
    partnership.script(`book.getSheetByName('Plan').insertRowBefore(5);`);
    expect(shown()).not.toEqual(before);
    open();
    expect(shown()).toEqual(before);
    open();
    expect(shown()).toEqual(before);
    partnership.script(`book.getSheetByName('Plan').deleteRow(5);`);
    open();
    expect(shown()).toEqual(before);
  });

  it('keep a format that somebody has chosen', () => {
    const [first] = shown();
    partnership.script(`const sheet = book.getSheetByName('Plan');
      sheet.getRange(2, sheet.getRange('1:1').getValues()[0].indexOf('Base case') + 1).setNumberFormat('0.0000');`);
    partnership.call('onOpen', [{ authMode: 'FULL' }]);
    expect(shown()[0]).toEqual([first![0], '0.0000']);
  });
});
