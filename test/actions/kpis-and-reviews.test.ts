import { readings } from '../../src/registers/kpi-log';
import { kpis } from '../../src/registers/kpis';
import { reviews } from '../../src/registers/reviews';
import { PARTNER, type Partnership } from '../support/partnership';
import { sharePartnership } from '../support/share-partnership';

let partnership: Partnership;
const ofItsOwn = sharePartnership((given) => (partnership = given), [kpis, readings, reviews]);

describe('KPIs and their log', () => {
  it('take the actual by roll-up, and judge pace before the due date and attainment after it', async () => {
    await ofItsOwn();
    partnership.script(`const settings = book.getSheetByName('Settings');
      const names = settings.getRange('A:A').getValues().map(([name]) => name);
      settings.getRange(names.indexOf('As of') + 1, 2).setValue(46203);
      const kpis = book.getSheetByName('KPIs');
      // KPI, Side, kind, perspective, unit, direction, roll-up, baseline, target, start, due, weight
      kpis.getRange('B2:M5').setValues([
        ['Downloads', 'both', 'operational', 'downloads', 'higher', 0, 1000, 46023, 46387, 'lagging', 'latest', 1],
        ['Sales', 'both', 'financial', 'EUR', 'higher', '', 500, 46023, 46100, 'lagging', 'sum', 1],
        ['Days to release', 'Studio', 'operational', 'days', 'lower', '', 10, 46023, 46100, 'leading', 'average', 1],
        ['Formats', 'both', 'innovation', 'formats', 'higher', '', 3, 46023, 46387, 'leading', 'sum', 1],
      ]);`);
    const record = (kpi: string, date: string, actual: string) =>
      partnership.submit('reading', { kpi, date, actual, source: 'report', note: '' });
    expect(record('Downloads', '2026-06-01', '600')).toMatchObject({
      kind: 'written',
      message: 'Downloads: 600 on 2026-06-01: written to KPI log, row 2.',
    });
    record('Downloads', '2026-03-01', '250');
    record('Sales', '2026-02-01', '300');
    record('Sales', '2026-03-01', '150');
    record('Days to release', '2026-02-01', '12');
    record('Days to release', '2026-03-01', '13');
    // A reading after the as-of date does not count yet.
    record('Downloads', '2026-12-01', '9000');
    const [downloads, sales, days, formats] = partnership.rows('KPIs');
    expect(downloads).toMatchObject({ Actual: 600, Attainment: 0.6, 'KPI status': 'on track' });
    expect(downloads!.Pace).toBeCloseTo(600 / 1000 / ((46203 - 46023) / (46387 - 46023)), 12);
    expect(sales).toMatchObject({ Actual: 450, Attainment: 0.9, 'KPI status': 'at risk' });
    expect(days).toMatchObject({ Actual: 12.5, Attainment: 0.75, 'KPI status': 'off track' });
    expect(formats).toMatchObject({ Actual: '', Attainment: '', Pace: '', 'KPI status': '' });
    expect([downloads, sales, days, formats].map((row) => row!.Trend)).toEqual(['better', 'worse', 'worse', '']);

    // Of two readings of one day the lower row counts, and neither is the earlier one.
    record('downloads ', '2026-06-01', '250');
    expect(partnership.rows('KPIs')[0]).toMatchObject({ Actual: 250, Trend: 'steady' });
    record('Downloads', '2026-05-31', '100');
    expect(partnership.rows('KPIs')[0]).toMatchObject({ Actual: 250, Trend: 'better' });
    record('Formats', '2026-05-31', '2');
    expect(partnership.rows('KPIs')[3]).toMatchObject({ Actual: 2, Trend: '' });
  });

  it('have names of their own', () => {
    const add = (kpi: string, key: string) =>
      partnership.submit('kpi', { kpi, side: 'both', direction: 'higher', rollUp: 'sum' }, PARTNER, key);
    expect(add('Sales', '00000AAA')).toMatchObject({ kind: 'written' });
    expect(add(' sales', '00000BBB')).toEqual({
      kind: 'errors',
      errors: { kpi: 'Another one is already called “sales”.' },
    });
    // The same submission again is no second one.
    expect(add('Sales', '00000AAA')).toMatchObject({ message: expect.stringContaining('already written this') });
    expect(add('Sales per week', '00000CCC')).toMatchObject({ kind: 'written' });
    expect(partnership.calls.reads).toBeLessThanOrEqual(3);
    expect(partnership.rows('KPIs').map(({ KPI }) => KPI)).toEqual(['Sales', 'Sales per week']);
  });

  it('are not due before they start, neither when added nor later', () => {
    const kpi = { kpi: 'Sales', side: 'both', direction: 'higher', rollUp: 'sum', start: '2026-05-01' };
    const refused = {
      kind: 'errors',
      errors: { due: 'It cannot be due before it starts. Choose 2026-05-01 or a later day.' },
    };
    expect(partnership.submit('kpi', { ...kpi, due: '2026-04-30' })).toEqual(refused);
    expect(partnership.rows('KPIs')).toEqual([]);
    expect(partnership.submit('kpi', { ...kpi, due: '2026-05-01' }, PARTNER, '00000AAA')).toMatchObject({
      kind: 'written',
    });
    const shown: Record<string, string> = { ...kpi, due: '2026-05-01', weight: '1' };
    const was = Object.fromEntries(
      [
        'kpi',
        'side',
        'perspective',
        'unit',
        'direction',
        'baseline',
        'target',
        'start',
        'due',
        'rollUp',
        'kind',
        'weight',
      ].map((key) => [`was ${key}`, shown[key] ?? '']),
    );
    const edit = (changed: Record<string, string>) =>
      partnership.submit('edit kpi K-00000AAA', { ...shown, ...was, ...changed });
    expect(edit({ due: '2026-04-30' })).toEqual(refused);
    expect(edit({ start: '2026-05-02' })).toMatchObject({ kind: 'errors', errors: { due: expect.any(String) } });
    expect(edit({ due: '2026-12-31' })).toMatchObject({ kind: 'written' });
  });

  it('offer the KPIs of the sheet and refuse others', () => {
    partnership.script(
      `book.getSheetByName('KPIs').getRange('B2:F2').setValues([['Views', 'both', 'operational', 'views', 'higher']]);`,
    );
    expect(partnership.open('reading')).toMatchObject({
      form: { fields: [{ key: 'kpi', choices: [{ value: 'Views', hint: 'Counted in views.' }] }, {}, {}, {}, {}] },
    });
    expect(partnership.submit('reading', { kpi: 'Likes', date: '2026-01-01', actual: '5' })).toEqual({
      kind: 'errors',
      errors: { kpi: 'Choose one of: Views.' },
    });
  });
});

