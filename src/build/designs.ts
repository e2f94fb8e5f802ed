import type { Designs } from '../schema/page';
import { scorecardPages } from '../scorecard/scorecard';
import { statementPage } from '../statement/statement';
import { statementTablePage } from '../statement/statement-table';

/** The computed pages, by id and in their sizes from the smallest up. */
export const DESIGNS: Designs = {
  scorecard: scorecardPages,
  statement: [statementPage],
  statementTable: [statementTablePage],
};
