import { Partnership } from '../support/partnership';
import { type } from './support/pages';

/** The page Opportunities on the local engine. */

let partnership: Partnership;

const add = (idea: string, more: Record<string, string>): void => {
  const outcome = partnership.submit('opportunity', { idea, ...more });
  if (outcome.kind !== 'written') throw new Error(JSON.stringify(outcome));
};
const row = (idea: string): Record<string, unknown> =>
  partnership.rows('Opportunities').find(({ Idea }) => Idea === idea)!;
const write = (heading: string, at: number, value: string | number): void =>
  type(partnership, 'Opportunities', [{ [heading]: value }], at);

beforeAll(async () => {
  partnership = await Partnership.started();
  partnership.add(['opportunities']);
  add('A live tour', { importance: '5', feasibility: '4' });
  add('A book', { importance: '5', feasibility: '2' });
  add('Stickers', { importance: '2', feasibility: '5' });
  add('A second season', { importance: '5', feasibility: '5', valuable: 'yes', capacity: 'no' });
  add('Another country', { importance: '4', feasibility: '3', apart: 'yes' });
  add('Something', {});
}, 240_000);
afterAll(() => partnership.host.close());

describe('Opportunities', () => {
  it.each([
    ['A live tour', 20, 'Do it: important, and within reach'],
    ['A book', 10, 'Prepare it: important, but not yet easy to do'],
    ['Stickers', 10, 'Leave it: it would not move much'],
    ['Something', '', ''],
  ])('%s has the priority %s: importance × feasibility', (idea, priority, advice) => {
    expect(row(idea)).toMatchObject({ Priority: priority, Advice: advice });
  });

  it('advises not to grow where it is good as it is, the sides drift apart or nobody has the capacity', () => {
    expect(row('A second season').Advice).toBe(
      'Better not to grow: it already brings much for little effort; there is no capacity for it',
    );
    expect(row('Another country').Advice).toBe('Better not to grow: the priorities of the sides drift apart');
  });

  it('goes by the thresholds that people set, and by its own where they are no numbers', () => {
    write('Set to', 2, 2);
    expect(row('Stickers').Advice).toContain('Do it');
    write('Set to', 2, 'some');
    expect(row('Stickers').Advice).toContain('Leave it');
    write('Set to', 2, 4);
  });

  it('says what waits', () => {
    expect(row('A live tour').Attention).toBe('Worth doing, and nobody looks into it: A live tour');
    write('Owner', 2, 'Ann');
    expect(row('A live tour').Attention).toBe('');
    write('Due', 2, '2026-01-05');
    expect(row('A live tour').Attention).toBe('Not looked into in time: A live tour (Ann)');
    write('Done', 2, 'yes');
    expect(row('A live tour').Attention).toBe('');
    write('Feasibility', 3, 'easy');
    expect(row('A book')).toMatchObject({
      Priority: '',
      Advice: '',
      Attention: 'No priority: a rating is a number from 1 to 5',
    });
    expect(row('Stickers').Priority).toBe(10);
  });
});
