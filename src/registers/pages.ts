import type { PageMark } from '../schema/page';
import { FIGURES } from './statement-figures';

export const SCORECARD: PageMark = {
  id: 'scorecard',
  name: 'Scorecard',
  version: 8,
  question: 'How does the partnership stand, and what needs attention now?',
};

/** One formula's spill: other pages point at its columns. */
export const STATEMENT_TABLE: PageMark = {
  id: 'statementTable',
  name: 'Statement table',
  version: 3,
  question: 'What is the account of every side, month by month?',
  pack: 'money',
  columns: ['month', 'party', ...FIGURES.map(({ key }) => key)],
};

/** As that one, for every amount by itself; nobody needs to look at it. */
export const STATEMENT_LINES: PageMark = {
  id: 'statementLines',
  name: 'Statement lines',
  version: 2,
  question: 'Which amounts make up the account of every side?',
  pack: 'money',
  hidden: true,
  columns: ['month', 'party', 'line', 'of', 'base', 'rate', 'amount', 'why'],
};

export const STATEMENT: PageMark = {
  id: 'statement',
  name: 'Statement',
  version: 5,
  question: 'What does a side get for a month, line by line, and what is payable?',
  pack: 'money',
};

/** What lies ahead, in one formula. */
export const CALENDAR: PageMark = {
  id: 'calendar',
  name: 'Calendar',
  version: 3,
  question: 'What comes up, in all pages, and by when do we have to be ready?',
  pack: 'calendar',
  chapter: 'govern',
  fits: ['running'],
  frameworks: ['D13', 'B21', 'B25', 'B28'],
  columns: ['when', 'what', 'where', 'ahead', 'ready'],
};

/** Pages that are computed; the first stands before everything else. */
export const PAGES: readonly PageMark[] = [SCORECARD, STATEMENT, STATEMENT_TABLE, STATEMENT_LINES, CALENDAR];
