import { TICKS_BEGIN, tickKey, noteOf } from '../../src/schema/form';
import { cleared, saveLabel, ticksKept, ticksLabel } from '../../src/sidebar/answers/tally';

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

it('tells ticks of the last time from those that are set since, and clears them alone', () => {
  const before = { side: 'Brand', [one]: 'accept 100', [noteOf(one)]: 'Fine', [two]: 'dispute', [three]: '' };
  const now = { ...before, [two]: 'accept 5', [three]: 'accept 7' };
  expect(ticksLabel(ticksKept(page, before, before))).toBe('2 ticks');
  expect(ticksLabel(ticksKept(page, before, now))).toBe('1 tick');
  expect(cleared(page, ticksKept(page, before, now))).toEqual({ [one]: '', [noteOf(one)]: '' });
  expect(ticksKept(page, {}, now)).toEqual([]);
});
