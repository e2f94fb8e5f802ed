import { amount, fraction } from '../schema/column';
import { deal } from './deal';

export const guarantee = deal({
  id: 'guarantee',
  name: 'Guarantee',
  help: 'A floor for the smaller side: in a month in which share, fees and bonus are less, the rest is topped up.',
  fields: {
    share: fraction('Share', 'Its part of what comes in: 30% or 30.'),
    least: amount('At least, a month', 'What it gets in a poor month, too.', { least: { value: 0, above: true } }),
  },
  ask: { share: { required: true, half: true }, least: { required: true, half: true } },
  rows: [
    { term: 'share', value: '{share}' },
    { term: 'guarantee', value: '{least}' },
  ],
  sentence: '{party} gets {share} of what comes in, and at least {least} a month; {payer} bears the difference.',
  whole: true,
});
