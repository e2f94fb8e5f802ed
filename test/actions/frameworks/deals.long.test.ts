import { Money } from '../support/money';

/** The ways of sharing money that the guides name, from the form to the statement, with their numbers. */

let money: Money;

beforeAll(async () => {
  money = await Money.open({ currency: 'USD' });
}, 120_000);
afterAll(() => money.partnership.host.close());
beforeEach(() => money.clear('2026-03-31'));

const sold = (date: string, gross: string, item = ''): string => money.record('revenue', { date, gross, item });

it.each([
  ['50', 5000],
  ['30', 3000],
  ['70%', 7000],
])('a revenue share of %s of 10,000', (share, expected) => {
  money.agree('share', { share });
  sold('2026-01-10', '10,000');
  expect(money.account('Brand', '2026-01')).toMatchObject({ Share: expected, Earned: expected, Balance: expected });
  expect(money.account('Studio', '2026-01')).toMatchObject({ Earned: 10_000 - expected, Balance: -expected });
});

it('a base fee that covers the costs, and a bonus by what a KPI has reached', () => {
  money.agree('fee', { fee: '800', share: '0' });
  money.record('kpi', {
    kpi: 'Views',
    side: 'both',
    direction: 'higher',
    rollUp: 'sum',
    target: '10000',
    start: '2026-01-01',
  });
  money.record('reading', { kpi: 'Views', date: '2026-01-31', actual: '9000' });
  sold('2026-01-10', '10,000');
  money.agree('bonus', { kpi: 'Views', amount: '1000', start: '80%', part: '50%', from: '2026-01-31' });
  expect(money.account('Brand', '2026-01')).toMatchObject({ Fees: 800, Bonus: 750, Share: 0, Earned: 1550 });
});

it('1,000 a month and 10 % of attributed sales', () => {
  money.agree('fee', { fee: '1,000', share: '10%' });
  sold('2026-01-10', '8,000');
  sold('2026-02-10', '12,500');
  expect(money.account('Brand', '2026-01')).toMatchObject({ Fees: 1000, Share: 800, Earned: 1800 });
  expect(money.account('Brand', '2026-02')).toMatchObject({ Fees: 1000, Share: 1250, Earned: 2250 });
  expect(money.account('Brand', '2026-03')).toMatchObject({ Fees: 1000, Share: 0, Earned: 1000 });
});

it('500 a video and 10 % of that video’s revenue, the fee once', () => {
  money.agree('itemFee', { fee: '500', share: '10' });
  sold('2026-01-10', '2400', 'Video 1');
  sold('2026-01-20', '1150', 'Video 2');
  sold('2026-02-10', '600', 'Video 1');
  expect(money.account('Brand', '2026-01')).toMatchObject({ Fees: 1000, Share: 355, Earned: 1355 });
  expect(money.account('Brand', '2026-02')).toMatchObject({ Fees: 0, Share: 60, Earned: 60 });
});

it('expenses and a margin', () => {
  money.agree('costPlus', { margin: '15%', expense: '1,200', from: '2026-01-15' });
  money.record('terms', { term: 'expense', party: 'Brand', value: '200', effectiveFrom: '2026-02-03' });
  expect(money.account('Brand', '2026-01')).toMatchObject({ Other: 1380, Earned: 1380 });
  expect(money.account('Brand', '2026-02')).toMatchObject({ Other: 230, Balance: 1610 });
});

it('a barter: what is handed over counts as paid, and the difference is owed', () => {
  const written = money.agree('barter', {
    gives: 'three product videos', worth: '2,000', gets: 'a camera', back: '1,500', from: '2026-01-15',
  }); // prettier-ignore
  expect(written.follow).toEqual({ form: 'payment', label: 'Record what was handed over' });
  expect(money.account('Brand', '2026-01')).toMatchObject({ Other: 2000, Balance: 2000 });
  money.record('payment', { date: '2026-02-10', party: 'Brand', amount: '1500', reference: 'The camera' });
  expect(money.account('Brand', '2026-02')).toMatchObject({ Paid: 1500, Balance: 500, Payable: 500 });
});

it('a guarantee tops up the poor month and leaves the good one alone', () => {
  money.agree('guarantee', { share: '20%', least: '500' });
  sold('2026-01-10', '1000');
  sold('2026-02-10', '5000');
  expect(money.account('Brand', '2026-01')).toMatchObject({ Share: 200, 'Top-up': 300, Earned: 500 });
  expect(money.account('Brand', '2026-02')).toMatchObject({ Share: 1000, 'Top-up': 0, Earned: 1000 });
});

it('a milestone that is due 30 days after its month, 60 where that was agreed', () => {
  money.agree('rights', { fee: '1,500', from: '2026-01-20', days: '30' });
  expect(money.account('Brand', '2026-01')).toMatchObject({ Other: 1500, Payable: 1500, Due: '2026-03-02' });
  money.record('payment', { date: '2026-03-05', party: 'Brand', amount: '1500' });
  expect(money.account('Brand', '2026-03')).toMatchObject({ Balance: 0, Payable: 0, Due: '' });
  money.clear();
  money.agree('rights', { fee: '1,500', from: '2026-01-20', days: '60' });
  expect(money.account('Brand', '2026-03')).toMatchObject({ Payable: 1500, Due: '2026-04-01' });
});

