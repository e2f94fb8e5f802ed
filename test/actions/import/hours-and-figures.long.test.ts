import { contributions } from '../../../src/registers/contributions';
import { readings } from '../../../src/registers/kpi-log';
import { Partnership } from '../../support/partnership';
import { sharePartnership } from '../../support/share-partnership';
import { bytesOf, type Given } from '../../import/support/import-file';
import { importInto } from './support';

const AT: Given = { answers: { day: '2026-02-28' } };

/** Every format that brings hours, from its file to the shares: an hour of Studio is worth 40.00, one of Brand 60.00. */
describe('Hours of other programs', () => {
  let partnership: Partnership;
  sharePartnership(
    (given) => (partnership = given),
    [contributions],
    () => Partnership.withoutScorecard({ 'first hourlyRate': '40', 'second hourlyRate': '60' }),
  );

  const byHand = {
    source: 'table-contributions',
    columns: { date: ['when'], quantity: ['how long'], note: ['what'] },
    answers: { order: 'day first' },
  };

  it.each<[file: string, given: Given, studio: number, brand: number]>([
    ['import/toggl-bom-amount.csv', {}, 110, 30 + 20],
    ['import/toggl-bom-amount.csv', { answers: { rows: 'day' } }, 110, 50],
    ['import/toggl-summary.csv', AT, 500, 66],
    // An hour and a half, and twenty minutes.
    ['import/clockify-12-hour.csv', {}, 60 + 13.33, 0],
    ['import/harvest-local.csv', {}, 300, 75],
    ['import/worklogs.csv', {}, 60, 15],
    // An hour and a half, and two days and four hours of eight hours each.
    ['import/issue-times.csv', { answers: { ...AT.answers, 'field:party': 'Brand' } }, 0, 90 + 1200],
    ['import/other-table.csv', byHand, 60, 45],
  ])('%s %j come to their shares, once, and are taken back', async (file, given, studio, brand) => {
    const rows = await importInto(partnership, 'contributions', file, bytesOf(file), given);
    expect(rows).toBeGreaterThan(0);
    const sides = () => partnership.rows('Settings').filter(({ Party }) => Party === 'Studio' || Party === 'Brand');
    const all = studio + brand;
    expect(sides().map((side) => [side.Party, side['Contributed value'], side['Share of contributions']])).toEqual([
      ['Studio', expect.closeTo(studio, 6), expect.closeTo(studio / all, 12)],
      ['Brand', expect.closeTo(brand, 6), expect.closeTo(brand / all, 12)],
    ]);
    // Nothing is wrong with any of them: they wait for the other side.
    expect(partnership.rows('Contributions').map(({ Attention }) => Attention)).toEqual(
      Array.from({ length: rows }, () => expect.stringMatching(/^Waits for an answer: /)),
    );
    expect(await importInto(partnership, 'contributions', 'again', bytesOf(file), given)).toBe(0);
    expect(partnership.call('takeImportBack', ['contributions', file])).toMatchObject({ removed: rows, changed: 0 });
    expect(sides().map((side) => side['Contributed value'])).toEqual([0, 0]);
  });
});

/** Every format that brings figures, from its file to what its KPIs stand at. */
describe('Figures of other programs', () => {
  const TARGET = 2_000;
  const KPIS = { Views: 'sum', Reach: 'sum', Streams: 'sum', Followers: 'latest', Watched: 'average' };
  let partnership: Partnership;
  sharePartnership(
    (given) => (partnership = given),
    [readings],
    async () => {
      const made = await Partnership.withoutScorecard({ start: '2025-01-01' });
      for (const [kpi, rollUp] of Object.entries(KPIS)) {
        const values = { kpi, rollUp, side: 'both', direction: 'higher', target: String(TARGET), start: '2025-01-01' };
        expect(made.submit('kpi', values)).toMatchObject({ kind: 'written' });
      }
      return made;
    },
  );

  it.each<[file: string, given: Given, actuals: Partial<Record<keyof typeof KPIS, number>>]>([
    ['import/youtube-chart.csv', {}, { Views: 26 }],
    ['import/youtube-chart.csv', { answers: { period: 'month' } }, { Views: 26 }],
    [
      'import/youtube-content.csv',
      { source: 'youtube-content', answers: { ...AT.answers, 'kpi:Average view duration': 'Watched' } },
      { Views: 1_500, Watched: 3.01666666666667 },
    ],
    ['import/tiktok-no-year.csv', { answers: { year: '2026', 'kpi:Video Views': 'Views' } }, { Views: 4_000 }],
    ['import/tiktok-followers.csv', {}, { Followers: 1_008 }],
    ['import/instagram-metric.csv', {}, { Reach: 1_333 }],
    ['import/instagram-posts.csv', { ...AT, source: 'instagram-posts' }, { Views: 1_500, Reach: 1_150 }],
    [
      'import/spotify-days.csv',
      { answers: { 'kpi:listeners': 'Watched' } },
      { Streams: 75, Followers: 103, Watched: 31 / 3 },
    ],
    ['import/spotify-songs.csv', AT, { Streams: 370 }],
    ['import/dub-partners.csv', { answers: { ...AT.answers, 'kpi:Clicks': 'Views' } }, { Views: 150 }],
  ])('%s %j come to their KPIs, once, and are taken back', async (file, given, actuals) => {
    const rows = await importInto(partnership, 'readings', file, bytesOf(file), given);
    expect(rows).toBeGreaterThan(0);
    const kpis = (): unknown[] =>
      partnership.rows('KPIs').map(({ KPI, Actual, Attainment }) => [KPI, Actual, Attainment]);
    const close = (value: number): unknown => expect.closeTo(value, 10);
    expect(kpis()).toEqual(
      Object.keys(KPIS).map((kpi) => {
        const actual = actuals[kpi as keyof typeof KPIS];
        return actual === undefined ? [kpi, '', ''] : [kpi, close(actual), close(actual / TARGET)];
      }),
    );
    expect(partnership.rows('KPI log').flatMap(({ Attention }) => Attention || [])).toEqual([]);
    expect(await importInto(partnership, 'readings', 'again', bytesOf(file), given)).toBe(0);
    expect(partnership.call('takeImportBack', ['readings', file])).toMatchObject({ removed: rows, changed: 0 });
    expect(kpis()).toEqual(Object.keys(KPIS).map((kpi) => [kpi, '', '']));
  });
});
