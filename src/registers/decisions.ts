import { amount, author, choice, day, longText, moment, number, text, yesNo } from '../schema/column';
import { register } from '../schema/register';
import { table } from '../schema/table';
import { isNoNumber, isUnknown, isYes } from '../schema/conditions';
import { isAnyImpossible, setting } from './formulas';

const asOf = setting('asOf');

/** Whether every side has said yes. */
const isAgreed = '({decisions.agreement}="agreed")';

const kinds = table({
  id: 'decisionKinds',
  columns: {
    name: text('Kinds of decision', 'What may be noted here. Add your own below.', { width: 130 }),
    agreed: yesNo('Every side agrees', 'yes: it holds once every side has said yes to it.', { width: 110 }),
    meaning: longText('What it is for', 'When to choose this kind.', { width: 300 }),
  },
  initial: [
    { name: 'decision', agreed: 'yes', meaning: 'Something that binds both sides, such as budget, tone, partners' },
    { name: 'change order', agreed: 'yes', meaning: 'The work changes: what it adds in days and in money' },
    { name: 'lesson', agreed: 'no', meaning: 'What we know now and did not know before' },
    { name: 'action', agreed: 'no', meaning: 'A task out of a meeting or a review, with an owner and a day' },
    { name: 'idea', agreed: 'no', meaning: 'Something to try one day; also what people say about us' },
    {
      name: 'diagnosis',
      agreed: 'no',
      meaning: 'A result fell short: what lies behind it. It looks for causes, not for guilt',
    },
  ],
});

/** What may lie behind a result that fell short, and what to try before anybody is blamed. */
const causes = table({
  id: 'diagnosisCauses',
  columns: {
    cause: text('What may lie behind it', 'Causes of a result that fell short. Add your own below.', { width: 150 }),
    next: longText('Worth trying next', 'What shows whether this is the cause.', { width: 300 }),
  },
  initial: [
    { cause: 'content', next: 'Ask five people of the audience what they missed; change one thing in the next item' },
    { cause: 'promotion', next: 'Post it again at another hour, in another place, and compare' },
    { cause: 'audience fit', next: 'Look who came: are they the people it was made for?' },
    { cause: 'topic', next: 'Put it beside the last three topics: was the interest there?' },
    { cause: 'first impression', next: 'Try another title or picture on the same item' },
  ],
});

const needsAgreement = isYes('XLOOKUP({decisions.kind},{decisionKinds.name},{decisionKinds.agreed},"")');
const isChange = '({decisions.kind}="change order")';
const counted = (holds: string): string => `SUM(${isChange}*${holds})`;
const summed = (key: string, holds: string): string =>
  `SUM(IF(ISNUMBER({decisions.${key}}),${isChange}*${holds}*{decisions.${key}},0))`;
const agreedAndOpen = (of: (holds: string) => string): string => `VSTACK(${of(isAgreed)},${of(`NOT(${isAgreed})`)})`;

/** What change orders have added since the start. */
const changes = table({
  id: 'changeOrders',
  columns: {
    state: text('Change orders', 'Those that every side has agreed to, and those that wait.', {
      formula: 'VSTACK("agreed","not agreed yet")',
      width: 120,
    }),
    count: number('How many', 'Change orders since the start.', { formula: agreedAndOpen(counted), format: '0' }),
    days: number('Days added', 'Days that they add to the timeline.', {
      formula: agreedAndOpen((holds) => summed('days', holds)),
      format: '0',
    }),
    money: amount('Money added', 'What they add to the budget.', {
      formula: agreedAndOpen((holds) => summed('money', holds)),
    }),
  },
});

