import { Partnership } from '../support/partnership';

/**
 * What the Scorecard makes of little: effort beside reward while nothing is earned yet, by the agreed split, or by the shares
 * of Terms where there is none; and of a row that is wrong.
 */

let partnership: Partnership;
const submit = (form: string, values: Record<string, string>): void => {
  expect(partnership.submit(form, values)).toMatchObject({ kind: 'written' });
};
/** What the Scorecard says of the two sides: heading of the reward, effort, reward, gap, verdict. */
function shown(): unknown[] {
  const cells = partnership.cells('Scorecard');
  const at = cells.findIndex(([first]) => first === 'Effort and reward');
  const sides = cells.slice(at + 2, at + 4).map((row) => [row[1], row[2], row[6]]);
  return [cells[at + 1]![2], ...sides];
}

beforeAll(async () => {
  partnership = await Partnership.started({ money: 'yes', firstSplit: '' });
  for (const [party, quantity] of [
    ['Studio', '6'],
    ['Brand', '4'],
  ] as const) {
    submit('log', { party, quantity, kind: 'hours', unitValue: '10', date: '2026-01-05' });
  }
}, 120_000);
afterAll(() => partnership.host.close());

it('is not known where neither says who gets what', () => {
  expect(shown()).toEqual(['share by the terms', [0.6, '', 'not known yet'], [0.4, '', 'not known yet']]);
});

it('goes by the one share that each side has in Terms, and the payer has the rest', () => {
  submit('terms', { term: 'payer', party: 'Studio' });
  submit('terms', { term: 'share', party: 'Brand', value: '25%' });
  expect(shown()).toEqual(['share by the terms', [0.6, 0.75, 'receives more'], [0.4, 0.25, 'receives less']]);
});

it('is not known where a side gets more than a share: only what was earned tells', () => {
  submit('terms', { term: 'monthly fee', party: 'Brand', value: '100', effectiveFrom: '2026-01-01' });
  expect(shown()).toEqual(['share by the terms', [0.6, '', 'not known yet'], [0.4, '', 'not known yet']]);
});

it('goes by the split of Settings where there is one', () => {
  partnership.type('Settings', 2, { 'Agreed split': 0.6 });
  partnership.type('Settings', 3, { 'Agreed split': 0.4 });
  expect(shown()).toEqual(['agreed split', [0.6, 0.6, 'balanced'], [0.4, 0.4, 'balanced']]);
});

it('says amounts with the decimals of their currency', () => {
  partnership.type('Settings', 2, { 'Agreed split': 0.8 });
  partnership.type('Settings', 3, { 'Agreed split': 0.2 });
  const said = (): string =>
    partnership
      .cells('Scorecard')
      .flat()
      .map(String)
      .find((text) => text.includes('would even it out'))!;
  expect(said()).toContain('20.00 EUR');
  partnership.set('Currency', 'JPY');
  expect(said()).toContain(': 20 JPY');
  partnership.set('Currency', 'KWD');
  expect(said()).toContain('20.000 KWD');
});

it('evens out with what came in last, also after a month in which money only went back', () => {
  const next = (): unknown => {
    const cells = partnership.cells('Scorecard');
    const at = cells.findIndex(([first]) => first === 'Money: earned, owed and the next payment');
    return [cells[at + 1]![7], ...cells.slice(at + 2, at + 4).map((row) => row[7])];
  };
  partnership.set('Currency', 'EUR');
  // The monthly fee.
  partnership.script(`book.getSheetByName('Terms').deleteRow(4);`);
  submit('revenue', { date: '2026-01-10', gross: '1000' });
  expect(next()).toEqual(['to even out, of the next 1,000.00', 450, 550]);
  const sale = String(partnership.rows('Revenue')[0]!.ID);
  submit('revenue', { date: '2026-02-10', refundOf: sale, refunds: '100' });
  expect(next()).toEqual(['to even out, of the next 1,000.00', 465, 535]);
  expect(
    partnership
      .cells('Scorecard')
      .flat()
      .filter((cell) => /^#[A-Z]/.test(String(cell))),
  ).toEqual([]);
});

it('takes nothing from the balanced score for a weight that cannot be meant', () => {
  for (const [row, kpi, actual] of [
    [2, 'Sales', 50],
    [3, 'Views', 100],
  ] as const) {
    partnership.type('KPIs', row, { KPI: kpi, Direction: 'higher', 'Roll-up': 'latest', Target: 100, Weight: 1 });
    partnership.type('KPI log', row, { KPI: kpi, Date: '2026-01-05', Actual: actual });
  }
  const score = (): unknown => partnership.cells('Scorecard').find(([name]) => name === 'all KPIs')![1];
  expect(score()).toBe(75);
  for (const Weight of [-1, 'double', 0]) {
    partnership.type('KPIs', 3, { Weight });
    expect([Weight, score()]).toEqual([Weight, 50]);
  }
  partnership.type('KPIs', 3, { Weight: '' });
  expect(score()).toBe(75);
});

it('values what was put in to as many decimals as its currency has', () => {
  partnership.set('Currency', 'KWD');
  submit('log', { party: 'Brand', quantity: '0.5', kind: 'hours', unitValue: '0.333', date: '2026-01-06' });
  expect(partnership.rows('Contributions').at(-1)).toMatchObject({ Value: 0.167 });
});
