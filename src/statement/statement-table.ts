import { STATEMENT_TABLE } from '../registers/pages';
import { statement } from '../registers/formulas-of-deal';
import { array } from '../scorecard/places';
import { columnLetters } from '../schema/formula';
import { KEPT_NOTICE } from '../schema/kept';
import type { Page } from '../schema/page';

const columns = STATEMENT_TABLE.columns!;
/** Months and sides that have their formats; a statement that is longer stands there all the same. */
const ROWS = 250;

/** Beside the table, with an empty column between. */
const NOTICE = columnLetters(columns.length + 2);

const formatOf = (key: string): string => (key === 'month' ? 'yyyy-mm' : key === 'due' ? 'yyyy-mm-dd' : 'currency');

/** The account of every side, month by month, in one formula: nothing is typed beside it. */
export const statementTablePage: Page = {
  ...STATEMENT_TABLE,
  rows: ROWS,
  widths: [...columns.map((key) => (key === 'party' ? 140 : 100)), 30, 300],
  heights: { 1: 38 },
  cells: { A1: array(statement), [`${NOTICE}1`]: KEPT_NOTICE },
  kept: { A1: `A1:${columnLetters(columns.length)}` },
  notes: {
    A1: 'One formula for all of it: REVSHARE_STATEMENT over Revenue, Terms and Payments, without the rows that their column Attention calls left out. Earned is everything from Share to Adjustments; Balance is what is owed to the side.',
  },
  areas: [
    { at: `A1:${columnLetters(columns.length)}1`, style: 'heading' },
    { at: `${NOTICE}1`, style: 'words' },
    ...columns.flatMap((key, at) => {
      const letters = columnLetters(at + 1);
      return key === 'party' ? [] : [{ at: `${letters}2:${letters}${ROWS}`, format: formatOf(key) }];
    }),
  ],
  charts: [],
  verdicts: { at: [], tones: [] },
};
