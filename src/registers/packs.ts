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
  {
    id: 'contribute',
    column: yesNo(
      'Work is planned here',
      'yes adds the tabs Items, Links and Commitments. They can be added later, too.',
    ),
  },
  {
    id: 'govern',
    column: yesNo(
      'Decisions, risks and rights are kept here',
      'yes adds the tabs Decisions, Risks and Rights, a calendar and a plan. They can be added later, too.',
    ),
  },
];
