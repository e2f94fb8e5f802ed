import type { OpenedExport } from '../../../src/actions/export/open-export';
import type { ExportedRows } from '../../../src/actions/export/export-rows';
import { PARTNER, Partnership } from '../../support/partnership';

describe('Export', () => {
  let partnership: Partnership;
  beforeAll(async () => {
    partnership = await Partnership.started({ money: 'yes' });
  });
  afterAll(() => partnership.host.close());

  const open = (user?: string): OpenedExport => partnership.call('openExport', [], user) as OpenedExport;
  const rowsOf = (tab: string, first = 1): ExportedRows => partnership.call('exportRows', [tab, first]) as ExportedRows;

  it('offers every tab, also those of people, to everybody', () => {
    partnership.script(`book.insertSheet('Our own').getRange('A1:B2').setValues([['Name', 'Size'], ['a', 2.5]]);`);
    expect(open(PARTNER).tabs).toEqual(expect.arrayContaining(['Scorecard', 'Contributions', 'Statement', 'Our own']));
    expect(rowsOf('Our own')).toEqual({ kind: 'rows', rows: [['Name', 'Size'], ['a', 2.5]], next: null }); // prettier-ignore
  });

  it('writes numbers as they are, days and words as they are shown', () => {
    partnership.log({ date: '2026-03-31', item: '=1+1', quantity: '1234.5', unitValue: '2' });
    const { rows } = rowsOf('Contributions');
    const cell = (heading: string): unknown => rows[1]![rows[0]!.indexOf(heading)];
    expect(['Date', 'Item', 'Quantity', 'Value', 'State'].map(cell)).toEqual(['2026-03-31', '=1+1', 1234.5, 2469, 'open']); // prettier-ignore
  });

  it('hands a long tab over in parts, to its end', () => {
    partnership.script(`const sheet = book.insertSheet('Long');
      sheet.getRange('A1:A4500').setValues(Array.from({ length: 4500 }, (_, at) => [at + 1]));`);
    const seen: unknown[] = [];
    for (let first: number | null = 1; first !== null;) {
      const { rows, next } = rowsOf('Long', first);
      expect(rows.length).toBeLessThanOrEqual(2_000);
      seen.push(...rows.flat());
      first = next;
    }
    expect(seen).toEqual(Array.from({ length: 4500 }, (_, at) => at + 1));
  });

  it('says in words that a tab is gone', () => {
    expect(partnership.call('exportRows', ['No such', 1])).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('no tab “No such”'),
    });
  });

  it('knows the dates ahead by names that stay, and forgets what is done', () => {
    partnership.submit('kpi', { kpi: 'Views', side: 'both', direction: 'higher', rollUp: 'sum', due: '2099-06-30' });
    partnership.submit('kpi', { kpi: 'Old', side: 'both', direction: 'higher', rollUp: 'sum', due: '2020-06-30' });
    partnership.submit('review', {
      ratedBy: 'Studio',
      date: '2026-03-31',
      kind: 'check-in',
      trust: '4',
      nextStep: 'Agree the cover',
      due: '2099-01-31',
    });
    const first = open();
    expect(first.dates.map(({ day, what, where }) => [day, what, where])).toEqual([
      ['2099-01-31', 'Next step: Agree the cover', 'Reviews'],
      ['2099-06-30', 'KPI due: Views', 'KPIs'],
    ]);
    const moveTo = (tab: string, heading: string, value: string): unknown =>
      partnership.script(`const sheet = book.getSheetByName('${tab}');
        sheet.getRange(2, sheet.getRange('1:1').getValues()[0].indexOf('${heading}') + 1).setValue('${value}');`);
    moveTo('KPIs', 'Due', '2099-07-31');
    moveTo('Reviews', 'Done', 'yes');
    const second = open();
    expect(second.dates).toEqual([{ ...first.dates[1]!, day: '2099-07-31' }]);
    expect(new Set(first.dates.map(({ uid }) => uid)).size).toBe(2);
  });
});
