import type { FileTable } from '../file/file-table';
import { eachInSlices, type Slices } from '../slices';

/** Something to be known of every row of a table, such as the text in a column. */
export interface Look {
  /** Two looks of one name find the same. */
  name: string;
  /** Null where a row says nothing. */
  of(cells: readonly string[]): string | null;
}

const known = new WeakMap<FileTable, Map<string, ReadonlySet<string>>>();

function knownOf(table: FileTable): Map<string, ReadonlySet<string>> {
  let looks = known.get(table);
  if (!looks) known.set(table, (looks = new Map()));
  return looks;
}

/** What a look finds in a table, each text once: a file repeats few of them often. It is looked for once. */
export function seenIn(table: FileTable, look: Look): ReadonlySet<string> {
  const looks = knownOf(table);
  let seen = looks.get(look.name);
  if (!seen) {
    const found = new Set<string>();
    for (const { cells } of table.rows) note(found, look.of(cells));
    looks.set(look.name, (seen = found));
  }
  return seen;
}

/** Looks ahead, so that `seenIn` has its answers without keeping the page from anything. */
export async function seeInSlices(table: FileTable, looks: readonly Look[], slices: Slices): Promise<void> {
  const all = knownOf(table);
  for (const { name, of } of looks) {
    if (all.has(name)) continue;
    const found = new Set<string>();
    await eachInSlices(table.rows, slices, ({ cells }) => note(found, of(cells)));
    all.set(name, found);
  }
}

function note(found: Set<string>, text: string | null): void {
  if (text !== null) found.add(text);
}
