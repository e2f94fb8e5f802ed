import { text } from '../schema/column';

/** The period with which rows of a table were closed, as their names are kept in Closed rows. */
export const closedColumn = (table: 'revenue' | 'terms' | 'payments') =>
  text('Closed', 'The period that was closed with this row; what it says there stays as it is.', {
    width: 150,
    formula:
      `LET(period,XLOOKUP({closedRows.closing},{closed.closing},IF({closed.reopenedAt}="",{closed.period},""),""),` +
      `is,(period<>"")*({closedRows.table}="${table}"),` +
      `IF({id}="",,XLOOKUP({id},IFNA(FILTER({closedRows.row},is),""),IFNA(FILTER(period,is),""),)))`,
  });

/** What is asked before a row is changed that a period was closed with. */
export const CLOSED_FIRST =
  'This row was closed with {closed}. What was closed stays as it is: the Scorecard will say what would come out otherwise, with both values.';
