import { number, text } from '../schema/column';
import { register } from '../schema/register';

const BY_US = { filled: 'by the add-on' } as const;

/** What formulas with functions of ours showed when they were last seen, for whoever has not got the add-on. */
export const kept = register({
  id: 'kept',
  name: 'Kept values',
  version: 1,
  rows: 300,
  hidden: true,
  guarded: true,
  question: 'What did the pages show when they were last seen with Partner Ledger?',
  row: { one: 'value', many: 'values' },
  columns: {
    source: text('Source', 'The column or the cell that showed it.', BY_US),
    row: text('Row', 'The name of the row; of a page, the place among its values.', BY_US),
    number: number('Number kept', 'What it showed, where that was a number or a day.', { ...BY_US, format: 'General' }),
    text: text('Text kept', 'What it showed otherwise.', BY_US),
  },
});
