import { Partnership } from '../../support/partnership';

/** An imbalance that lasts for two reviews is talked about: agreed 60 to 40, worked 60 to 40, then 40 to 60. */

let partnership: Partnership;

beforeAll(async () => {
  partnership = await Partnership.started();
  partnership.set('Count proposed entries', 'yes');
}, 120_000);
afterAll(() => partnership.host.close());

const record = (form: string, values: Record<string, string>): void => {
  const outcome = partnership.submit(form, values);
  if (outcome.kind !== 'written') throw new Error(JSON.stringify(outcome));
};
const work = (date: string, party: string, quantity: string): void =>
  record('log', { date, party, kind: 'hours', quantity, unitValue: '10' });
const review = (date: string): void =>
  record('review', { date, kind: 'quarterly', ratedBy: 'Studio', communication: '4' });
const said = (): string[] =>
  partnership
    .cells('Scorecard')
    .flat()
    .map(String)
    .filter((cell) => /^(?:Studio|Brand) (?:receives|has received)/.test(cell));

it('B36: says so at one review, raises the alarm at the second with the correction, and stops once it is made', () => {
  work('2026-03-01', 'Studio', '60');
  work('2026-03-02', 'Brand', '40');
  review('2026-03-31');
  expect(said()).toEqual([]);

  work('2026-04-10', 'Brand', '50');
  review('2026-06-30');
  const [once, ...others] = said();
  expect(once).toMatch(/^Brand receives 20 points less than its share of the effort/);
  expect(others.some((line) => line.includes('two reviews'))).toBe(false);

  review('2026-09-30');
  expect(said()[0]).toContain('Brand has received too little for two reviews: agree on a new split, or move 20% to it');

  // The split is agreed on anew.
  partnership.script(`const settings = book.getSheetByName('Settings');
    const column = settings.getRange('1:1').getDisplayValues()[0].indexOf('Agreed split') + 1;
    settings.getRange(2, column, 2, 1).setValues([[0.4], [0.6]]);`);
  expect(said()).toEqual([]);
});

it('says so where the agreed split does not make 100 %', () => {
  partnership.script(`const settings = book.getSheetByName('Settings');
    const column = settings.getRange('1:1').getDisplayValues()[0].indexOf('Agreed split') + 1;
    settings.getRange(2, column, 2, 1).setValues([[0.4], [0.5]]);`);
  expect(partnership.cells('Scorecard').flat()).toContain('The agreed split adds up to 90%, not to 100%');
});
