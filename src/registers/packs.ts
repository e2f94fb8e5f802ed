import { choice, yesNo, type Column } from '../schema/column';
import type { Chapter, KindOfPartnership } from '../schema/register';

/** Registers and pages that a sheet has only when they are wanted, and that come together: what set-up asks for each. */
export interface Pack {
  id: string;
  /** As the gallery of pages shows it. */
  name: string;
  chapter: Chapter;
  question: string;
  column: Column<string>;
}

export const PACKS: readonly Pack[] = [
  {
    id: 'money',
    name: 'Money',
    chapter: 'contribute',
    question: 'Who gets how much of what comes in, and what is payable now?',
    column: yesNo(
      'Money is shared',
      'yes adds the tabs Revenue, Terms, Payments and a statement of who is owed what. It can be added later, too.',
    ),
  },
];

/** The chapters of the gallery of pages, in their order. */
export const CHAPTERS: readonly { id: Chapter; name: string; question: string }[] = [
  { id: 'align', name: 'Align', question: 'Should we, and on what terms?' },
  { id: 'contribute', name: 'Contribute', question: 'Who does what?' },
  { id: 'govern', name: 'Govern', question: 'How does it go, and what next?' },
];

const KINDS: readonly KindOfPartnership[] = ['new', 'running'];

/** What set-up asks, to add the pages that fit. */
export const kindOfPartnership = choice(
  'How far are you?',
  'new or running: adds the pages that fit. Empty: only what every partnership needs. Pages in the menu adds and removes any of them later.',
  { listed: KINDS },
);
