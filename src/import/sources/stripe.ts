import type { Source } from './source';

/** Stripe, changes of the balance: sales, refunds, fees; and movements of money that are no revenue. */
export const stripe: Source = {
  id: 'stripe',
  name: 'Stripe, balance',
  target: 'revenue',
  knownBy: ['id', 'Type', 'Source', 'Amount', 'Fee', 'Created (UTC)'],
  fields: {
    date: 'Created (UTC)',
    id: 'Source',
    item: 'Description',
    gross: 'Amount',
    costs: 'Fee',
  },
  constants: { source: 'Stripe' },
  key: ['id'],
  decimal: '.',
  zone: 'UTC',
  currency: { column: 'Currency' },
  leaves: [
    {
      column: 'Type',
      matches: /^(payout|transfer|topup|advance|contribution|reserve|network_cost)|_hold|_release|payout_/,
      why: 'it moves money and is no revenue',
    },
  ],
  money: {
    refunds: { column: 'Type', matches: /refund|dispute|chargeback/ },
    fees: { column: 'Type', matches: /_fee$|^fee$/ },
  },
};
