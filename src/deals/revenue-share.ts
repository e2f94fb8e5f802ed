import { fraction } from '../schema/column';
import { deal } from './deal';

export const revenueShare = deal({
  id: 'share',
  name: 'Revenue share',
  help: 'One rate of everything that comes in: simple, and seldom disputed.',
  fields: { share: fraction('Share', 'Its part of what comes in: 60% or 60.') },
  ask: { share: { required: true } },
  rows: [{ term: 'share', value: '{share}' }],
  sentence: '{party} gets {share} of what comes in; {payer} keeps the rest.',
  whole: true,
  item: true,
});
