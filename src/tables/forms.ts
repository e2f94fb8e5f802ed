import { contributionsTable } from './contributions';
import type { Form } from './form';
import { partiesTable, SETTINGS } from './settings';

const { columns: entry } = contributionsTable;
const { columns: party } = partiesTable;

/** *Log a contribution*: one row of the contribution log. */
export const logForm: Form = {
  id: 'log',
  title: 'Log a contribution',
  introduction: 'What did a side put in?',
  submit: 'Log it',
  fields: [
    { key: 'date', column: entry.date, required: true, half: true },
    { key: 'party', column: entry.party, required: true, half: true },
    { key: 'kind', column: entry.kind, required: true },
    { key: 'quantity', column: entry.quantity, required: true, half: true },
    { key: 'unitValue', column: entry.unitValue, required: false, half: true },
    { key: 'item', column: entry.item, required: false },
    { key: 'note', column: entry.note, required: false },
    { key: 'evidence', column: entry.evidence, required: false },
    { key: 'multiplier', column: entry.multiplier, required: false },
  ],
};

/** *Set up this sheet*: the two sides, the split and the settings that everything else starts from. */
export const setUpForm: Form = {
  id: 'set-up',
  title: 'Set up this sheet',
  introduction: 'Two tabs are added: Contributions and Settings. Nothing that is already in the sheet changes.',
  submit: 'Set up',
  fields: [
    { key: 'first', column: party.party, required: true, label: 'First side', help: 'Your own side, for example.' },
    {
      key: 'second',
      column: party.party,
      required: true,
      label: 'Second side',
      help: 'More can be added in Settings.',
    },
    {
      key: 'firstSplit',
      column: party.agreedSplit,
      required: false,
      label: 'Agreed split: the first side’s part',
      help: 'A percentage such as 60%. Leave it empty if nothing is agreed yet.',
    },
    { key: 'currency', column: SETTINGS.currency, required: true, half: true },
    { key: 'start', column: SETTINGS.start, required: true, half: true },
  ],
};
