import { Partnership } from '../support/partnership';
import { setAsOf, type } from './support/pages';

/** The page Candidates on the local engine: what the guides say about choosing a partner. */

let partnership: Partnership;

const RATINGS = [
  'relevance', 'resonance', 'reliability', 'strategicFit', 'readiness', 'culture', 'values', 'market', 'resources',
] as const; // prettier-ignore

/** Adds a candidate through the form; ratings in the order of the columns, 0 for one that is left out. */
function candidate(name: string, ratings: readonly number[], more: Record<string, string> = {}): void {
  const rated = Object.fromEntries(RATINGS.map((key, at) => [key, ratings[at] ? String(ratings[at]) : '']));
  const outcome = partnership.submit('candidate', { candidate: name, stage: 'found', ...rated, ...more });
  if (outcome.kind !== 'written') throw new Error(JSON.stringify(outcome));
}

const row = (name: string): Record<string, unknown> =>
  partnership.rows('Candidates').find(({ Candidate }) => Candidate === name)!;

const at = (heading: string, text: string): number =>
  2 + partnership.rows('Candidates').findIndex((line) => line[heading] === text);
const setRule = (rule: string, value: string | number): void =>
  type(partnership, 'Candidates', [{ 'Set to': value }], at('Limit', rule));
const setCriterion = (criterion: string, heading: string, value: string | number): void =>
  type(partnership, 'Candidates', [{ [heading]: value }], at('Criterion', criterion));
const setCell = (name: string, heading: string, value: string | number): void =>
  type(partnership, 'Candidates', [{ [heading]: value }], at('Candidate', name));

beforeAll(async () => {
  partnership = await Partnership.started();
  partnership.add(['candidates']);
}, 240_000);
afterAll(() => partnership.host.close());

