import { amount, fraction } from '../schema/column';
import { deal } from './deal';

export const itemFeeAndShare = deal({
  id: 'itemFee',
  name: 'Fee per item and share',
  help: 'A fixed amount for each video, episode or product, and a part of what it earns. Revenue names its item.',
  fields: {
    fee: amount('Fee for each item', 'Paid once, in the month of the item’s first revenue.', { least: { value: 0 } }),
    share: fraction('Share of its revenue', 'Its part of what the items bring in: 10% or 10.'),
  },
  ask: { fee: { required: true, half: true }, share: { required: true, half: true } },
  rows: [
    { term: 'item fee', value: '{fee}' },
    { term: 'share', value: '{share}' },
  ],
  sentence: '{party} gets {fee} for each item, once, and {share} of what it brings in; {payer} keeps the rest.',
  whole: true,
});
