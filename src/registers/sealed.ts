import { author, choice, longText, moment, text } from '../schema/column';
import { register } from '../schema/register';
import { isUnknown } from '../schema/conditions';

const SHORT = { longest: 300, filled: 'by the add-on', inView: true, width: 220 } as const;

/** What a side says of itself before it knows what the other one says, by column. */
export const WISHES = {
  goals: longText('Goals', 'What you want from this.', SHORT),
  limits: longText('Limits', 'What you cannot or will not do.', SHORT),
  mustHaves: longText('Must-haves', 'Without which you would rather not begin.', SHORT),
  hope1: longText('First hope', 'What you hope for most.', SHORT),
  hope2: longText('Second hope', 'What you hope for next.', SHORT),
  hope3: longText('Third hope', 'And what else.', SHORT),
  fear1: longText('First fear', 'What you are most afraid of.', SHORT),
  fear2: longText('Second fear', 'What you are afraid of next.', SHORT),
  fear3: longText('Third fear', 'And what else.', SHORT),
};

const isOpened = Object.keys(WISHES)
  .map((key) => `({${key}}<>"")`)
  .join('+');

/** A side a row: a seal until every side has given its text, then the text. */
export const sealed = register({
  id: 'sealed',
  name: 'What we want',
  version: 1,
  rows: 20,
  pack: 'agreement',
  question: 'What does each side want, said before it knows what the others say?',
  frameworks: ['D8', 'D10', 'A14'],
  row: { one: 'text', many: 'texts' },
  columns: {
    id: text('ID', 'Names this row for good. Partner Ledger writes it.', { filled: 'by the add-on', width: 110 }),
    side: choice(
      'Side',
      'Who has given it.',
      { table: 'parties', column: 'party' },
      { filled: 'by the add-on', inView: true },
    ),
    seal: text(
      'Seal',
      'SHA-256 of the key, a line break, and the text as JSON. It shows that the text was not changed after it was given.',
      { filled: 'by the add-on', inView: true, untilWanted: true, width: 150 },
    ),
    key: text('Key', 'Shown once the text is open, so that anybody can check the seal.', {
      filled: 'by the add-on',
      inView: true,
      untilWanted: true,
      width: 150,
    }),
    ...WISHES,
    enteredBy: author('Entered by', 'Who gave it, where the address is visible.'),
    enteredAt: moment('Entered at', 'When it was given.'),
    state: text('State', 'sealed until every side has given its text, then open.', {
      formula: `IF({side}="",,IF((${isOpened})>0,"open","sealed"))`,
    }),
  },
  attention: [
    {
      when: isUnknown('{side}', '{parties.party}'),
      say: '"No such side: “"&{side}&"”. Choose one of Settings"',
      weight: 71,
      since: '{enteredAt}',
    },
    {
      when: '({state}="sealed")*(SUM(--({side}<>""))>=SUM(--({parties.party}<>"")))',
      say: '"All sides have given theirs: "&{side}&" opens its text by choosing What we want in the menu"',
      weight: 54,
      since: '{enteredAt}',
    },
  ],
});