it('a reserve is held back and released', () => {
  money.agree('share', { share: '50%' });
  money.record('terms', { term: 'reserve', party: 'Brand', value: '10%', per: '2', effectiveFrom: '2026-01-01' });
  sold('2026-01-10', '4000');
  expect(money.account('Brand', '2026-01')).toMatchObject({
    Earned: 2000,
    Held: -200,
    Balance: 1800,
    'Reserve balance': 200,
  });
  expect(money.account('Brand', '2026-03')).toMatchObject({ Released: 200, Balance: 2000, 'Reserve balance': 0 });
});

it('an advance is paid back by what is earned', () => {
  money.agree('advance', { advance: '1,000', share: '40%', recoup: '50%', from: '2026-01-01' });
  sold('2026-01-10', '3000');
  expect(money.account('Brand', '2026-01')).toMatchObject({
    Share: 1200,
    Recouped: -600,
    Balance: 600,
    'Advance balance': 400,
  });
});

it('costs come off the top before the split', () => {
  money.agree('costs', { share: '50%', deduction: '3%' });
  money.record('revenue', { date: '2026-01-10', gross: '1000', costs: '170', collectedBy: 'Studio' });
  expect(money.account('Brand', '2026-01')).toMatchObject({ Deductions: 30, Costs: 170, Pool: 800, Earned: 400 });
});

it('tiers, by month and by contract', () => {
  money.agree('tiers', { share: '30%', above: '10,000', rate: '40%', per: 'contract', mode: 'marginal' });
  sold('2026-01-10', '8000');
  sold('2026-02-10', '4000');
  expect(money.account('Brand', '2026-02')).toMatchObject({ Share: 2000 * 0.3 + 2000 * 0.4 });
});

it('both collect into one pot, and who has more pays the other', () => {
  money.agree('both', { share: '50%' });
  money.record('revenue', { date: '2026-01-10', gross: '1000', collectedBy: 'Studio' });
  money.record('revenue', { date: '2026-01-12', gross: '3000', collectedBy: 'Brand' });
  expect(money.account('Brand', '2026-01')).toMatchObject({ Earned: 2000, Collected: 3000, Balance: -1000 });
  expect(money.account('Studio', '2026-01')).toMatchObject({
    Earned: 2000,
    Collected: 1000,
    Balance: 1000,
    Payable: 1000,
  });
});

it('a share is fair where it follows the effort, and not where it is the same for all', () => {
  money.agree('share', { share: '75%' });
  for (const [party, quantity] of [
    ['Brand', '30'],
    ['Studio', '10'],
  ] as const) {
    expect(money.partnership.log({ party, quantity, unitValue: '10', date: '2026-01-05' })).toMatchObject({
      kind: 'written',
    });
  }
  sold('2026-01-10', '1000');
  const earned = ['Brand', 'Studio'].map((party) => Number(money.account(party, '2026-01')!.Earned));
  const effort = ['Brand', 'Studio'].map((party) =>
    money.partnership
      .rows('Contributions')
      .filter((row) => row.Party === party)
      .reduce((sum, row) => sum + Number(row.Counts), 0),
  );
  const fairness = (received: readonly number[]): unknown =>
    money.partnership.formula(`=PARTNER_FAIRNESS(VSTACK(${received.join(';')});VSTACK(${effort.join(';')});"hoover")`);
  expect(earned).toEqual([750, 250]);
  expect(fairness(earned)).toEqual([[0]]);
  expect(fairness([500, 500])).toEqual([[0.25]]);
});

it('a split that is renegotiated holds from its day, and what was earned before stays', () => {
  money.agree('share', { share: '30%' });
  sold('2026-01-10', '1000');
  money.agree('share', { share: '40%', from: '2026-02-01' });
  sold('2026-02-10', '1000');
  expect(money.account('Brand', '2026-01')).toMatchObject({ Earned: 300 });
  expect(money.account('Brand', '2026-02')).toMatchObject({ Earned: 400 });
  const terms = money.partnership.rows('Terms');
  expect(terms.map(({ Term, Holds }) => [Term, Holds])).toEqual([
    ['payer', 'today'],
    ['share', 'replaced'],
    ['share', 'today'],
  ]);
});

it('exclusive and lasting rights cost a part of the fee more', () => {
  expect(money.look('rights', { fee: '1000', exclusive: '50', lasting: '100%' }).paragraphs[0]).toBe(
    'From 2026-01-01: Studio pays Brand a fee of 1,000.00 USD, 500.00 USD more for exclusivity (50 %), 1,000.00 USD more for lasting rights (100 %).',
  );
  money.agree('rights', { fee: '1000', exclusive: '50', lasting: '100%' });
  expect(money.account('Brand', '2026-01')).toMatchObject({ Other: 2500, Earned: 2500 });
});
