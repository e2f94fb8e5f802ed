import type { OpenedExport } from '../../../src/actions/export/open-export';
import type { ExportedRows } from '../../../src/actions/export/export-rows';
import { icsOf } from '../../../src/sidebar/export/ics';
import { readIcs } from '../../support/read-ics';
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
    partnership.script(`const sheet = book.insertSheet('Long'); sheet.insertRowsAfter(1000, 4000);
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

  it('knows the dates of the page Calendar by names that stay, whatever moves', () => {
    expect(open().dates).toBeNull();
    expect(partnership.call('addPage', ['calendar'])).toMatchObject({ kind: 'changed' });
    partnership.submit('review', {
      ratedBy: 'Studio',
      date: '2026-03-31',
      kind: 'check-in',
      trust: '4',
      nextStep: 'Agree the cover',
      due: '2099-01-31',
    });
    const step = () => (open().dates ?? []).filter(({ what }) => what.includes('Agree the cover'));
    const [first] = step();
    expect(first).toMatchObject({ day: '2099-01-31', where: 'Reviews, row 2' });
    partnership.script(`const sheet = book.getSheetByName('Reviews'); sheet.insertRowsBefore(2, 1);
      sheet.getRange(3, sheet.getRange('1:1').getValues()[0].indexOf('Due') + 1).setValue('2099-02-28'); SpreadsheetApp.flush();`);
    expect(step()).toEqual([{ ...first!, day: '2099-02-28', where: 'Reviews, row 3' }]);
    const uids = (open().dates ?? []).map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(uids.length);
    partnership.script(`const sheet = book.getSheetByName('Reviews');
      sheet.getRange(3, sheet.getRange('1:1').getValues()[0].indexOf('Done') + 1).setValue('yes'); SpreadsheetApp.flush();`);
    expect(step()).toEqual([]);
  });

  it('gives a calendar the same UID for a row that says something else, and for one of two that say the same', () => {
    partnership.script(`const sheet = book.getSheetByName('Reviews');
      const at = (heading) => sheet.getRange('1:1').getValues()[0].indexOf(heading) + 1;
      sheet.getRange(3, at('Done')).setValue('no');
      sheet.getRange(4, at('Next step')).setValue('Typed by hand'); sheet.getRange(4, at('Due')).setValue('2099-05-31');`);
    const typed = () => (open().dates ?? []).find(({ what }) => what.includes('by hand'))!.uid;
    const before = typed();
    for (const due of ['2099-03-31', '2099-04-30']) {
      expect(
        partnership.submit('review', { ratedBy: 'Studio', date: '2026-03-31', kind: 'check-in', trust: '4', nextStep: 'Call', due }),
      ).toMatchObject({ kind: 'written' }); // prettier-ignore
    }
    const step = (day: string) => (open().dates ?? []).find((date) => date.day === day)?.uid;
    const [cover, first, second] = ['2099-02-28', '2099-03-31', '2099-04-30'].map(step);
    expect(new Set([before, cover, first, second]).size).toBe(4);
    partnership.script(`const sheet = book.getSheetByName('Reviews');
      const cells = sheet.getDataRange().getValues(); const at = (heading) => cells[0].indexOf(heading);
      cells.forEach((row, i) => {
        if (row[at('Next step')] === 'Agree the cover') sheet.getRange(i + 1, at('Next step') + 1).setValue('Agree both covers');
        if (row[at('Next step')] === 'Call' && row[at('Due')].getMonth() === 2) sheet.getRange(i + 1, at('Done') + 1).setValue('yes');
      }); SpreadsheetApp.flush();`);
    expect(['2099-02-28', '2099-03-31', '2099-04-30'].map(step)).toEqual([cover, undefined, second]);
    expect(typed()).toBe(before);
  });

  it('gives a calendar the same UID for what is payable, whatever it comes to, and is read as it was', () => {
    for (const term of [
      { term: 'payer', party: 'Studio' },
      { term: 'share', party: 'Brand', value: '30%' },
      { term: 'payment days', party: 'Brand', value: '30' },
    ]) {
      expect(partnership.submit('terms', term)).toMatchObject({ kind: 'written' });
    }
    const payable = () => (open().dates ?? []).filter(({ what }) => what.startsWith('Payment due'));
    const month = { date: new Date().toISOString().slice(0, 10) };
    partnership.submit('revenue', { ...month, gross: '1000' });
    const [first, ...others] = payable();
    expect(first!.what).toContain('300.00');
    expect(others).toEqual([]);
    partnership.submit('revenue', { ...month, gross: '2000' });
    expect(payable()).toEqual([{ ...first!, what: first!.what.replace('300.00', '900.00') }]);
    const dates = open().dates!;
    expect(readIcs(icsOf('Partner Ledger', dates, new Date()))).toMatchObject(dates);
  });
});
