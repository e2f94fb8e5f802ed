import { amount, fraction } from '../schema/column';
import { deal } from './deal';

export const advanceAgainstShare = deal({
  id: 'advance',
  name: 'Advance against share',
  help: 'Money now that later earnings pay back. The advance is itself the payment: do not record it as one.',
  fields: {
    advance: amount('Advance', 'Paid on the day.', { least: { value: 0, above: true } }),
    share: fraction('Share', 'Its part of what comes in: 40% or 40.'),
    recoup: fraction('Part that pays it back', 'How much of share and bonus goes into paying it back. Empty: all.'),
  },
  ask: { advance: { required: true, half: true }, share: { required: true, half: true } },
  rows: [
    { term: 'advance', value: '{advance}' },
    { term: 'share', value: '{share}' },
    { term: 'recoup rate', value: '{recoup}' },
  ],
  sentence:
    '{party} gets {advance} in advance and {share} of what comes in. Share and bonus pay the advance back[, {recoup} of them at a time].',
  whole: true,
});
