import { holdsIn } from '../schema/agreement';
import { MINOR_UNITS } from '../schema/currency';
import { setting } from './formulas';

/**
 * The three tables of a deal as formulas hand them to the functions of money: each column by its own reference, under the
 * heading that the functions know, so that moved and renamed columns do not matter.
 */
const HEADINGS = {
  revenue: {
    id: 'ID',
    date: 'Date',
    item: 'Item',
    gross: 'Gross',
    refunds: 'Refunds',
    deductions: 'Deductions',
    costs: 'Costs',
    refundOf: 'Refund of',
    collectedBy: 'Collected by',
  },
  terms: {
    party: 'Party',
    term: 'Term',
    value: 'Value',
    effectiveFrom: 'Effective from',
    item: 'Item',
    threshold: 'Threshold',
    mode: 'Mode',
    per: 'Per',
  },
  payments: { date: 'Date', party: 'Party', from: 'From', amount: 'Amount' },
} as const;

const tableOf = (id: keyof typeof HEADINGS): string => {
  const columns = Object.entries(HEADINGS[id]);
  const headings = columns.map(([, heading]) => `"${heading}"`).join(',');
  // A term that is not agreed to is none: its row stays, so that the others keep their numbers, and is empty.
  const cell = (key: string): string => (id === 'terms' ? `IF(holds,{terms.${key}},"")` : `{${id}.${key}}`);
  const table = `VSTACK(HSTACK(${headings}),HSTACK(${columns.map(([key]) => cell(key)).join(',')}))`;
  return id === 'terms' ? `LET(holds,${holdsIn('{terms.agreement}')},${table})` : table;
};

/** Decimals of an amount in the partnership's currency. */
export const decimals = `SWITCH(UPPER(${setting('currency')}),${Object.entries(MINOR_UNITS)
  .map(([code, digits]) => `"${code}",${digits}`)
  .join(',')},2)`;

/** Account and lines of the deal that stands in the sheet, as of its day; rows that cannot be counted are left out. */
export const statement = `REVSHARE_STATEMENT_ROWS(${tableOf('revenue')},${tableOf('terms')},${setting('asOf')},${tableOf('payments')},${decimals})`;

export const lines = `REVSHARE_LINES_ROWS(${tableOf('revenue')},${tableOf('terms')},${setting('asOf')},${decimals})`;

/** Why rows of a table are left out, a text a row; for `deal`, why nothing at all can be counted. */
export const leftOut = (of: keyof typeof HEADINGS | 'deal'): string =>
  `REVSHARE_LEFT_OUT("${of}",${tableOf('revenue')},${tableOf('terms')},${setting('asOf')},${tableOf('payments')},${decimals})`;

/** What a rule of attention says of a row that the statement leaves out; without the add-on it is silent. */
export const isLeftOut = 'IFERROR({leftOut},"")<>""';
