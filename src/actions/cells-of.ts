import type { Cell } from '../schema/column';

/** The cells of a tab by its id. */
export type CellsOf = (tabId: string) => readonly (readonly Cell[])[];

/** Reads each tab when it is asked for, and once. */
export function readWhenAsked(read: (tabId: string) => Cell[][]): CellsOf {
  const cells: Record<string, Cell[][]> = {};
  return (id) => (cells[id] ??= read(id));
}
