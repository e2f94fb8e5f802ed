import { fraction } from '../schema/column';
import { deal } from './deal';

export const costsOffTheTop = deal({
  id: 'costs',
  name: 'Costs off the top, then split',
  help: 'Costs of Revenue come off first, and only what is left is shared. Whoever paid a cost records it as Collected by.',
  fields: {
    share: fraction('Share of the rest', 'Its part of what is left: 50% or 50.'),
    deduction: fraction(
      'Fees that always come off',
      'A part of gross less refunds, such as what a payment service keeps. It replaces earlier deductions of that kind.',
    ),
  },
  ask: { share: { required: true, half: true }, deduction: { half: true } },
  rows: [
    { term: 'deduction', value: '{deduction}' },
    { term: 'share', value: '{share}' },
  ],
  sentence:
    'Refunds, deductions and costs[, and {deduction} for fees] come off first; of what is left {party} gets {share} and {payer} the rest.',
  whole: true,
});
