import { amount, choice, fraction } from '../schema/column';
import { deal } from './deal';

export const tiers = deal({
  id: 'tiers',
  name: 'Tiers',
  help: 'The rate rises (or falls) once enough has come in.',
  fields: {
    share: fraction('Share at first', 'Its part up to the first threshold: 30% or 30.'),
    above: amount('From this amount on', 'The first threshold.', { least: { value: 0, above: true } }),
    rate: fraction('Share above it', 'Its part of what is above: 40% or 40.'),
    aboveAll: amount('From this higher amount on', 'A second threshold, if there is one.', {
      least: { value: 0, above: true },
    }),
    rateAbove: fraction('Share above that', 'Its part of what is above the second one.'),
    per: choice('What counts', 'month: every month begins at 0. contract: everything since the first sale counts.', {
      listed: ['month', 'contract'],
    }),
    mode: choice(
      'Which part gets the higher rate',
      'marginal: only what is above the threshold. cliff: everything, once it is reached (by month only).',
      { listed: ['marginal', 'cliff'] },
    ),
  },
  ask: {
    share: { required: true },
    above: { required: true, half: true },
    rate: { required: true, half: true },
    aboveAll: { half: true },
    rateAbove: { half: true },
    per: { required: true, half: true },
    mode: { required: true, half: true },
  },
  begins: { per: 'month', mode: 'marginal' },
  together: [['aboveAll', 'rateAbove']],
  rows: [
    { term: 'share', value: '{share}' },
    { term: 'tier', value: '{rate}', threshold: '{above}', mode: '{mode}', per: '{per}' },
    { term: 'tier', value: '{rateAbove}', threshold: '{aboveAll}', mode: '{mode}', per: '{per}' },
  ],
  sentence:
    '{party} gets {share} of what comes in, {rate} from {above} on[ and {rateAbove} from {aboveAll} on] ({mode}, by {per}); {payer} keeps the rest.',
  whole: true,
  item: true,
});
