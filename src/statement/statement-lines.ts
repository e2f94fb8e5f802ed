import { STATEMENT_LINES } from '../registers/pages';
import { lines } from '../registers/formulas-of-deal';
import { array } from '../scorecard/places';
import type { Page } from '../schema/page';
import { RATE_FORMAT } from '../schema/percent';

const ROWS = 250;

/** Every amount of every side and month in one formula, from which the Statement takes the lines of one. */
export const statementLinesPage: Page = {
  ...STATEMENT_LINES,
  rows: ROWS,
  widths: [100, 140, 120, 120, 100, 80, 100, 430],
  heights: {},
  cells: { A1: array(lines) },
  kept: { A1: 'A1:H' },
  notes: {
    A1: 'One formula: REVSHARE_LINES over Revenue and Terms, without the rows that their column Attention calls left out.',
  },
  areas: [
    { at: 'A1:H1', style: 'heading' },
    { at: `A2:A${ROWS}`, format: 'yyyy-mm' },
    { at: `E2:E${ROWS}`, format: 'currency' },
    { at: `F2:F${ROWS}`, format: RATE_FORMAT },
    { at: `G2:G${ROWS}`, format: 'currency' },
  ],
  charts: [],
  verdicts: { at: [], tones: [] },
};
