/** What a column of a tab asks for, in pixels; nothing where it is folded away. */
export type Wish = number | null;

/** Of a column that asks for nothing, where no neighbour's width is at hand. */
const USUAL = 120;

/** What is folded away pushes others only while somebody has it unfolded. */
const SELDOM = 0.05;

/** Widths from a column to the last one. */
interface Plan {
  /** How far right the columns end that ask for a width, added up by their weights. */
  ends: number;
  /** So many columns of one width, and what follows them. */
  run: { count: number; width: number; rest: Plan } | null;
}

/**
 * Widths for columns side by side, none less than it asks for: of those that take no more writes than there may be, the
 * ones with which columns stand furthest left on average. So what is in sight first is hardly wider than it asks to be.
 * @param writes how many there may be: one for all columns, and one for each run of neighbours of another width
 * @param weights how much it matters of each column that it is in sight, 0 of one that is folded away; all alike where none are given
 */
export function evened(wishes: readonly Wish[], writes: number, weights?: readonly number[]): readonly number[] {
  const bases = new Set(wishes.flatMap((wish) => wish ?? []));
  if (bases.size === 0) return wishes.map(() => USUAL);
  const best = [...bases]
    .flatMap((base) => planFor(wishes, base, writes, weights) ?? [])
    .reduce((one, other) => (other.ends < one.ends ? other : one));
  const widths: number[] = [];
  for (let { run } = best; run; run = run.rest.run) widths.push(...new Array<number>(run.count).fill(run.width));
  return widths;
}

/** The best plan where all columns are `base` wide first; none where that takes more writes than there may be. */
function planFor(wishes: readonly Wish[], base: number, writes: number, weights?: readonly number[]): Plan | undefined {
  // A column pushes itself, and all that ask for a width to the right of it.
  let asking = 0;
  const pushes = wishes.map(() => 0);
  for (let at = wishes.length - 1; at >= 0; at--) {
    if (wishes[at] === null) continue;
    const weight = weights?.[at] ?? 1;
    asking += weight;
    pushes[at] = weight > 0 ? asking : asking * SELDOM;
  }

  // From the end: the best for what begins at each column, by how many writes are left for it.
  const plans: (Plan | undefined)[][] = [];
  plans[wishes.length] = new Array<Plan>(writes).fill({ ends: 0, run: null });
  for (let first = wishes.length - 1; first >= 0; first--) {
    plans[first] = Array.from({ length: writes }, (_, left) => {
      let best: Plan | undefined;
      const consider = (count: number, pushed: number, width: number, rest: Plan | undefined): void => {
        const ends = rest && rest.ends + pushed * width;
        if (ends === undefined || (best && best.ends <= ends)) return;
        best = { ends, run: { count, width, rest: rest! } };
      };
      if ((wishes[first] ?? 0) <= base) consider(1, pushes[first]!, base, plans[first + 1]![left]);
      let [least, pushed] = [0, 0];
      for (let next = first + 1; left > 0 && next <= wishes.length; next++) {
        least = Math.max(least, wishes[next - 1] ?? 0);
        pushed += pushes[next - 1]!;
        consider(next - first, pushed, least || USUAL, plans[next]![left - 1]);
      }
      return best;
    });
  }
  return plans[0]![writes - 1];
}
