import type { Source } from './source';

/** Gumroad, sales. A refund stands in the sale's own row. */
export const gumroad: Source = {
  id: 'gumroad',
  name: 'Gumroad, sales',
  target: 'revenue',
  knownBy: ['Purchase ID', 'Item Name', 'Purchase Date', ['Subtotal (¤)', 'Sale Price (¤)']],
  fields: {
    date: 'Purchase Date',
    id: 'Purchase ID',
    item: 'Item Name',
    gross: ['Subtotal (¤)', 'Sale Price (¤)'],
    refunds: 'Partial Refund (¤)',
    costs: 'Fees (¤)',
  },
  constants: { source: 'Gumroad' },
  key: ['Purchase ID'],
  decimal: '.',
  currency: { always: 'USD' },
  money: { paidBack: { column: 'Fully Refunded?', matches: /^(1|true|yes)$/ } },
};
