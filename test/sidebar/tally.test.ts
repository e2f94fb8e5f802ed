import { TICKS_BEGIN, tickKey, noteOf } from '../../src/schema/form';
import { saveLabel, ticksLabel, withoutTicks } from '../../src/sidebar/answers/tally';

/** What the buttons of Answer entries say of the ticks that are set, on this page or another. */
const page = { begins: TICKS_BEGIN };
const [one, two, three] = ['C-1', 'side', 'a b'].map((name) => tickKey('contributions', name)) as [
  string,
  string,
  string,
];

it.each([
  [{}, 'Save the answers'],
  [{ side: 'Brand', [one]: '' }, 'Save the answers'],
  [{ [one]: 'accept 100' }, 'Save 1 accept'],
  [{ [one]: 'dispute' }, 'Save 1 dispute'],
  [{ [one]: 'accept 100', [two]: 'accept 5', [three]: 'dispute', [noteOf(three)]: 'Why' }, 'Save 2 accepts, 1 dispute'],
])('%j: %s', (values: Record<string, string>, label) => {
  expect(saveLabel(page, values, 'Save the answers')).toBe(label);
});

it('clears ticks and what was said with them, and nothing else', () => {
  const values = { side: 'Brand', [one]: 'accept 100', [noteOf(one)]: 'Fine' };
  expect(ticksLabel(page, values)).toBe('1 tick');
  expect(withoutTicks(page, values)).toEqual({ side: 'Brand', [one]: '', [noteOf(one)]: '' });
});
