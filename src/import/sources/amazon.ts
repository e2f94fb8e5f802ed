import type { Source } from './source';

/** Amazon Associates, earnings: what was sold is Amazon's, the fee is ours. Returns have negative fees. */
export const amazonAssociates: Source = {
  id: 'amazon-associates',
  name: 'Amazon Associates, earnings',
  target: 'revenue',
  knownBy: ['Name', 'ASIN', 'Date Shipped', 'Ad Fees (¤)'],
  fields: { date: 'Date Shipped', item: 'Name', gross: 'Ad Fees (¤)', note: 'Tracking ID' },
  constants: { source: 'Amazon Associates' },
  currency: { always: 'USD' },
  key: ['ASIN', 'Tracking ID', 'Date Shipped', 'Items Shipped', 'Price (¤)', 'Ad Fees (¤)'],
};
