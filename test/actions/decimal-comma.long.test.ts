import { type Outcome } from '../../src/actions/asking/outcome';
import { nextKey, OWNER, Partnership } from '../support/partnership';

/** A partnership whose sheet has a decimal comma, and so semicolons in its formulas. */
async function german(): Promise<Partnership> {
  const partnership = await Partnership.open();
  partnership.script(`book.setSpreadsheetLocale('de_DE');`);
  return partnership;
}

const submit = (partnership: Partnership, locale: string, formId: string, values: Record<string, string>): Outcome =>
  partnership.call('submitForm', [formId, { key: nextKey(), locale, values }], OWNER) as Outcome;

const TABS = ['Scorecard', 'Contributions', 'KPIs', 'KPI log', 'Reviews', 'Settings'];

describe('A sheet with a decimal comma', () => {
  it('computes the same figures as one with a decimal point', async () => {
    const point = await Partnership.open();
    submit(point, 'en_US', 'set-up', { sample: 'yes' });
    const comma = await german();
    submit(comma, 'de_DE', 'set-up', { sample: 'yes' });
    for (const tab of TABS) {
      const currency = (cells: unknown[][]): unknown[][] =>
        cells.map((row) =>
          row.map((cell) =>
            typeof cell === 'string' ? cell.replace(/\b(USD|EUR)\b/g, 'currency').replace(/#gid=\d+/g, '#gid') : cell,
          ),
        );
      expect([tab, currency(comma.cells(tab))]).toEqual([tab, currency(point.cells(tab))]);
    }
    const formula = `return book.getSheetByName('Scorecard').getRange('A13').getFormula();`;
    expect(comma.script(formula)).toMatch(/^=ARRAYFORMULA\(LET\(ours;[^,]*PARTNER_BALANCE\([^,]*;[^,]*\);/);
    expect(JSON.stringify(TABS.map((tab) => comma.cells(tab)))).not.toMatch(/#(NAME|VALUE|REF|ERROR|N\/A|DIV)/);
  }, 120_000);

  // Some of them write a decimal comma although lists of such languages often leave them out.
  it.each(['hy_AM', 'az_AZ', 'be_BY', 'ka_GE', 'kk_KZ', 'nn_NO', 'de_CH', 'ja_JP'])(
    'has formulas that can be read in %s',
    async (locale) => {
      const partnership = await Partnership.open();
      partnership.script(`book.setSpreadsheetLocale('${locale}');`);
      submit(partnership, locale, 'set-up', {
        first: 'Studio',
        second: 'Brand',
        firstSplit: '60%',
        currency: 'EUR',
        start: '2026-01-01',
      });
      submit(partnership, locale, 'log', {
        date: '2026-03-31',
        party: 'Studio',
        kind: 'hours',
        quantity: '2',
        unitValue: '50',
      });
      expect(partnership.rows('Contributions')[0]).toMatchObject({ Value: 100, State: 'open' });
      expect(JSON.stringify(TABS.map((tab) => partnership.cells(tab)))).not.toMatch(/#(NAME|VALUE|REF|ERROR|N\/A|DIV)/);
      partnership.host.close();
    },
  );

  it('takes numbers and percentages as they are written there, and shows them so', async () => {
    const partnership = await german();
    submit(partnership, 'de_DE', 'set-up', {
      first: 'Studio',
      second: 'Brand',
      firstSplit: '62,5 %',
      currency: 'EUR',
      start: '2026-01-01',
      rhythm: 'quarterly',
    });
    expect(partnership.rows('Settings')[0]).toMatchObject({ Party: 'Studio', 'Agreed split': 0.625 });
    const entry = { date: '2026-03-31', party: 'Studio', kind: 'hours', quantity: '1,5', unitValue: '1.080,50' };
    expect(submit(partnership, 'de_DE', 'log', entry)).toMatchObject({ kind: 'written' });
    expect(partnership.rows('Contributions')[0]).toMatchObject({ Quantity: 1.5, 'Unit value': 1080.5, Value: 1620.75 });
    expect(
      partnership.script(
        `const sheet = book.getSheetByName('Contributions'); const at = sheet.getRange('1:1').getValues()[0].indexOf('Value');
         return sheet.getRange(2, at + 1).getDisplayValue();`,
      ),
    ).toBe('€1.620,75');
    expect(submit(partnership, 'de_DE', 'log', { ...entry, quantity: 'viel' })).toEqual({
      kind: 'errors',
      errors: { quantity: expect.stringContaining('is not a number') },
    });
  });

  it('takes formulas of its own with semicolons', async () => {
    const partnership = await german();
    expect(partnership.formula('=ROUND(1,25;1)+SUM(1;2)')).toEqual([[4.3]]);
  });
});
