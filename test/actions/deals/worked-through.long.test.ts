import { DEALS } from '../../../src/deals/index';
import { terms } from '../../../src/registers/terms';
import { enteredKeys } from '../../../src/schema/table';
import { Money } from '../support/money';

/**
 * What *Terms* shows of a deal before it is written is what the statement says of the rows that it writes: every kind of
 * deal, for two, three and four sides, in currencies with two decimals, none and three.
 */

/** What is typed for each kind of deal; amounts in a currency of two decimals. */
const TYPED: Record<string, Record<string, string>> = {
  share: { share: '33.33%' },
  fee: { fee: '1,000.50', share: '10%' },
  itemFee: { fee: '500.25', share: '12.5' },
  tiers: { share: '30', above: '2,000', rate: '40%', aboveAll: '5000.55', rateAbove: '50', per: 'month', mode: 'marginal' },
  guarantee: { share: '1%', least: '1,500.75' },
  advance: { advance: '3000.10', share: '40', recoup: '60%' },
  costs: { share: '45%', deduction: '2.9%' },
  both: { share: '50%' },
  costPlus: { margin: '15', expense: '99.99' },
  rights: { fee: '750.55', exclusive: '50%', lasting: '100' },
  bonus: { kpi: 'Views', reached: '93%', amount: '1999.99', start: '80', part: '50' },
  barter: { gives: 'three films', worth: '1200.45', gets: 'studio time', back: '900' },
}; // prettier-ignore

/** The same deal in a currency of so many decimals. */
const inDecimals = (decimals: number, typed: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).map(([key, text]) => [
      key,
      text.replace(/^([\d,]+)\.(\d\d)$/, (_, whole: string, cents: string) =>
        decimals === 0 ? whole : `${whole}.${cents}${'7'.repeat(decimals - 2)}`,
      ),
    ]),
  );

const ENTERED = enteredKeys(terms).length;

const WORLDS = [
  ['two sides, with cents', 'EUR', 2, []],
  ['three sides, without decimals', 'JPY', 0, ['Agency']],
  ['four sides, with three decimals', 'KWD', 3, ['Agency', 'Label']],
] as const;

describe.each(WORLDS)('%s', (_, currency, decimals, further) => {
  let money: Money;
  beforeAll(async () => {
    money = await Money.open();
    // Not every currency is offered in set-up: any code may be typed.
    money.partnership.set('Currency', currency);
    // It is taken over where a form is opened, as people do before they fill it in.
    money.partnership.open('deal');
    further.forEach((side, at) => money.partnership.type('Settings', 4 + at, { Party: side }));
    money.asOf('2026-04-15');
    money.record('kpi', { kpi: 'Views', side: 'Brand', direction: 'higher', rollUp: 'sum', target: '100', start: '2026-01-01' }); // prettier-ignore
    further.forEach((party, at) => money.agree('share', { share: `${5 + at}.55%`, party }));
    money.agree('share', { share: '20%' });
    const gross = inDecimals(decimals, { gross: '6,543.21' }).gross!;
    money.record('revenue', { date: '2026-02-10', gross, item: 'First film' });
    money.record('revenue', { date: '2026-03-03', gross, item: 'First film', costs: '120' });
    money.record('revenue', { date: '2026-03-20', gross: '777', item: 'Second film', collectedBy: 'Brand' });
  }, 300_000);
  afterAll(() => money.partnership.host.close());
  // What the kind of deal before has written is taken out again, and what was agreed before it stays.
  afterEach(() => {
    money.partnership.script(`const sheet = book.getSheetByName('Terms');
      sheet.getRange(${further.length + 4}, 1, 20, ${ENTERED}).clearContent();`);
  });

  it.each(DEALS.map(({ id }) => id))('%s: what is shown is what the rows then come to', (kind) => {
    const typed = { ...inDecimals(decimals, TYPED[kind]!), from: '2026-03-01' };
    const shown = money.look(kind, typed);
    expect(shown.paragraphs.at(-1)).toMatch(/^Worked through on 2026-03, as if it had held then: Brand earns /);
    money.agree(kind, typed);
    const lines = money.partnership
      .rows('Statement lines')
      .filter((row) => String(row.Month) === '2026-03-01' && row.Party === 'Brand');
    const grouped = (amount: number) =>
      amount.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    expect(lines.length).toBeGreaterThan(0);
    expect(shown.table!.rows).toEqual(
      lines.map(({ Line, Of, Amount, Why }) => [
        Of === '' || Of === 'general' ? Line : `${String(Line)}, ${String(Of)}`,
        grouped(Number(Amount)),
        Why,
      ]),
    );
    const earned = Number(money.account('Brand', '2026-03')!.Earned);
    expect(shown.paragraphs.at(-1)).toContain(`Brand earns ${grouped(earned)} ${currency}.`);
  });
});
