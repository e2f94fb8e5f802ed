import { longText, moment, text } from '../schema/column';
import { register } from '../schema/register';

const BY_US = { filled: 'by the add-on' } as const;

/**
 * What each side has said to rows that need the agreement of every side: a row a side, renewed when it answers again. It
 * keeps the wording that was agreed to, because a formula cannot.
 */
export const answers = register({
  id: 'answers',
  name: 'Answers',
  version: 1,
  rows: 100,
  pack: 'agreement',
  hidden: true,
  guarded: true,
  question: 'Who has agreed to what, when, and in which words?',
  row: { one: 'answer', many: 'answers' },
  columns: {
    id: text('ID', 'Names what was answered, and the side.', BY_US),
    what: text('What', 'The tab and the ID of the row that was answered.', BY_US),
    side: text('Side', 'The side that answered.', BY_US),
    answer: text('Answer', 'accepted or disputed.', BY_US),
    wording: longText('Wording as answered', 'The row’s wording as it stood then.', BY_US),
    by: text('By', 'Who answered.', { ...BY_US, width: 170 }),
    at: moment('At', 'When it was answered.'),
    note: longText('Note', 'What was said with it.', BY_US),
  },
});
