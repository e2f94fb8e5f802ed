import { author, choice, longText, moment, text, yesNo } from '../schema/column';
import { cleaned } from '../schema/names';
import { register } from '../schema/register';
import { isUnknown, isYes } from '../schema/conditions';

/** What the other sides say on a row's topic, worked out a row each: `others` are their positions, `must` their must-haves. */
const STANDS =
  `LET(topics,${cleaned('{topic}')},sides,${cleaned('{side}')},said,LOWER(${cleaned('{position}')}),must,${isYes('{mustHave}')},` +
  'MAP(topics,sides,said,must,LAMBDA(topic,side,mine,isMust,IF((topic="")+(mine=""),,LET(' +
  'isOther,(topics=topic)*(sides<>side)*(said<>""),' +
  'IF(SUM(isOther)=0,"alone",IF(SUM(isOther*(said<>mine))=0,"same",' +
  'IF(isMust+SUM(isOther*(said<>mine)*must)>0,"blocking","differs"))))))))';

/** What each side wants on the topics of the agreement: a row a topic and side. */
export const positions = register({
  id: 'positions',
  name: 'Positions',
  version: 1,
  rows: 200,
  pack: 'agreement',
  question: 'What does each side want, and where do they differ?',
  frameworks: ['A14', 'D10'],
  row: { one: 'position', many: 'positions' },
  named: { column: 'id', prefix: 'PO-' },
  columns: {
    id: text('ID', 'Names this position for good. Partner Ledger writes it.', { filled: 'by the add-on', width: 110 }),
    topic: choice(
      'Topic',
      'What it is about, as it stands in the Agreement.',
      { table: 'agreement', column: 'topic' },
      { width: 170 },
    ),
    side: choice('Side', 'Whose position it is.', { table: 'parties', column: 'party' }),
    position: longText('Position', 'What this side wants, in its own words.', { width: 340 }),
    mustHave: yesNo('Must-have', 'yes: without it this side does not agree.'),
    met: yesNo('Met', 'yes once what was agreed meets it.'),
    note: longText('Note', 'Why it matters to this side.'),
    enteredBy: author('Entered by', 'Who wrote this row, where the address is visible.'),
    enteredAt: moment('Entered at', 'When it was written.'),
    stands: text(
      'Beside the others',
      'alone: no other side has spoken. same, or differs; blocking where one of those that differ is a must-have.',
      { formula: STANDS, width: 110 },
    ),
  },
  form: {
    id: 'position',
    title: 'State a position',
    introduction: 'What does your side want? The other side does the same, and the agreement is what comes of it.',
    submit: 'State it',
    ask: {
      topic: { required: true },
      side: { required: true, half: true },
      mustHave: { half: true },
      position: { required: true },
      note: { seldom: true },
    },
    begins: { side: ['own side', 'last'] },
    keeps: ['side'],
    says: '{side} on {topic}',
  },
  attention: [
    {
      when: isUnknown('{side}', '{parties.party}'),
      say: '"No such side: “"&{side}&"”. Choose one of Settings"',
      weight: 86,
      since: '{enteredAt}',
    },
    {
      when: isUnknown('{topic}', '{agreement.topic}'),
      say: '"No such topic: “"&{topic}&"”. Choose one of the Agreement, or add it there"',
      weight: 81,
      since: '{enteredAt}',
    },
    {
      when: `({stands}="blocking")*NOT(${isYes('{met}')})`,
      say: '"The sides block each other on "&{topic}&": "&{side}&" says “"&LEFT({position},80)&"”"',
      weight: 64,
      since: '{enteredAt}',
    },
  ],
});
