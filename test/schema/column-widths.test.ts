import { array, assert, constantFrom, option, property } from 'fast-check';
import { evened, type Wish } from '../../src/schema/column-widths';

/** Writes that widths take: one for all columns, one for each run of neighbours of another width. */
const writesOf = (widths: readonly number[]): number => {
  const runs = widths.filter((width, at) => width !== widths[at - 1]);
  return Math.min(...runs.map((base) => 1 + runs.filter((width) => width !== base).length));
};

/** Where the columns that ask for a width end, added up. */
const endsOf = (wishes: readonly Wish[], widths: readonly number[]): number => {
  let [end, sum] = [0, 0];
  wishes.forEach((wish, at) => {
    if (wish !== null) sum += end += widths[at]!;
  });
  return sum;
};

const wishes = (longest: number) =>
  array(option(constantFrom(30, 80, 95, 110, 140, 185, 260, 420)), { minLength: 1, maxLength: longest });

describe('Widths of columns side by side', () => {
  it('are never less than what is asked for, and take nine writes at most', () => {
    assert(
      property(wishes(45), (asked) => {
        const widths = evened(asked, 9);
        expect(widths).toHaveLength(asked.length);
        asked.forEach((wish, at) => expect(widths[at]).toBeGreaterThanOrEqual(wish ?? 1));
        expect(writesOf(widths)).toBeLessThanOrEqual(9);
      }),
    );
  });

  it('are what is asked for where nine writes do for that', () => {
    assert(
      property(wishes(9), (asked) => {
        const widths = evened(asked, 9);
        asked.forEach((wish, at) => expect(widths[at]).toBe(wish ?? widths[at]));
      }),
    );
  });

  it('keep what stands first as narrow as it asks to be, and give way further right', () => {
    const asked = Array.from({ length: 24 }, (_, at) => 60 + ((at * 7) % 11) * 10);
    const widths = evened(asked, 9);
    expect(widths[0]).toBe(asked[0]);
    // Turned round, what was last is first: the plan is another one.
    const turned = [...evened([...asked].reverse(), 9)].reverse();
    expect(endsOf(asked, widths)).toBeLessThan(endsOf(asked, turned));
  });

  it('give way where it matters least, wherever that stands', () => {
    const asked = Array.from({ length: 24 }, (_, at) => 60 + ((at * 7) % 11) * 10);
    const last = asked.map((_, at) => (at < 12 ? 1 : 1_000));
    const wasted = (widths: readonly number[]) =>
      asked.slice(12).reduce((sum, wish, at) => sum + widths[12 + at]! - wish, 0);
    expect(wasted(evened(asked, 9, last))).toBeLessThan(wasted(evened(asked, 9)));
  });
});
