import { closedPeriods } from '../../registers/closed-periods';
import { choice } from '../../schema/column';
import type { Form } from '../../schema/form';

/** *Reopen a period*; which ones are closed is known when the sheet is read. */
export const reopenForm: Form = {
  id: 'reopen',
  title: 'Reopen a period',
  introduction: 'The figures stay for the record, with the reason. The period can be closed again.',
  submit: 'Reopen it',
  fields: [
    {
      key: 'period',
      column: choice('Period', 'The last one first: an earlier one follows from it.', { listed: [] }),
      required: true,
    },
    {
      key: 'side',
      column: choice('You reopen it for', 'Your side.', { table: 'parties', column: 'party' }),
      required: true,
    },
    { key: 'reason', column: { ...closedPeriods.columns.reason, filled: 'by people' }, required: true },
  ],
};
