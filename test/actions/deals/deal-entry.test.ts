import { Money } from '../support/money';

/** A deal in words: chosen, seen worked through, written as rows. */

let money: Money;
const terms = (): unknown[][] =>
  money.partnership
    .rows('Terms')
    .map((row) => [row.Party, row.Term, row.Value, row['Effective from'], row.Item, row.Threshold, row.Mode, row.Per]);

beforeAll(async () => {
  money = await Money.open();
  money.asOf('2026-04-15');
}, 120_000);
afterAll(() => money.partnership.host.close());
beforeEach(() => money.clear());

it('is shown in words and worked through on an example before anything is written', () => {
  const preview = money.look('share', { share: '60' });
  expect(preview.paragraphs).toEqual([
    'From 2026-01-01: Brand gets 60 % of what comes in; Studio keeps the rest.',
    'On an example of 10,000.00 EUR: Brand earns 6,000.00 EUR.',
  ]);
  expect(preview.table!.rows).toEqual([['share', '6,000.00', '60 % of 10,000.00']]);
  expect(preview.confirm).toEqual({ key: 'agreed', value: 'yes', label: 'Write it down' });
  expect(terms()).toEqual([]);
});

it('becomes rows in one write, with who pays, and is written once', () => {
  const first = money.agree('fee', { fee: '1,000', share: '10%', days: '30', note: 'By e-mail' }, 'DEAL0001');
  expect(first.message).toContain('Written to Terms, rows 2 to 5.');
  const written = [
    ['Studio', 'payer', '', '', '', '', '', ''],
    ['Brand', 'monthly fee', 1000, '2026-01-01', '', '', '', ''],
    ['Brand', 'share', 0.1, '2026-01-01', '', '', '', ''],
    ['Brand', 'payment days', 30, '2026-01-01', '', '', '', ''],
  ];
  expect(terms()).toEqual(written);
  expect(money.partnership.rows('Terms')[1]).toMatchObject({ Note: 'By e-mail', 'Entered by': 'owner@example.com' });
  expect(money.agree('fee', { fee: '1,000', share: '10%', days: '30' }, 'DEAL0001').message).toContain(
    'An earlier try had already written this',
  );
  expect(terms()).toEqual(written);
});

it('is worked through on the last month that is over, beside what holds so far', () => {
  money.agree('share', { share: '30%' });
  money.record('revenue', { date: '2026-02-10', gross: '5000' });
  money.record('revenue', { date: '2026-03-10', gross: '12,000' });
  const preview = money.look('tiers', {
    share: '30',
    above: '10000',
    rate: '40',
    per: 'month',
    mode: 'marginal',
    from: '2026-05-01',
  });
  expect(preview.paragraphs).toEqual([
    'From 2026-05-01: Brand gets 30 % of what comes in, 40 % from 10,000.00 EUR on (marginal, by month); Studio keeps the rest.',
    'Worked through on 2026-03, as if it had held then: Brand earns 3,800.00 EUR. With what holds so far it earns 3,600.00 EUR.',
  ]);
  expect(preview.table!.rows).toEqual([
    ['share', '3,800.00', '30 % of 10,000.00 and 40 % of the 2,000.00 above 10,000.00'],
  ]);
});

it('ends what a side had before, unless both are wanted, and a later deal is a new version', () => {
  money.agree('tiers', { share: '30%', above: '10000', rate: '40%', per: 'month', mode: 'cliff' });
  money.agree('guarantee', { share: '20%', least: '500', from: '2026-02-01' });
  money.agree('share', { share: '25%', from: '2026-03-01', before: 'goes on beside it' });
  expect(terms().slice(3)).toEqual([
    ['Brand', 'share', 0.2, '2026-02-01', '', '', '', ''],
    ['Brand', 'guarantee', 500, '2026-02-01', '', '', '', ''],
    ['Brand', 'tier', 'none', '2026-02-01', '', '', '', ''],
    ['Brand', 'share', 0.25, '2026-03-01', '', '', '', ''],
  ]);
  expect(money.look('share', { share: '1', from: '2026-04-01' }).paragraphs).toContain(
    'Then ends what held before: guarantee.',
  );
});

it('refuses in words, beside the field, what cannot be', () => {
  const message = expect.any(String) as unknown;
  expect(money.refusals('share', {})).toEqual({ share_share: 'Share is needed.' });
  expect(money.refusals('share', { share: '130%' })).toEqual({ share_share: message });
  expect(money.refusals('share', { share: '30%', payer: 'Brand' })).toEqual({
    party: 'The side that pays cannot be the one that gets it.',
  });
  expect(
    money.refusals('tiers', { share: '30%', above: '1', rate: '40%', aboveAll: '9', per: 'month', mode: 'marginal' }),
  ).toEqual({ tiers_rateAbove: 'Share above that is needed as well.' });
  expect(money.refusals('tiers', { share: '30%', above: '1', rate: '40%', per: 'contract', mode: 'cliff' })).toEqual({
    kind: expect.stringContaining('month'),
  });
  money.agree('share', { share: '30%' });
  expect(money.refusals('share', { share: '30%' })).toEqual({ from: expect.any(String) });
  money.partnership.script(`book.getSheetByName('Terms').getRange('G3').setValue('a third');`);
  expect(money.refusals('share', { share: '30%', from: '2026-02-01' })).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('Terms, row 3'),
  });
});

it('takes a KPI as it stands, or as it is typed', () => {
  money.record('kpi', {
    kpi: 'Views',
    side: 'Brand',
    direction: 'higher',
    rollUp: 'sum',
    target: '100',
    start: '2026-01-01',
  });
  expect(money.refusals('bonus', { kpi: 'Views', amount: '2000', start: '80', part: '50' })).toEqual({
    bonus_reached: 'It is not known for “Views” yet: type it here.',
  });
  money.record('reading', { kpi: 'Views', date: '2026-03-31', actual: '90' });
  const preview = money.look('bonus', { kpi: 'Views', amount: '2000', start: '80', part: '50' });
  expect(preview.paragraphs[0]).toBe(
    'From 2026-01-01: Brand gets a bonus for Views: 2,000.00 EUR on target, 50 % of it from 80 % on. 90 % was reached: 1,500.00 EUR.',
  );
  money.agree('bonus', {
    kpi: 'Views',
    reached: '110%',
    amount: '2000',
    start: '80',
    part: '50',
    top: '120%',
    topPart: '150%',
  });
  expect(terms()[1]).toEqual(['Brand', 'bonus', 2500, '2026-01-01', '', '', '', '']);
});
