import { closedPeriods } from '../../registers/closed-periods';
import { choice } from '../../schema/column';
import type { Form } from '../../schema/form';

const { agreed } = closedPeriods.columns;

/** *Close the period*; which periods can be closed is known when the sheet is read. */
export const closeForm: Form = {
  id: 'close',
  title: 'Close the period',
  introduction: 'The statement of a period is kept as it is now. Later changes do not touch it: they are shown.',
  submit: 'See the figures',
  looks: true,
  fields: [
    {
      key: 'period',
      column: choice('Period', 'Whole months that are over, from the first that is not closed.', { listed: [] }),
      required: true,
    },
    {
      key: 'side',
      column: choice('You close for', 'Your side.', { table: 'parties', column: 'party' }),
      required: true,
    },
    {
      key: 'agreed',
      column: agreed,
      required: true,
      label: 'Who agreed',
      help: 'Who of the other sides has seen the figures and agreed, and how: Ana, by phone on 3 April.',
    },
  ],
};
