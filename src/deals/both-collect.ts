import { fraction } from '../schema/column';
import { deal } from './deal';

export const bothCollect = deal({
  id: 'both',
  name: 'Both collect',
  help: 'Each side sells and collects; everything goes into one pot and is split. Revenue says who collected a row.',
  fields: { share: fraction('Share of the pot', 'Its part of what both collect: 50% or 50.') },
  ask: { share: { required: true } },
  rows: [{ term: 'share', value: '{share}' }],
  sentence:
    'What {party} and {payer} collect goes into one pot; {party} gets {share} of it and {payer} the rest. Who has collected more than that pays the other.',
  whole: true,
});
