import { Partnership } from '../support/partnership';

describe('What is a part of one is shown as a percentage', () => {
  let partnership: Partnership;

  beforeAll(async () => {
    partnership = await Partnership.withSample();
  });
  afterAll(() => partnership.host.close());

  /** What a tab shows, by what stands in one of its columns. */
  const shown = (tab: string, by: string, of: string): Record<string, string> =>
    partnership.script(`const [head, ...rows] = book.getSheetByName('${tab}').getDataRange().getDisplayValues();
      return Object.fromEntries(rows.map((row) => [row[head.indexOf('${by}')], row[head.indexOf('${of}')]]));`) as never;

  it('in the sample', () => {
    expect(shown('Terms', 'Term', 'Value')).toMatchObject({
      share: '42.00%',
      deduction: '3.00%',
      guarantee: '450',
      'payment days': '30',
    });
  });

  it('and of a term that is typed into the form', () => {
    const term = { party: 'Blue Shelf Trust', term: 'share', value: '33.25%', effectiveFrom: '2027-01-01' };
    expect(partnership.submit('terms', term)).toMatchObject({ kind: 'written' });
    expect(shown('Terms', 'Effective from', 'Value')).toMatchObject({ '2027-01-01': '33.25%' });
  });

  it('and of a term that was typed into a cell, from the next time its form is opened', () => {
    partnership.script(`const sheet = book.getSheetByName('Terms'), head = sheet.getRange('1:1').getValues()[0];
      const put = (heading, value) => sheet.getRange(12, head.indexOf(heading) + 1).setValue(value);
      put('Party', 'Blue Shelf Trust'); put('Term', 'Share '); put('Value', 0.1); put('Effective from', new Date(2027, 5, 1));`);
    partnership.open('terms');
    expect(shown('Terms', 'Effective from', 'Value')).toMatchObject({ '2027-06-01': '10.00%' });
  });

  it('while KPIs keep one digit', () => {
    const kpi = { kpi: 'Conversion', unit: '%', target: '45', side: 'both', direction: 'higher', rollUp: 'latest' };
    expect(partnership.submit('kpi', { ...kpi, start: '2026-11-01' })).toMatchObject({ kind: 'written' });
    expect(shown('KPIs', 'KPI', 'Target')).toMatchObject({ Conversion: '45.0%' });
  });
});
