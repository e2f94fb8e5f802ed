import { Partnership } from '../support/partnership';
import { type } from './support/pages';

/** The page Value exchange on the local engine. */

let partnership: Partnership;

const note = (date: string, side: string, dimension: string, values: Record<string, string>): void => {
  const outcome = partnership.submit('exchange', { date, side, dimension, ...values });
  if (outcome.kind !== 'written') throw new Error(JSON.stringify(outcome));
};
const pair = (side: string, dimension: string): Record<string, unknown> =>
  partnership.rows('Value exchange').find((row) => row['Of side'] === side && row['In dimension'] === dimension)!;
const sentence = (): unknown => partnership.rows('Value exchange')[0]!['In a sentence'];

beforeAll(async () => {
  partnership = await Partnership.started();
  partnership.add(['exchange']);
}, 240_000);
afterAll(() => partnership.host.close());

describe('Value exchange', () => {
  it('has nothing to say before somebody has answered', () => {
    expect(sentence()).toBe('Nothing to compare yet: a row needs what is brought and what is received');
  });

  it('nets what a side receives and brings, now and over time, and what it had hoped for', () => {
    note('2026-01-31', 'Studio', 'Money', { brings: '6', receives: '2', expects: '5', matters: '1' });
    note('2026-04-30', 'Studio', 'money', { brings: '5', receives: '4', expects: '6', matters: '2' });
    note('2026-01-31', 'Brand', 'money', { brings: '2', receives: '6', matters: '3' });
    note('2026-01-31', 'Brand', 'control', { brings: '3', receives: '2', matters: '1' });
    note('2026-01-31', 'Studio', 'control', { brings: '1', receives: '1', matters: '4' });
    expect(pair('Studio', 'money')).toMatchObject({
      'Brings now': 5, 'Receives now': 4, 'Expects now': 6, Net: -1, Unmet: 2, 'Net over time': -5, 'Matters now': 2,
    }); // prettier-ignore
    expect(pair('Brand', 'money')).toMatchObject({ Net: 4, Unmet: '', 'Net over time': 4 });
  });

  it('says the largest imbalance, and what would even it out', () => {
    expect(sentence()).toBe(
      'Largest imbalance: Studio gives 5 more than it gets in money. 5 more in money, or in what matters more to it, would even it out',
    );
  });

  it('finds swaps: what matters little to one side and much to the other', () => {
    note('2026-05-31', 'Studio', 'money', { matters: '1' });
    expect(pair('Studio', 'control')).toMatchObject({
      'Matters more to': 'Brand',
      'A swap': 'Studio gives way on control, Brand on money',
    });
    expect(pair('Brand', 'money')).toMatchObject({ 'A swap': 'Brand gives way on money, Studio on control' });
    expect(pair('Studio', 'money')).toMatchObject({ 'Matters more to': '', 'A swap': '' });
  });

  it('takes any word as a dimension, and rows that somebody typed', () => {
    note('2026-05-31', 'Brand', 'laughter', { brings: '2', receives: '2' });
    expect(pair('Brand', 'laughter')).toMatchObject({ Net: 0 });
    const attention = (): unknown => partnership.rows('Value exchange')[1]!.Attention;
    type(partnership, 'Value exchange', [{ Receives: 'much' }], 3);
    expect(attention()).toBe('Receives: “much” is not a number');
    expect(pair('Studio', 'money')).toMatchObject({ 'Net over time': -4, 'Receives now': 2 });
    type(partnership, 'Value exchange', [{ Receives: 0 }], 3);
    expect(attention()).toBe('Studio hoped for more in money: expects 6, receives 0');
    type(partnership, 'Value exchange', [{ Expects: '' }], 3);
    expect(attention()).toBe('Studio gives more than it gets in money: brings 5, receives 0');
    type(partnership, 'Value exchange', [{ Receives: 4 }], 3);
    type(partnership, 'Value exchange', [{ Side: 'Nobody' }], 3);
    expect(attention()).toContain('No such side: “Nobody”');
  });

  it('needs one figure at least, and shows the dimensions as a chart', () => {
    expect(partnership.submit('exchange', { date: '2026-05-31', side: 'Brand', dimension: 'money' })).toMatchObject({
      kind: 'errors',
    });
    expect(partnership.script(`return book.getSheetByName('Value exchange').getCharts().length;`)).toBe(1);
  });
});
