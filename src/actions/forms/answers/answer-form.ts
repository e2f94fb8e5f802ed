import { contributions } from '../../../registers/contributions';
import type { Form } from '../../../schema/form';

/** *Answer entries*: which side answers; what is answered, and what is said with it, are items of the form. */
export const answerForm: Form = {
  id: 'answer',
  title: 'Answer entries',
  introduction: 'Accept what you agree with, dispute what you do not. Nobody answers their own entries.',
  submit: 'Save the answers',
  fields: [
    {
      key: 'side',
      column: contributions.columns.party,
      required: true,
      label: 'You answer for',
      help: 'Entries of this side are left out.',
    },
  ],
};
