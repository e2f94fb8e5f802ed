import { day, moment, numberOr, text, type Column } from '../schema/column';
import { register } from '../schema/register';

const kept = (header: string, help: string): Column<string> => text(header, help, { filled: 'by the add-on' });
const figure = (header: string, help: string) => numberOr(header, help, [], { filled: 'by the add-on' });

/** What of a row of each table is kept: our column, and the column of the table. */
export const KEPT = {
  revenue: {
    day: 'date', party: 'collectedBy', other: 'refundOf', item: 'item',
    first: 'gross', second: 'refunds', third: 'deductions', fourth: 'costs',
  },
  terms: {
    day: 'effectiveFrom', party: 'party', other: 'term', item: 'item',
    first: 'value', second: 'threshold', third: 'mode', fourth: 'per',
  },
  payments: { day: 'date', party: 'party', other: 'from', first: 'amount' },
} as const; // prettier-ignore

/** The rows of money as they were when a period was closed: what changed since is known by them. */
export const closedRows = register({
  id: 'closedRows',
  name: 'Closed rows',
  version: 1,
  rows: 100,
  pack: 'money',
  hidden: true,
  question: 'What did the rows say when their period was closed? Written by Partner Ledger; nobody needs to look here.',
  row: { one: 'closed row', many: 'closed rows' },
  columns: {
    id: kept('ID', 'Names this line for good.'),
    closing: kept('Closing', 'With which closing it was kept.'),
    table: kept('Table', 'revenue, terms or payments.'),
    row: kept('Row', 'The ID of the row.'),
    day: day('Day', 'Its date, or from when it holds.', { filled: 'by the add-on' }),
    party: kept('Party', 'Whose it is, or who collected it.'),
    other: kept('Other', 'Refund of, term, or from.'),
    item: kept('Item', 'Its item.'),
    first: figure('First', 'Gross, value or amount.'),
    second: figure('Second', 'Refunds or threshold.'),
    third: figure('Third', 'Deductions or mode.'),
    fourth: figure('Fourth', 'Costs or per.'),
    keptAt: moment('Kept at', 'When it was kept; a row without anything else had been deleted.'),
  },
});
