import type { TargetId } from '../targets';
import type { Source } from './source';

/** Any other table: which column is what is said by hand. */
export const otherTable = (target: TargetId): Source => ({
  id: `table-${target}`,
  name: 'Something else',
  target,
  knownBy: [],
  fields: GUESSES[target],
  ...(target === 'contributions' && { constants: { kind: 'hours' } }),
});

/** Headings by which our own registers, and most tables, name the same thing. */
const GUESSES: Record<TargetId, Source['fields']> = {
  contributions: {
    date: ['Date', 'Day', 'Start date'],
    party: ['Party', 'Side', 'Person', 'User', 'Member', 'Who', 'Name'],
    quantity: ['Quantity', 'Hours', 'Duration', 'Time'],
    unitValue: ['Unit value', 'Rate', 'Billable rate (¤)'],
    item: ['Item', 'Project'],
    note: ['Note', 'Notes', 'Description'],
    evidence: ['Evidence', 'Link', 'URL'],
  },
  readings: {
    date: ['Date', 'Day', 'Month', 'Period end'],
    kpi: ['KPI', 'Metric'],
    actual: ['Actual', 'Value'],
    source: 'Source',
    note: ['Note', 'Notes'],
  },
  revenue: {
    date: ['Date', 'Sale date', 'Paid at', 'Created at'],
    id: ['ID', 'Order', 'Order number', 'Invoice'],
    item: ['Item', 'Product', 'Title'],
    source: 'Source',
    gross: ['Gross', 'Amount', 'Amount (¤)', 'Total', 'Total (¤)', 'Revenue (¤)'],
    refunds: 'Refunds',
    deductions: 'Deductions',
    costs: ['Costs', 'Fee', 'Fees', 'Fees (¤)'],
    refundOf: 'Refund of',
    collectedBy: 'Collected by',
    note: ['Note', 'Notes'],
  },
  payments: {
    date: ['Date', 'Paid at'],
    party: ['Party', 'To', 'Recipient', 'Payee'],
    from: ['From', 'Payer'],
    amount: ['Amount', 'Amount (¤)', 'Total'],
    reference: ['Reference', 'ID'],
    note: ['Note', 'Notes', 'Description'],
  },
  items: {
    item: ['Item', 'Title', 'Name'],
    owner: 'Owner',
    stage: 'Stage',
    due: ['Due', 'Due date', 'Deadline'],
    delivered: 'Delivered',
    published: ['Published', 'Publish time', 'Published at'],
    note: ['Note', 'Notes'],
  },
};
