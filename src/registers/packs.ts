import { yesNo, type Column } from '../schema/column';

/** Registers and pages that a sheet has only when they are wanted: what set-up asks for each. */
export interface Pack {
  id: string;
  column: Column<string>;
}

export const PACKS: readonly Pack[] = [
  {
    id: 'money',
    column: yesNo(
      'Money is shared',
      'yes adds the tabs Revenue, Terms, Payments and a statement of who is owed what. It can be added later, too.',
    ),
  },
];
