import { choice } from '../../schema/column';
import type { Form } from '../../schema/form';

/** *Remove the sample*; what would go is said in the introduction, once that is known. */
export const removeForm: Form = {
  id: 'remove-sample',
  title: 'Remove the sample',
  introduction: 'The rows that came with the sample are being counted.',
  submit: 'Remove the sample',
  waiting: 'Every tab is looked at. This takes up to a minute.',
  fields: [
    {
      key: 'changed',
      column: choice('Sample rows that were changed', 'keep: they stay as they are. remove: they go as well.', {
        listed: ['keep', 'remove'],
      }),
      required: true,
    },
  ],
};