describe('Review', () => {
  it('writes one side’s ratings and the sheet scores them', () => {
    const ratings = { communication: '4', trust: '3', valueDelivery: '5', financial: '3', strategicAlignment: '5' };
    const others = { credibility: '4', reliability: '5', intimacy: '3', selfOrientation: '2' };
    const outcome = partnership.submit(
      'review',
      { ratedBy: 'Brand', date: '2026-03-31', kind: 'quarterly', ...ratings, ...others, nextStep: 'Call weekly' },
      PARTNER,
    );
    expect(outcome).toMatchObject({ kind: 'written', where: { tabId: 'reviews', row: 2 } });
    // Fours on a scale of 1 to 5 are three quarters; trust is (4 + 5 + 3) ÷ 2.
    expect(partnership.rows('Reviews')).toMatchObject([{ 'Rated by': 'Brand', Health: 75, 'Trust score': 6 }]);
    partnership.submit('review', {
      ratedBy: 'Studio',
      date: '2026-03-31',
      kind: 'quarterly',
      communication: '4',
      trust: '4',
    });
    // Two of five rated is a coverage of 40 %, below the 60 % that Settings ask for.
    expect(partnership.rows('Reviews')[1]).toMatchObject({ Health: '', 'Trust score': '' });
  });

  it('refuses ratings outside 1 to 5', () => {
    expect(
      partnership.submit('review', {
        ratedBy: 'Brand',
        date: '2026-03-31',
        kind: 'quarterly',
        trust: '6',
        financial: '0',
      }),
    ).toEqual({ kind: 'errors', errors: { trust: 'At most 5.', financial: 'It cannot be less than 1.' } });
  });
});
