import { plus } from '../../calc/arithmetic';
import type { Decimal } from '../../calc/decimal';
import { nameKey } from '../runner/cell-kind';
import type { Entries } from '../runner/entries';
import type { Grid } from '../runner/grid';

/** What one name adds up to; null where nothing was given, or where something is missing that makes it unknown. */
export interface Total {
  readonly name: string;
  readonly sums: (Decimal | null)[];
}

/**
 * A blank is missing, and never 0. An entry of a log without a value is not counted yet, and the others are; of figures
 * that are set against each other, a sum of which one is missing is not known.
 */
export type Missing = 'is not counted' | 'leaves the sum unknown';

/** What one entry adds to its name's sums: null where nothing is given, undefined where the entry is not to be counted. */
export type Counted = (entry: number) => readonly (Decimal | null)[] | undefined;

/**
 * Sums by name, exact, in the order in which the names first appear. An entry without a name and without numbers is
 * skipped; numbers without a name are an error.
 *
 * @param missing what a blank beside a name does
 * @param first names that are listed first, whether anything adds to them or not
 */
export function totalsByName(
  entries: Entries,
  names: Grid<string>,
  counted: Counted,
  width: number,
  missing: Missing,
  first: readonly string[] = [],
): Total[] {
  const totals = new Map<string, Total>();
  const unknown: (() => void)[] = [];
  const totalOf = (name: string): Total => {
    const key = nameKey(name);
    let total = totals.get(key);
    if (!total) totals.set(key, (total = { name, sums: new Array<null>(width).fill(null) }));
    return total;
  };
  first.forEach(totalOf);
  for (let entry = 0; entry < entries.count; entry++) {
    const numbers = counted(entry);
    if (!numbers) continue;
    if (!entries.at(names, entry) && numbers.every((number) => number === null)) continue;
    const { sums } = totalOf(entries.required(names, entry, 'a name'));
    numbers.forEach((number, i) => {
      const sum = sums[i];
      if (number) sums[i] = sum ? plus(sum, number) : number;
      else if (missing === 'leaves the sum unknown') unknown.push(() => (sums[i] = null));
    });
  }
  for (const forget of unknown) forget();
  return [...totals.values()];
}

/** All sums of one column together; null where it has none. */
export const grandTotal = (totals: readonly Total[], column: number): Decimal | null =>
  totals.reduce<Decimal | null>(
    (all, { sums }) => (all && sums[column] ? plus(all, sums[column]) : (sums[column] ?? all)),
    null,
  );
