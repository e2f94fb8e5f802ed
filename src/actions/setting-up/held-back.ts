import { NoSuchColumn } from '../../schema/layout';
import type { Placement } from '../../schema/placement';

/**
 * What has to wait because somebody has locked tabs of an older version for the person at work: those tabs, and all whose
 * formulas point at columns that such a tab lacks until then.
 * @param locked ids of the locked tabs
 * @param parts what would be laid out, by the ids of tabs
 * @param placesWithout where the tables stand while some tabs are as they were
 * @returns ids of all that wait
 */
export function heldBack(
  locked: ReadonlySet<string>,
  parts: readonly { id: string; layOut(places: readonly Placement[]): unknown }[],
  placesWithout: (held: ReadonlySet<string>) => readonly Placement[],
): ReadonlySet<string> {
  let held = locked;
  for (let more = locked.size; more > 0;) {
    const places = placesWithout(held);
    const waiting = parts.filter(({ id, layOut }) => !held.has(id) && ifThere(() => layOut(places)) === null);
    held = new Set([...held, ...waiting.map(({ id }) => id)]);
    more = waiting.length;
  }
  return held;
}

/** What is made of columns; null where one of them is not there. */
export function ifThere<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof NoSuchColumn)) throw error;
    return null;
  }
}
