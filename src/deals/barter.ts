import { amount, text } from '../schema/column';
import { deal } from './deal';

export const barter = deal({
  id: 'barter',
  name: 'Barter',
  help: 'Work or goods against work or goods, at what each would cost elsewhere. What is left over is owed in money.',
  fields: {
    gives: text('What this side gives', 'Such as: three product videos.', { longest: 100 }),
    worth: amount('Its fair value', 'What it would cost elsewhere.', { least: { value: 0, above: true } }),
    gets: text('What it gets for it', 'Such as: a year of studio time.', { longest: 100 }),
    back: amount('The fair value of that', 'Recorded as a payment when it is handed over.', {
      least: { value: 0, above: true },
    }),
  },
  ask: { gives: { required: true }, worth: { required: true }, gets: { required: true }, back: { required: true } },
  rows: [{ term: 'fee', value: '{worth}', note: 'Barter: {gives} for {gets}, worth {back}' }],
  sentence:
    '{party} gives {gives}, worth {worth}; {payer} gives {gets}, worth {back}, and that counts as paid once it is recorded as a payment.',
  follow: { form: 'payment', label: 'Record what was handed over' },
});
