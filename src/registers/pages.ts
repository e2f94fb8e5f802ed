import type { PageMark } from '../schema/page';

export const SCORECARD: PageMark = {
  id: 'scorecard',
  name: 'Scorecard',
  version: 4,
  question: 'How does the partnership stand, and what needs attention now?',
};

/** Pages that are computed; they stand before the registers. */
export const PAGES: readonly PageMark[] = [SCORECARD];
