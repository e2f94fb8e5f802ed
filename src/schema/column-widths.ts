/** How wide a column may be, in pixels. */
interface Room {
  least: number;
  most: number;
}

/** By how much a column may be wider than it wants to be. */
const SLACK = 50;

/** An empty column between tables, and one that is folded away. */
export const GAP_ROOM: Room = { least: 30, most: 140 };
export const FOLDED_ROOM: Room = { least: 0, most: Infinity };

export const roomFor = (width: number): Room => ({ least: width, most: width + SLACK });

/** Of a tab in which everything is folded away. */
const USUAL = 120;

interface Plan {
  /** How many writes it takes. */
  writes: number;
  /** Of all columns. */
  width: number;
  widths: readonly number[];
}

/**
 * Widths for columns side by side that take as few writes as can be: one for all of them, and one for each run of
 * neighbours that cannot be as wide as that. Of plans with as few writes the narrowest.
 */
export function evened(rooms: readonly Room[]): readonly number[] {
  const bases = new Set(rooms.map(({ least }) => least || USUAL));
  return [...bases].map((base) => planFor(rooms, base)).reduce((best, plan) => (isBetter(plan, best) ? plan : best))
    .widths;
}

const isBetter = (one: Plan, other: Plan): boolean =>
  one.writes < other.writes || (one.writes === other.writes && one.width < other.width);

/** The best plan where all columns are `base` wide first. */
function planFor(rooms: readonly Room[], base: number): Plan {
  // From the end: the best for what begins at each column.
  const best: Plan[] = [];
  best[rooms.length] = { writes: 1, width: 0, widths: [] };
  for (let first = rooms.length - 1; first >= 0; first--) {
    let [least, most] = [0, Infinity];
    for (let last = first; last < rooms.length; last++) {
      least = Math.max(least, rooms[last]!.least);
      most = Math.min(most, rooms[last]!.most);
      if (least > most) break;
      const rest = best[last + 1]!;
      const isBase = least <= base && base <= most;
      const width = isBase ? base : least || USUAL;
      const count = last - first + 1;
      const plan = {
        writes: rest.writes + (isBase ? 0 : 1),
        width: rest.width + count * width,
        widths: [...new Array<number>(count).fill(width), ...rest.widths],
      };
      const known = best[first];
      if (!known || isBetter(plan, known)) best[first] = plan;
    }
  }
  return best[0]!;
}
