import type { Cell } from '../schema/column';

/** What documents are filled from. It reads a tab when it is first asked for it. */
export interface Source {
  /** Names of the sides, in their order. */
  sides: readonly string[];
  /** `2026-03-31` */
  today: string;
  /** A table of a register or of a computed page, or one that was computed for the document; null: the sheet has no such tab. */
  table(id: string): SourceTable | null;
  /** All cells of a computed page as they are shown, with its place; null where the sheet does not have it. */
  page(id: string): { tab: TabPlace; cells: readonly (readonly string[])[] } | null;
}

/** A tab as people know it. */
export interface TabPlace {
  id: string;
  name: string;
}

export interface SourceTable {
  /** Null: it stands in no tab. */
  tab: TabPlace | null;
  /** What people call its columns, by their keys, and how wide they are in the sheet. */
  headings: Readonly<Record<string, { text: string; width: number }>>;
  rows: readonly SourceRow[];
}

export interface SourceRow {
  /** Of its tab, 1-based. */
  row: number;
  /** As the sheet shows them; empty where there is nothing, or a formula that has not answered. */
  shown: Readonly<Record<string, string>>;
  values: Readonly<Record<string, Cell>>;
}
