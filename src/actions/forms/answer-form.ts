import { contributions } from '../../registers/contributions';
import type { Form } from '../../schema/form';

const entry = contributions.columns;

/** *Answer entries*: which side answers, and what it says with it; the entries themselves are items of the form. */
export const answerForm: Form = {
  id: 'answer',
  title: 'Answer entries',
  introduction: 'Accept what you agree with, dispute what you do not. Nobody answers their own entries.',
  submit: 'Save the answers',
  fields: [
    {
      key: 'side',
      column: entry.party,
      required: true,
      label: 'You answer for',
      help: 'Entries of this side are left out.',
    },
    {
      key: 'note',
      column: entry.answerNote,
      required: false,
      help: 'Said with every answer you give now. Needed when you dispute something.',
    },
  ],
};
