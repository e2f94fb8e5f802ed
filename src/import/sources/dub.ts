import type { Metric, Source } from './source';

/** Dub, commissions: the sales that partners brought in. What a partner earns of them follows from the terms. */
export const dubCommissions: Source = {
  id: 'dub',
  name: 'Dub, commissions',
  target: 'revenue',
  knownBy: ['Amount', 'Earnings', ['Created at', 'Invoice ID']],
  fields: {
    date: ['Created at', 'Paid at'],
    id: ['Invoice ID', 'ID'],
    item: 'Description',
    gross: 'Amount',
  },
  constants: { source: 'Dub' },
  key: [['ID', 'Invoice ID']],
  decimal: '.',
  zone: 'UTC',
  currency: { column: 'Currency' },
  leaves: [
    {
      column: 'Status',
      matches: /^(duplicate|fraud|canceled|cancelled|hold)$/,
      why: 'it does not count (duplicate, fraud, cancelled or on hold)',
    },
    { column: 'Type', matches: /^(click|lead|custom|referral)$/, why: 'it is a reward without a sale' },
  ],
  money: { paidBack: { column: 'Status', matches: /^refunded$/ } },
};

/** Dub, payouts: what went to partners. */
export const dubPayouts: Source = {
  id: 'dub-payouts',
  name: 'Dub, payouts',
  target: 'payments',
  knownBy: ['Amount', 'Paid at', ['Period start', 'Period end', 'Payout method']],
  fields: {
    date: ['Paid at', 'Initiated at'],
    party: ['Partner name', 'Partner email', 'Partner ID'],
    amount: 'Amount',
    reference: ['Invoice ID', 'ID'],
    note: 'Description',
  },
  key: [['ID', 'Invoice ID']],
  decimal: '.',
  zone: 'UTC',
  currency: { column: 'Currency' },
  leaves: [{ column: 'Status', matches: /^(?!completed$|sent$|paid$)/, why: 'it has not been paid out' }],
};

const sum = (column: string, is: Metric['is'] = 'count'): Metric => ({ column, is, rollUp: 'sum' });

/** Dub, partners: what each came to so far, without days. */
export const dubPartners: Source = {
  id: 'dub-partners',
  name: 'Dub, partners: their figures',
  target: 'readings',
  knownBy: ['Clicks', 'Leads', 'Conversions', 'Commissions'],
  fields: {},
  constants: { source: 'Dub' },
  decimal: '.',
  metrics: [
    ...['Clicks', 'Leads', 'Conversions', 'Sales'].map((column) => sum(column)),
    ...['Revenue', 'Commissions', 'Net Revenue'].map((column) => sum(column, 'number')),
  ],
};
