import { amount, fraction } from '../schema/column';
import { deal } from './deal';

export const feeAndRights = deal({
  id: 'rights',
  name: 'Fee with rights on top',
  help: 'A fee for one piece of work, a milestone or a buy-out; exclusive or lasting rights cost a part of it more.',
  fields: {
    fee: amount('Fee', 'For the work itself, on the day.', { least: { value: 0, above: true } }),
    exclusive: fraction('More for exclusivity', 'A part of the fee: 50% or 50.', { most: 10 }),
    lasting: fraction('More for lasting rights', 'For use without end, or a full buy-out: 100%.', { most: 10 }),
  },
  ask: { fee: { required: true }, exclusive: { half: true }, lasting: { half: true } },
  figures: {
    forExclusive: { of: 'fee', times: 'exclusive' },
    forLasting: { of: 'fee', times: 'lasting' },
  },
  rows: [
    { term: 'fee', value: '{fee}', note: 'The work' },
    { term: 'fee', value: '{forExclusive}', note: 'Exclusivity: {exclusive} more' },
    { term: 'fee', value: '{forLasting}', note: 'Lasting rights: {lasting} more' },
  ],
  sentence:
    '{payer} pays {party} a fee of {fee}[, {forExclusive} more for exclusivity ({exclusive})][, {forLasting} more for lasting rights ({lasting})].',
});
