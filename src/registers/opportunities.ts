import { AUTOMATIC, author, day, longText, moment, number, rating, text, yesNo } from '../schema/column';
import { register } from '../schema/register';
import { isImpossibleDay, isOff, isYes } from '../schema/conditions';
import { setting } from './formulas';
import { limitIn, limitTable, type Limit } from './formulas-of-limits';

const ID = 'opportunityLimits';

const HIGH = {
  importance: {
    column: number('Important from', 'From here on, of 5, an idea is important.', {
      ...{ least: { value: 1 }, most: 5, format: AUTOMATIC },
    }),
    begins: 4,
  },
  feasibility: {
    column: number('Feasible from', 'From here on, of 5, an idea can be carried out soon.', {
      ...{ least: { value: 1 }, most: 5, format: AUTOMATIC },
    }),
    begins: 3,
  },
} satisfies Record<string, Limit>;

/** From where on a rating is high: as the table beside has it. */
const highFrom = (limit: (typeof HIGH)[keyof typeof HIGH]): string => limitIn(ID, limit, String(limit.begins));

const isRated =
  'ISNUMBER({importance})*ISNUMBER({feasibility})*({importance}>=1)*({importance}<=5)*({feasibility}>=1)*({feasibility}<=5)';

/** Reasons not to grow, each a question of its own; the answer that speaks against it. */
const AGAINST = [
  ['valuable', 'yes', 'it already brings much for little effort'],
  ['apart', 'yes', 'the priorities of the sides drift apart'],
  ['capacity', 'no', 'there is no capacity for it'],
] as const;
const speaksAgainst = ([key, is]: (typeof AGAINST)[number]): string => `({${key}}="${is}")`;
const isBetterNot = `((${AGAINST.map(speaksAgainst).join('+')})>0)`;
const reasons = AGAINST.map((reason) => `IF(${speaksAgainst(reason)},"; ${reason[2]}","")`).join('&');

/** What could be done together next. */
export const opportunities = register({
  id: 'opportunities',
  name: 'Opportunities',
  version: 2,
  rows: 60,
  pack: 'opportunities',
  chapter: 'align',
  question: 'Which idea should we try next, and which is better left?',
  frameworks: ['A20', 'A27'],
  row: { one: 'idea', many: 'ideas' },
  named: { column: 'id', prefix: 'O-' },
  columns: {
    id: text('ID', 'Names this idea for good. Partner Ledger writes it.', { filled: 'by the add-on', width: 110 }),
    idea: longText('Idea', 'What you could do together.', { width: 280 }),
    importance: rating('Strategic importance', '1 to 5: how much would it move what both sides want?', [
      'hardly',
      'a great deal',
    ]),
    feasibility: rating('Feasibility', '1 to 5: how easily could you do it?', ['very hard', 'easy']),
    valuable: yesNo(
      'Already valuable at low effort?',
      'yes: what there is works well as it is, and more adds little.',
      {
        width: 110,
      },
    ),
    apart: yesNo('Priorities apart?', 'yes: the sides want different things from here on.', { width: 100 }),
    capacity: yesNo('Capacity there?', 'no: nobody has the time or the means.', { width: 100 }),
    owner: text('Owner', 'Who looks into it.'),
    due: day('Due', 'By when.'),
    done: yesNo('Done', 'yes once it is done or dropped.'),
    note: longText('Note', 'What was said about it.'),
    enteredBy: author('Entered by', 'Who wrote this row, where the address is visible.'),
    enteredAt: moment('Entered at', 'When it was written.'),
    priority: number('Priority', 'Strategic importance × feasibility, from 1 to 25.', {
      format: AUTOMATIC,
      formula: `IF(${isRated},{importance}*{feasibility},)`,
    }),
    advice: longText('Advice', 'What speaks for it, and what against.', {
      width: 360,
      formula:
        `IF({idea}="",,IF(${isBetterNot},"Better not to grow: "&MID(${reasons},3,500),IF({priority}="",,` +
        `IF({importance}<${highFrom(HIGH.importance)},"Leave it: it would not move much",` +
        `IF({feasibility}<${highFrom(HIGH.feasibility)},"Prepare it: important, but not yet easy to do","Do it: important, and within reach")))))`,
    }),
  },
  form: {
    id: 'opportunity',
    title: 'Add an opportunity',
    introduction: 'What could you do together next? Both ratings give it its place.',
    submit: 'Add it',
    ask: {
      idea: { required: true },
      importance: {},
      feasibility: {},
      valuable: {},
      apart: { half: true },
      capacity: { half: true },
      owner: { half: true },
      due: { half: true },
      note: { seldom: true },
    },
    begins: {},
    keeps: [],
    says: '{idea}',
  },
  attention: [
    {
      when: `${isOff('{importance}', 1, 5)}+${isOff('{feasibility}', 1, 5)}>0`,
      say: '"No priority: a rating is a number from 1 to 5"',
      weight: 84,
      since: '{due}',
    },
    {
      when: isImpossibleDay('{due}'),
      say: '"The day is not possible: write it as 2026-03-31"',
      weight: 77,
      since: '{due}',
    },
    {
      when: `({idea}<>"")*NOT(${isYes('{done}')})*ISNUMBER({due})*({due}<${setting('asOf')})`,
      say: '"Not looked into in time: "&{idea}&IF({owner}="",""," ("&{owner}&")")',
      weight: 63,
      since: '{due}',
    },
    {
      when: `(LEFT({advice},2)="Do")*NOT(${isYes('{done}')})*({owner}="")`,
      say: '"Worth doing, and nobody looks into it: "&{idea}',
      weight: 46,
      since: '{due}',
    },
  ],
  dates: [{ on: '{due}', say: '"Look into: "&{idea}', when: `NOT(${isYes('{done}')})` }],
  beside: [limitTable(ID, HIGH)],
});
