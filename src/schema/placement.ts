import type { Cell, Column } from './column';
import { tablesOf, type Register } from './register';
import { findColumns, isTechnical, type Positions, type Table } from './table';

/** How a tab is found in this workbook: its present name and the positions of its tables' columns. */
export interface Placement {
  tabId: string;
  tabName: string;
  /** The tab's number in links. */
  gid: number;
  positions: Record<string, Positions>;
}

export interface Slot {
  table: Table;
  key: string;
  column: Column;
}

/**
 * Columns of a tab from left to right, with an empty one between tables: what the add-on notes for itself, what people
 * fill in and read, what few of them need, what is computed for other formulas, what is computed for people. What is folded away thus has a
 * column after it, which carries the button of its group.
 */
export function slotsOf(tab: Register): (Slot | null)[] {
  return tablesOf(tab).flatMap((table, index) => {
    const slots = Object.entries(table.columns)
      .map(([key, column]): Slot => ({ table, key, column }))
      .sort((a, b) => placeOf(a.column) - placeOf(b.column));
    return index === 0 ? slots : [null, ...slots];
  });
}

function placeOf(column: Column): number {
  if (isTechnical(column)) return 0;
  if (column.filled !== 'by formula') return column.untilWanted ? 2 : 1;
  return column.outOfView ? 3 : 4;
}

/** A tab of the workbook, as placements need it. */
export interface Located {
  readonly name: string;
  readonly gid: number;
}

function placementOf(tab: Register, { name, gid }: Located, positionOf: (slot: number) => number): Placement {
  const positions: Record<string, Record<string, number>> = {};
  slotsOf(tab).forEach((slot, index) => {
    if (slot) (positions[slot.table.id] ??= {})[slot.key] = positionOf(index);
  });
  return { tabId: tab.id, tabName: name, gid, positions };
}

/** Where a fresh tab's columns will stand. */
export const freshPlacement = (tab: Register, at: Located): Placement => placementOf(tab, at, (slot) => slot);

/** Where a standing tab's columns are, by their headings. */
export function foundPlacement(tab: Register, { name, gid }: Located, headings: readonly Cell[]): Placement {
  const positions = Object.fromEntries(
    tablesOf(tab).map((table) => [table.id, findColumns(table, headings).positions]),
  );
  return { tabId: tab.id, tabName: name, gid, positions };
}

/** Where a tab's columns are after those it lacks have been put in. */
export interface Completion {
  placement: Placement;
  /** Empty columns to insert after a position of the standing tab (-1: before all), rightmost first. */
  inserts: readonly { after: number; count: number }[];
  /** For each column of a fresh tab: where it stands then, and whether it is new there. */
  slots: readonly { position: number; isNew: boolean; inNewTable: boolean }[];
}

/**
 * What a tab of an older version lacks. A new column goes after the one it follows in a fresh tab; columns that stand
 * empty there already, such as those of a migration that was cut short, are taken.
 */
export function completion(tab: Register, at: Located, cells: readonly (readonly Cell[])[]): Completion {
  const slots = slotsOf(tab);
  const found = foundPlacement(tab, at, cells[0] ?? []);
  const standing = slots.map((slot) => (slot ? found.positions[slot.table.id]![slot.key]! : -1));
  // Columns that are not there, gaps among them, after the one that is.
  const runs: { after: number; slots: number[] }[] = [{ after: -1, slots: [] }];
  standing.forEach((position, slot) => {
    if (position >= 0) runs.push({ after: position, slots: [] });
    else runs[runs.length - 1]!.slots.push(slot);
  });
  const lacking = runs
    .filter((run) => run.slots.some((slot) => slots[slot]))
    .map((run) => ({ ...run, count: Math.max(0, run.slots.length - emptyColumns(cells, run.after + 1)) }));
  const shifted = (position: number): number =>
    position + lacking.reduce((sum, { after, count }) => sum + (after < position ? count : 0), 0);

  // A table is new as long as its first column is not there.
  const isNewTable = (table: Table | undefined): boolean =>
    table !== undefined && found.positions[table.id]![Object.keys(table.columns)[0]!]! < 0;
  const placed = standing.map((position) => ({ position: position < 0 ? -1 : shifted(position), isNew: false }));
  for (const { after, slots: run } of lacking) {
    run.forEach((slot, index) => (placed[slot] = { position: shifted(after) + 1 + index, isNew: true }));
  }
  return {
    placement: placementOf(tab, at, (slot) => placed[slot]!.position),
    inserts: lacking.filter(({ count }) => count > 0).sort((a, b) => b.after - a.after),
    slots: placed.map((place, at) => ({ ...place, inNewTable: isNewTable(slots[at]?.table) })),
  };
}

/** How many columns from a position on hold nothing at all. */
function emptyColumns(cells: readonly (readonly Cell[])[], from: number): number {
  const width = cells[0]?.length ?? 0;
  let column = from;
  while (column < width && cells.every((row) => row[column] === '')) column++;
  return column - from;
}
