import type { Column } from '../schema/column';

/** Registers and pages that a sheet has only when they are wanted: what set-up asks for each. */
export interface Pack {
  id: string;
  column: Column<string>;
}

export const PACKS: readonly Pack[] = [];