/** What was decided, changed and learned, why, and what follows from it. */
export const decisions = register({
  id: 'decisions',
  name: 'Decisions',
  version: 1,
  rows: 300,
  pack: 'decisions',
  chapter: 'govern',
  fits: ['new', 'running'],
  frameworks: ['D3', 'D4', 'D34', 'B30', 'A26', 'D24'],
  agreement: {
    on: ['kind', 'what', 'item', 'days', 'money'],
    title: 'what',
    since: 'date',
    unless: `NOT(${needsAgreement})`,
  },
  question: 'What did we decide and change, who agreed, and is it done?',
  row: { one: 'decision', many: 'decisions' },
  named: { column: 'id', prefix: 'D-' },
  columns: {
    id: text('ID', 'Names this decision for good. Partner Ledger writes it.', { filled: 'by the add-on', width: 110 }),
    date: day('Date', 'The day on which it came up.'),
    kind: choice('Kind', 'What is noted.', {
      table: 'decisionKinds',
      column: 'name',
      hint: { text: 'For:', column: 'meaning' },
    }),
    what: longText('What', 'What was decided, changed or learned, in one or two sentences.'),
    why: longText('Why', 'The reason, so that nobody has to ask again.'),
    proposedBy: choice('Proposed by', 'The side that brought it up.', { table: 'parties', column: 'party' }),
    item: text('Item', 'The item that it changes, as it is called in Items.'),
    cause: choice('Cause', 'Of a diagnosis: what most likely lies behind it.', {
      table: 'diagnosisCauses',
      column: 'cause',
      hint: { text: 'Worth trying:', column: 'next' },
    }),
    days: number('Days', 'Of a change order: days that it adds to the timeline; less than 0 where it saves some.', {
      format: '0',
    }),
    money: amount('Money', 'Of a change order: what it adds to the budget; less than 0 where it saves some.'),
    owner: text('Owner', 'Who does it.'),
    due: day('Due', 'By when.', { notBefore: { column: 'date', say: 'It cannot be due before it came up.' } }),
    done: yesNo('Done', 'yes once it is done.'),
    enteredBy: author('Entered by', 'Who wrote it, where the address is visible.'),
    enteredAt: moment('Entered at', 'When it was written.'),
    state: text('State', 'Where it stands, in words.', {
      width: 130,
      formula: `IF({what}="",,IF(${isYes('{done}')},"done",IF(${needsAgreement},IF(${isAgreed},"agreed","waits for a yes"),"noted")))`,
    }),
  },
  form: {
    id: 'decision',
    title: 'Note a decision',
    introduction: 'What did you decide, change or learn?',
    submit: 'Note it',
    ask: {
      kind: { required: true, half: true },
      date: { required: true, half: true },
      what: { required: true },
      why: {},
      proposedBy: { half: true },
      days: { half: true },
      money: { half: true },
      owner: { half: true },
      due: { half: true },
      item: { seldom: true },
      cause: { seldom: true },
      done: { seldom: true },
    },
    begins: { date: 'today', kind: ['last', 'first choice'], proposedBy: ['own side', 'last'] },
    keeps: ['date', 'kind', 'proposedBy'],
    says: '{kind} of {date}',
  },
  attention: [
    {
      when: isUnknown('{proposedBy}', '{parties.party}'),
      say: '"No such side: “"&{proposedBy}&"”. Choose one of Settings"',
      weight: 95,
      since: '{date}',
    },
    {
      when: isAnyImpossible('date', 'due'),
      say: '"A day is not possible: write it as 2026-03-31"',
      weight: 92,
      since: asOf,
    },
    {
      when: `((${isNoNumber('{days}')})+(${isNoNumber('{money}')})>0)`,
      say: '"Left out of the sum: days and money have to be plain numbers"',
      weight: 90,
      since: '{date}',
    },
    {
      when: `({what}<>"")*({kind}="change order")*NOT(${isAgreed})`,
      say: '"Change order without a yes of every side: "&{what}',
      weight: 71,
      since: '{date}',
    },
    {
      when: `({what}<>"")*NOT(${isYes('{done}')})*ISNUMBER({due})*({due}<${asOf})`,
      say: '"Not done in time: "&{what}&IF({owner}="",""," ("&{owner}&")")',
      weight: 67,
      since: '{due}',
    },
  ],
  dates: [{ on: '{due}', say: '"To do: "&{what}', when: `NOT(${isYes('{done}')})` }],
  beside: [changes, kinds, causes],
});
