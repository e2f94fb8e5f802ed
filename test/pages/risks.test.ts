import type { Partnership } from '../support/partnership';
import { attention, set, setAsOf, type, withPages, written } from './support/pages';

let partnership: Partnership;

beforeAll(async () => {
  partnership = await withPages('risks');
});

afterAll(() => partnership.host.close());

const FIRST = 40;

describe('Risks', () => {
  it('begin with what partnerships break on, each with what helps, and nothing to be attended to', () => {
    const rows = partnership.rows('Risks').filter(({ Risk }) => Risk !== '');
    expect(rows.length).toBeGreaterThanOrEqual(19);
    for (const row of rows) expect([row.Risk, row.Mitigation !== '', row.Attention]).toEqual([row.Risk, true, '']);
    const families = partnership.rows('Risks').map((row) => row['Families of risks']);
    for (const { Family } of rows) expect(families).toContain(Family);
  });

  it('score likelihood × impact and want owner and mitigation from 12 on', () => {
    type(
      partnership,
      'Risks',
      [
        { Risk: 'Just below', Family: 'goals', Likelihood: 2, Impact: 5 },
        { Risk: 'Nobody’s', Family: 'goals', Likelihood: 3, Impact: 4, Mitigation: 'Talk' },
        { Risk: 'Neither', Family: 'goals', Likelihood: 5, Impact: 5 },
        { Risk: 'Seen to', Family: 'goals', Likelihood: 4, Impact: 4, Mitigation: 'Talk', Owner: 'Ann' },
        { Risk: 'One channel', Family: 'dependency', Likelihood: 2, Impact: 3 },
        { Risk: 'Two channels', Family: 'dependency', Likelihood: 2, Impact: 3, 'Backup plan': 'yes' },
        { Risk: 'Again', Family: 'goals', Likelihood: 1, Impact: 1, 'Look again on': '2026-03-30' },
        { Risk: 'Gone', Family: 'goals', Likelihood: 5, Impact: 5, State: 'closed', 'Look again on': '2026-03-30' },
        { Risk: 'Six of five', Family: 'goals', Likelihood: 6, Impact: 2 },
      ],
      FIRST,
    );
    setAsOf(partnership, '2026-03-31');
    expect(attention(partnership, 'Risks', 'Risk')).toEqual({
      'Nobody’s': 'High risk without an owner: Nobody’s',
      Neither: 'High risk without an owner and a mitigation: Neither',
      'One channel': 'No backup plan: One channel',
      Again: 'Look at this risk again: Again',
      'Six of five': 'Not scored: likelihood and impact are numbers from 1 to 5',
    });
    const rows = partnership.rows('Risks').slice(-9);
    expect(rows.map(({ Score }) => Score)).toEqual([10, 12, 25, 16, 6, 6, 1, 25, '']);
    expect(rows.map(({ Level }) => Level)).toEqual([
      'medium',
      'high',
      'high',
      'high',
      'medium',
      'medium',
      'low',
      'high',
      '',
    ]);
  });

  it('stand in a matrix of what is open', () => {
    const matrix = partnership
      .cells('Risks')
      .slice(0, 6)
      .map((line) => {
        const at = partnership.cells('Risks')[0]!.indexOf('Likelihood ↓ impact →');
        return line.slice(at, at + 6);
      });
    expect(matrix).toEqual([
      ['Likelihood ↓ impact →', 'Impact 1', 'Impact 2', 'Impact 3', 'Impact 4', 'Impact 5'],
      ['5 almost certain', 0, 0, 0, 0, 1],
      ['4', 0, 0, 0, 1, 0],
      ['3', 0, 0, 0, 1, 0],
      ['2', 0, 0, 2, 0, 1],
      ['1 hardly', 1, 0, 0, 0, 0],
    ]);
  });

  it('are judged by the limits beside them, and added by a form', () => {
    set(partnership, 'Risks', 'Limit', 'Set to', 'High from', 10);
    expect(attention(partnership, 'Risks', 'Risk')).toHaveProperty('Just below');
    expect(
      written(
        partnership.submit('risk', { risk: 'Rain', family: 'outside', likelihood: '3', impact: '2', state: 'open' }),
      ),
    ).toBe(`Rain: written to Risks, row ${FIRST + 9}.`);
  });
});
