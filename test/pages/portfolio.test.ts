import type { Partnership } from '../support/partnership';
import { attention, set, setAsOf, type, withPages, written } from './support/pages';

let partnership: Partnership;

beforeAll(async () => {
  partnership = await withPages('portfolio');
});

afterAll(() => partnership.host.close());

const column = (heading: string, rows: number): unknown[] =>
  partnership
    .rows('Portfolio')
    .slice(0, rows)
    .map((row) => row[heading]);

describe('The portfolio', () => {
  it('says when 80 % of the income comes from one partner', () => {
    type(partnership, 'Portfolio', [
      {
        Partner: 'Large',
        Category: 'operational',
        Depth: 'deep',
        Income: 80000,
        Effort: 70,
        Alignment: 80,
        Commitment: 70,
      },
      {
        Partner: 'Middle',
        Category: 'growth',
        Depth: 'deep',
        Income: 15000,
        Effort: 20,
        Alignment: 30,
        Commitment: 90,
      },
      {
        Partner: 'Small',
        Category: 'experimental',
        Depth: 'light',
        Income: 5000,
        Effort: 10,
        Alignment: 90,
        Commitment: 20,
      },
    ]);
    setAsOf(partnership, '2026-03-31');
    expect(attention(partnership, 'Portfolio', 'Partner')).toEqual({
      Large: 'Too much hangs on one partner: Large brings 80% of the income',
    });
    type(partnership, 'Portfolio', [{ Income: 79999 }]);
    expect(attention(partnership, 'Portfolio', 'Partner')).toEqual({
      Large: 'Much hangs on one partner: Large brings 80% of the income',
    });
    expect(column('All together', 4)[1]).toBeCloseTo(99999 ** 2 / (79999 ** 2 + 15000 ** 2 + 5000 ** 2), 9);
    expect(column('Advice', 3)).toEqual(
      ['PARTNER_QUADRANT(80;70)', 'PARTNER_QUADRANT(30;90)', 'PARTNER_QUADRANT(90;20)'].map(
        (formula) => (partnership.formula(`=${formula}`) as unknown[][])[0]![0],
      ),
    );
  });

  it('holds the effort against 70-20-10', () => {
    expect(partnership.rows('Portfolio').slice(0, 3).map((row) => [row.Categories, row['Should be'], row.Is])).toEqual([
      ['operational', 0.7, 0.7],
      ['growth', 0.2, 0.2],
      ['experimental', 0.1, 0.1],
    ]); // prettier-ignore
    type(partnership, 'Portfolio', [{ Effort: '' }, { Effort: 30 }]);
    expect(column('Apart by', 3)[1]).toBeCloseTo(0.55, 9);
    type(partnership, 'Portfolio', [{ Effort: 70 }, { Effort: 20 }]);
  });

  it('advises two or three deep partners', () => {
    const said = (): unknown[] => partnership.rows('Portfolio').flatMap((row) => row['Attention (limits)'] || []);
    expect(said()).toEqual([]);
    type(partnership, 'Portfolio', [{ Depth: 'light' }]);
    expect(said()).toEqual(['Few deep partners: 1, at least 2 are advised']);
    type(partnership, 'Portfolio', [{ Depth: 'deep' }, {}, { Depth: 'deep' }, { Partner: 'Fourth', Depth: 'deep' }]);
    expect(said()).toEqual(['Many deep partners: 4, at most 3 can be looked after']);
    expect(column('All together', 4).slice(2)).toEqual([4, 0]);
  });

  it('goes up the ladder where a partner is silent, as far as the days beside it say', () => {
    const last = (days: string[]): void => type(partnership, 'Portfolio', days.map((day) => ({ Depth: 'light', 'Last contact': day }))); // prettier-ignore
    last(['2026-03-18', '2026-03-17', '2026-03-01', '2026-02-14']);
    type(partnership, 'Portfolio', [{ Partner: 'Fifth', Depth: 'light', 'Last contact': '2026-01-30' }], 6);
    type(partnership, 'Portfolio', [{ Income: 1 }, { Income: 1 }, { Income: 1 }]);
    expect(column('Silence', 5)).toEqual([
      'in touch', 'send a reminder', 'contact as agreed', 'use the clause for conflicts', 'prepare the exit plan',
    ]); // prettier-ignore
    expect(attention(partnership, 'Portfolio', 'Partner')).toEqual({
      Middle: 'Silent for 14 days: send a reminder to Middle',
      Small: 'Silent for 30 days: contact Small as agreed',
      Fourth: 'Silent for 45 days: use the clause for conflicts with Fourth',
      Fifth: 'Silent for 60 days: prepare the exit plan with Fifth',
    });
    set(partnership, 'Portfolio', 'Limit', 'Set to', 'Silent: reminder', '');
    expect(attention(partnership, 'Portfolio', 'Partner')).not.toHaveProperty('Middle');
    type(partnership, 'Portfolio', [{ Depth: 'deep', 'Last contact': '2026-02-27' }]);
    set(partnership, 'Portfolio', 'Limit', 'Set to', 'Silent: contact', '');
    expect(attention(partnership, 'Portfolio', 'Partner')).toMatchObject({
      Large: 'No time for a deep partner this month: Large',
    });
  });

  it('is written by a form', () => {
    const values = { partner: 'Sixth', depth: 'light', lastContact: '2026-03-31', income: '100' };
    expect(written(partnership.submit('partner', values))).toBe('Sixth: written to Portfolio, row 7.');
    expect(partnership.submit('partner', { ...values, partner: 'sixth' })).toMatchObject({ kind: 'errors' });
  });
});
