import type { PageMark } from '../schema/page';

export const SCORECARD: PageMark = { id: 'scorecard', name: 'Scorecard', version: 4 };

/** One formula's spill: other pages point at its columns. */
export const STATEMENT_TABLE: PageMark = {
  id: 'statementTable',
  name: 'Statement table',
  version: 1,
  pack: 'money',
  columns: [
    ...['month', 'party', 'gross', 'refunds', 'deductions', 'netReceipts', 'costs', 'pool', 'lateRefunds', 'share'],
    ...['fees', 'bonus', 'cap', 'topUp', 'other', 'adjustments', 'earned', 'held', 'released', 'recouped', 'collected'],
    ...['broughtForward', 'paid', 'balance', 'payable', 'due', 'reserveBalance', 'advanceBalance'],
  ],
};

export const STATEMENT: PageMark = { id: 'statement', name: 'Statement', version: 1, pack: 'money' };

/** Pages that are computed; the first stands before everything else. */
export const PAGES: readonly PageMark[] = [SCORECARD, STATEMENT, STATEMENT_TABLE];