describe('Candidates', () => {
  it('scores on nine criteria, says how much is rated, and ranks 1, 2, 2, 4', () => {
    candidate('Ann', [5, 5, 5, 5, 5, 5, 5, 5, 5]);
    candidate('Bob', [3, 3, 3, 3, 3, 3, 3, 3, 3]);
    candidate('Cid', [1, 5, 3, 3, 3, 3, 3, 3, 3]);
    candidate('Dot', [1, 1, 1, 1, 1, 1, 1, 1, 1]);
    candidate('Eve', [5, 5, 5]);
    setAsOf(partnership, '2026-06-30');
    const seen = partnership.rows('Candidates').filter((one) => one.Candidate !== '');
    expect(seen.map(({ Candidate, Score, Rank }) => [Candidate, Score, Rank])).toEqual([
      ['Ann', 100, 1], ['Bob', 50, 2], ['Cid', 50, 2], ['Dot', 0, 4], ['Eve', '', ''],
    ]); // prettier-ignore
    expect(row('Eve').Coverage).toBeCloseTo(1 / 3, 12);
    expect(row('Ann').Coverage).toBe(1);
  });

  it.each([
    ['3R', { Ann: 100, Cid: 50, Eve: 100 }],
    ['fit', { Ann: 100, Cid: 50, Eve: '' }],
    ['match', { Ann: 100, Dot: 0, Eve: '' }],
    ['pillars', { Bob: 50, Eve: '' }],
  ])('weighs by %s when that is chosen', (preset, scores) => {
    setRule('Weights in use', preset);
    for (const [name, score] of Object.entries(scores)) expect([name, row(name).Score]).toEqual([name, score]);
    setRule('Weights in use', 'own');
  });

  it('does not use what weighs 0, and lets people weigh as they like', () => {
    setCriterion('Relevance', 'Weight', 0);
    expect(row('Cid').Score).toBe(56.25);
    setCriterion('Relevance', 'Weight', 1);
    expect(row('Cid').Score).toBe(50);
  });

  it('names the pillar that is rated lowest', () => {
    setCell('Bob', 'Reliability', 2);
    expect(row('Bob')['Weakest pillar']).toBe('clarity');
    setCell('Bob', 'Resource fit', 1);
    expect(row('Bob')['Weakest pillar']).toBe('reciprocity');
    setCell('Bob', 'Resource fit', 3);
    setCell('Bob', 'Reliability', 3);
  });

  it.each([
    [80, 80, 'long-term co-creation', 'long term'],
    [20, 80, 'more governance', 'rules'],
    [80, 20, 'short project, well aligned', 'short project with an end'],
    [20, 20, 'short project', 'short, plain exchange'],
  ])('puts alignment %s with commitment %s in its place, with advice', (alignment, commitment, place, advice) => {
    setCell('Ann', 'Alignment', alignment);
    setCell('Ann', 'Commitment', commitment);
    expect(row('Ann').Place).toBe(place);
    expect(row('Ann').Advice).toContain(advice);
  });

  it('goes by the threshold that people set', () => {
    setCell('Ann', 'Alignment', 60);
    setCell('Ann', 'Commitment', 60);
    setRule('High from', 70);
    expect(row('Ann').Place).toBe('short project');
    setRule('High from', 50);
    expect(row('Ann').Place).toBe('long-term co-creation');
  });

  it('says what needs attention, the heaviest first', () => {
    expect(row('Bob').Attention).toBe('');
    setCriterion('Values', 'Must be at least', 4);
    expect(row('Bob').Attention).toBe('Below a must: Values');
    setCell('Bob', 'Red flags', 'spreads rumours');
    expect(row('Bob').Attention).toBe('Red flag: spreads rumours');
    setCell('Bob', 'Red flags', '');
    setCriterion('Values', 'Must be at least', '');
    setCell('Bob', 'Vetted on', '2025-12-29');
    expect(row('Bob').Attention).toBe('Vetted more than 6 months ago: look again');
    setCell('Bob', 'Vetted on', '2025-12-30');
    expect(row('Bob').Attention).toBe('');
    setCell('Bob', 'Next step', 'call them');
    setCell('Bob', 'Due', '2026-06-29');
    expect(row('Bob').Attention).toBe('Not done in time: call them');
    setCell('Bob', 'Stage', 'ended');
    expect(row('Bob').Attention).toBe('');
    setCell('Bob', 'Stage', 'negotiating');
    setCell('Bob', 'Next step', '');
    setCell('Bob', 'Vetted on', '');
    expect(row('Bob').Attention).toContain('Not vetted');
  });

  it('says when fewer than five or more than ten are on the shortlist', () => {
    expect(row('Ann').Attention).toBe('');
    setCell('Eve', 'Stage', 'running');
    expect(row('Ann').Attention).toContain('The shortlist has 4: 5 to 10');
    setRule('Shortlist at least', 4);
    expect(row('Ann').Attention).toBe('');
    setRule('Shortlist at most', 3);
    setRule('Shortlist at least', 2);
    expect(row('Ann').Attention).toContain('The shortlist has 4: 2 to 3');
    // It stands at the first of those among whom somebody still chooses.
    setCell('Bob', 'Vetted on', '2025-12-30');
    setCell('Ann', 'Stage', 'ended');
    expect([row('Ann').Attention, row('Bob').Attention]).toEqual(['', '']);
    setRule('Shortlist at most', 2);
    expect([row('Ann').Attention, row('Bob').Attention]).toEqual(['', expect.stringContaining('The shortlist has 3')]);
    setCell('Ann', 'Stage', 'found');
    setCell('Bob', 'Vetted on', '');
    setRule('Shortlist at most', 10);
  });

  it('leaves a row blank that cannot be read, says why, and takes nothing from the others', () => {
    setCell('Bob', 'Relevance', 'good');
    expect(row('Bob')).toMatchObject({ Score: '', Attention: 'No score: a rating is a number from 1 to 5' });
    expect(row('Ann').Score).toBe(100);
    setCell('Bob', 'Relevance', 7);
    expect(row('Bob')).toMatchObject({ Score: '', Attention: 'No score: a rating is a number from 1 to 5' });
    setCell('Bob', 'Relevance', 3);
    setCell('Ann', 'Alignment', 'much');
    expect(row('Ann')).toMatchObject({ Place: '', Attention: expect.stringContaining('No place') });
    setCell('Ann', 'Alignment', 80);
    setCriterion('Market position', 'Weight', 'heavy');
    expect(row('Ann').Score).toBe(100);
    setCriterion('Market position', 'Weight', 1);
    for (const one of ['Relevance', 'Resonance']) setCriterion(one, 'Criterion', `${one} of ours`);
    expect(row('Cid').Score).toBe(50);
    for (const one of ['Relevance', 'Resonance']) setCriterion(`${one} of ours`, 'Criterion', one);
  });

  it('tells the Scorecard', () => {
    setCell('Cid', 'Red flags', 'late with everything');
    expect(partnership.cells('Scorecard').flat().join('\n')).toContain('Red flag: late with everything');
  });

  it('shows alignment against commitment as a chart', () => {
    expect(
      partnership.script(
        `return book.getSheetByName('Candidates').getCharts().map((chart) => [chart.getOptions().get('title'), chart.getRanges().map((range) => range.getCell(1, 1).getValue())]);`,
      ),
    ).toEqual([['Alignment and commitment of the candidates', ['Alignment', 'Commitment']]]);
  });
});
