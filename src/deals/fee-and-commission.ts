import { amount, fraction } from '../schema/column';
import { deal } from './deal';

export const feeAndCommission = deal({
  id: 'fee',
  name: 'Fee and commission',
  help: 'A fixed amount a month covers the work, a commission rewards what it sells. Record only the sales it brought.',
  fields: {
    fee: amount('Fee a month', 'Paid every month from the day on.', { least: { value: 0 } }),
    share: fraction('Commission', 'Its part of the sales that are recorded: 10% or 10.'),
  },
  ask: { fee: { required: true, half: true }, share: { required: true, half: true } },
  rows: [
    { term: 'monthly fee', value: '{fee}' },
    { term: 'share', value: '{share}' },
  ],
  sentence: '{party} gets {fee} a month and {share} of the sales it brings; {payer} keeps the rest.',
  whole: true,
});
