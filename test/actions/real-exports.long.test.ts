import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { Partnership } from '../support/partnership';
import { dataFile } from '../support/project';
import * as again from '../support/recompute';
import { centsByParty, togglRows } from '../support/toggl';

const PARTIES = ['Studio', 'Brand'] as const;

interface DailyViews {
  Date: string;
  Views: string;
}

const views = Papa.parse<DailyViews>(readFileSync(dataFile('youtube-totals.csv'), 'utf8'), {
  header: true,
  skipEmptyLines: true,
}).data.map((row) => [row.Date, 'Views', Number(row.Views)] as const);

/** Puts rows below the heading `from` as a paste does: the tab grows as far as is needed. */
function paste(partnership: Partnership, tab: string, from: string, rows: readonly (readonly unknown[])[]): void {
  partnership.script(
    `const sheet = book.getSheetByName('${tab}'); const rows = ${JSON.stringify(rows)};
     const missing = rows.length + 1 - sheet.getMaxRows();
     if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
     const at = sheet.getRange('1:1').getValues()[0].indexOf('${from}') + 1;
     sheet.getRange(2, at, rows.length, rows[0].length).setValues(rows);`,
  );
}

describe('Real exports, pasted', () => {
  const entries = togglRows(2000, PARTIES);
  let partnership: Partnership;

  beforeAll(async () => {
    partnership = await Partnership.started({ start: '2021-01-01' });
    paste(partnership, 'Contributions', 'Date', entries);
    paste(partnership, 'KPIs', 'KPI', [
      ['Views', 'both', 'operational', 'views', 'higher', '', 15_000_000, '2020-12-01', '2021-12-31', 'lagging', 'sum'],
    ]);
    paste(partnership, 'KPI log', 'Date', views);
  }, 240_000);

  it('are a time tracker’s 1,300 entries and a channel’s 365 days', () => {
    expect([entries.length > 1_300, views.length]).toEqual([true, 365]);
  });

  it('count to the cent for each side', () => {
    const cents = centsByParty(entries);
    const settings = partnership.rows('Settings');
    for (const party of PARTIES) {
      const row = settings.find(({ Party }) => Party === party)!;
      expect(Math.round(Number(row['Contributed value']) * 100)).toBe(cents.get(party));
    }
    const total = PARTIES.reduce((sum, party) => sum + cents.get(party)!, 0);
    expect(partnership.cells('Scorecard')).toContainEqual(
      expect.arrayContaining(['Studio', expect.closeTo(cents.get('Studio')! / total, 12)]),
    );
  });

  it('reach past row 1,000 without a gap', () => {
    const rows = partnership.rows('Contributions');
    expect(rows).toHaveLength(entries.length);
    expect(rows.every(({ Value, Counts, State }) => Value === Counts && State === 'open')).toBe(true);
  });

  it('become the actual of a KPI, judged after its due date by attainment', () => {
    const sum = views.reduce((total, [, , count]) => total + count, 0);
    expect(partnership.rows('KPIs')[0]).toMatchObject({
      Actual: sum,
      Attainment: expect.closeTo(sum / 15_000_000, 12),
    });
    const raw = {
      settings: partnership.rows('Settings'),
      contributions: [],
      kpis: partnership.rows('KPIs').slice(0, 1),
      readings: partnership.rows('KPI log'),
      reviews: [],
    };
    expect(partnership.rows('KPIs')[0]).toMatchObject({ 'KPI status': again.kpis(raw)[0]!.status });
  });

  it('leave the log ready for the next entry, whose form costs no more than in an empty one', () => {
    partnership.log({ unitValue: '40' });
    expect(partnership.calls).toMatchObject({ reads: expect.any(Number) });
    expect(partnership.calls.reads).toBeLessThanOrEqual(3);
    expect(partnership.rows('Contributions')).toHaveLength(entries.length + 1);
  });
});
