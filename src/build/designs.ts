import type { Designs } from '../schema/page';
import { calendarPage } from '../scorecard/calendar';
import { scorecardPages } from '../scorecard/scorecard';
import { statementPage } from '../statement/statement';
import { statementLinesPage } from '../statement/statement-lines';
import { statementTablePage } from '../statement/statement-table';

/** The computed pages, by id, those for more tables after those for fewer. */
export const DESIGNS: Designs = {
  scorecard: scorecardPages,
  statement: [statementPage],
  statementTable: [statementTablePage],
  calendar: [calendarPage],
  statementLines: [statementLinesPage],
};
