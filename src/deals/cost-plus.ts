import { amount, fraction } from '../schema/column';
import { deal } from './deal';

export const costPlus = deal({
  id: 'costPlus',
  name: 'Cost-plus',
  help: 'What a side spends is paid back with a margin. Later expenses are single terms: expense, with their day.',
  fields: {
    margin: fraction('Margin on expenses', 'What comes on top: 15% or 15.'),
    expense: amount('Expenses so far', 'Spent by the day; empty where there are none yet.', {
      least: { value: 0, above: true },
    }),
  },
  ask: { margin: { required: true, half: true }, expense: { half: true } },
  rows: [
    { term: 'cost-plus', value: '{margin}' },
    { term: 'expense', value: '{expense}' },
  ],
  sentence: '{payer} pays {party} its expenses and {margin} on top[; so far they are {expense}].',
  follow: { form: 'terms', label: 'Add an expense' },
});
