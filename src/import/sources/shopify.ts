import type { Source } from './source';

/** Shopify orders: a row for each line, of which only the first holds the order's amounts. */
export const shopify: Source = {
  id: 'shopify',
  name: 'Shopify, orders',
  target: 'revenue',
  knownBy: ['Name', 'Financial Status', 'Total', 'Lineitem name'],
  fields: {
    date: ['Paid at', 'Created at'],
    id: 'Name',
    item: 'Lineitem name',
    gross: 'Total',
    refunds: 'Refunded Amount',
  },
  constants: { source: 'Shopify' },
  key: ['Name'],
  decimal: '.',
  currency: { column: 'Currency' },
  lines: { by: 'Name', item: 'Lineitem name', quantity: 'Lineitem quantity', price: 'Lineitem price' },
  leaves: [
    { column: 'Financial Status', matches: /^(pending|authorized|voided|expired)$/, why: 'the order was not paid' },
  ],
  money: { taxes: 'Taxes' },
};
