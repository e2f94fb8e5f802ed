import {
  AUTOMATIC,
  author,
  choice,
  day,
  fraction,
  link,
  longText,
  moment,
  number,
  text,
  type Cell,
} from '../schema/column';
import { AGREEMENT } from '../schema/agreement';
import { cleaned } from '../schema/names';
import { register, watched } from '../schema/register';
import { table } from '../schema/table';
import { MATTERS, TOPICS } from './agreement-topics';
import { STATE as ENTRY } from './contributions';
import { isImpossibleDay, isYes } from '../schema/conditions';
import { setting } from './formulas';
import { limitIn, limitTable, type Limit } from './formulas-of-limits';

const CHAPTERS = Object.keys(TOPICS);

const ID = 'agreementLimits';

const LIMITS = {
  expires: {
    column: number('Days before it expires', 'So many days before something agreed expires it needs attention.', {
      format: '0',
    }),
    begins: 60,
  },
  answer: {
    column: number('Days to answer', 'Your answering time: what waits longer for the other side needs attention.', {
      format: AUTOMATIC,
    }),
    // How fast is fast enough, only the sides can say.
    begins: '',
  },
} satisfies Record<string, Limit>;

const asOf = setting('asOf');
const answerIn = limitIn(ID, LIMITS.answer);

/** Since when rows of a table wait for the other side; one blank where none does, or there is no such page. */
const waiting = (since: string, holds: string): string => `IFERROR(FILTER(${since},ISNUMBER(${since})*(${holds})),"")`;

/** A row waits from the moment at which it was written; one that was typed, from its own day. */
const writtenIn = (table: string, date: string): string =>
  `IF(ISNUMBER({${table}.enteredAt?}),INT({${table}.enteredAt?}),{${table}.${date}?})`;

const isAnyOf = (column: string, words: readonly string[]): string =>
  `(${words.map((word) => `({${column}?}="${word}")`).join('+')})>0`;

/** The day on which each thing that waits longer than agreed began to wait; blanks beside them. */
const LATE =
  `LET(asOf,${asOf},most,${answerIn},all,VSTACK(` +
  [
    waiting(writtenIn('contributions', 'date'), isAnyOf('contributions.state', [ENTRY.open, ENTRY.changed])),
    waiting(writtenIn('decisions', 'date'), isAnyOf('decisions.agreement', [AGREEMENT.proposed, AGREEMENT.changed])),
    waiting('{items.reviewAskedAt?}', '{items.answeredAt?}=""'),
  ].join(',') +
  `),IF(ISNUMBER(all),IF(asOf-all>most,all,""),""))`;

const isAnswer = `({limit}="${LIMITS.answer.column.header}")`;
const lateOnes = `COUNT(${LATE})`;

/** What this page judges by, and whether answers come as fast as was agreed. */
const limits = watched(
  limitTable(ID, LIMITS),
  [
    {
      when: `${isAnswer}*ISNUMBER({set})*(${lateOnes}>0)`,
      say: `"Answers were agreed within "&{set}&" days: "&${lateOnes}&IF(${lateOnes}=1," waits"," wait")&" longer"`,
      weight: 63,
      since: `MIN(${LATE})`,
    },
    {
      when: `${isAnswer}*({set}="")*(XLOOKUP("answering times",LOWER(TRIM({agreement.topic})),{agreement.state},"")="agreed")`,
      say: '"Answering times are agreed: write the days beside “Days to answer”, so that late answers show"',
      weight: 34,
      since: asOf,
    },
  ],
  'limits',
);

/** Something of each chapter, worked out once for all rows that name it; `mine` are its topics. */
const ofEachChapter = (figure: string): string =>
  `LET(chapters,${cleaned('{agreement.chapter}')},own,${cleaned('{chapter}')},names,UNIQUE(own),` +
  `all,MAP(names,LAMBDA(name,IF(name="","",LET(mine,(chapters=name)*({agreement.topic}<>""),${figure})))),IF(own="",,XLOOKUP(own,names,all)))`;

/** How much of each chapter is agreed. */
export const agreementChapters = table({
  id: 'agreementChapters',
  columns: {
    chapter: text('Chapter of the agreement', 'Chapters, in the order in which they are shown.', { width: 140 }),
    topics: number('Topics', 'How many topics it has.', {
      formula: ofEachChapter('SUM(mine)'),
      format: '0',
      width: 70,
    }),
    agreed: number('Agreed topics', 'How many are agreed and still hold.', {
      formula: ofEachChapter('SUM(mine*({agreement.state}="agreed"))'),
      format: '0',
      width: 70,
    }),
    covered: fraction('Covered', 'Agreed topics ÷ topics.', {
      formula: 'IF(ISNUMBER({topics}),IF({topics}>0,{agreed}/{topics},),)',
    }),
    next: longText('Next topic', 'The first topic of the chapter that is not agreed.', {
      formula: ofEachChapter('IFNA(INDEX(FILTER({agreement.topic},mine*({agreement.state}<>"agreed")),1),"")'),
      width: 180,
    }),
  },
  initial: CHAPTERS.map((chapter) => ({ chapter })),
});

/** Who decides what, and who is asked next: a matter a row. */
const governance = watched(
  table({
    id: 'governance',
    columns: {
      matter: text('Matter', 'What is decided again and again. Change ours, and add your own.', { width: 190 }),
      decides: text('Decides', 'Who decides it: a person, a side, both, the steering group.', { width: 130 }),
      agrees: text('Has to agree', 'Whose yes it takes besides.', { width: 130 }),
      upTo: text('Up to', 'How far: an amount, a number, a day. Beyond it the matter goes on.', { width: 110 }),
      next: text('Asked next', 'Who is asked when it cannot be settled, and after how many days.', { width: 150 }),
      settles: text('Settles it', 'Who has the last word: the steering group, the mediator.', { width: 130 }),
    },
    initial: MATTERS.map((matter) => ({ matter })),
  }),
  [
    {
      when: '({matter}<>"")*({decides}="")*(({agrees}<>"")+({upTo}<>"")+({next}<>"")+({settles}<>"")>0)',
      say: '"Nobody decides yet on: "&{matter}',
      weight: 46,
      since: asOf,
    },
    {
      when: '({decides}<>"")*({next}="")*({settles}="")',
      say: '"Nobody is named who is asked next on: "&{matter}',
      weight: 32,
      since: asOf,
    },
  ],
  'deciding',
);

/**
 * A figure for each topic of the positions that `count`, worked out once for all rows of it: `of` are their topics.
 * @param none what stands where no position counts
 * @param chosen what else is chosen of them: names and values, with `said` for which ones
 */
const ofPositions = (count: string, figure: string, none: string, chosen = ''): string =>
  `LET(said,({positions.position}<>"")*${count},of,FILTER(${cleaned('{positions.topic}')},said),${chosen}topics,UNIQUE(of),` +
  `each,MAP(topics,LAMBDA(topic,${figure})),mine,${cleaned('{topic}')},IF(mine="",,IFNA(XLOOKUP(mine,topics,each),${none})))`;

/** A figure of the sides that have spoken on each topic; `who` are the sides of the positions. */
const ofSpeakers = (side: string, figure: string, none: string): string =>
  ofPositions(`(${cleaned('{positions.side}')}<>"")`, figure, none, `who,FILTER(${side},said),`);

const SPOKEN = ofSpeakers('{positions.side}', 'TEXTJOIN(", ",TRUE,UNIQUE(FILTER(who,of=topic)))', '""');

const UNMET = ofPositions(
  `${isYes('{positions.mustHave}')}*NOT(${isYes('{positions.met}')})`,
  'SUM(--(of=topic))',
  '0',
);

const STATE =
  `LET(asOf,${setting('asOf')},unmet,${UNMET},spoken,` +
  ofSpeakers(cleaned('{positions.side}'), 'ROWS(UNIQUE(FILTER(who,of=topic)))', '0') +
  `,all,SUM(--({parties.party}<>"")),IF({topic}="",,IF({agreed}<>"",` +
  'IF(ISNUMBER({expires})*({expires}<asOf),"expired",IF(unmet>0,"must-have not met","agreed")),' +
  'IF(spoken=0,"open",IF(spoken>=all,"all sides have spoken","one side has spoken")))))';

/** What the sides agree on: a topic a row, with where it is written and until when it holds. Not legal advice. */
export const agreement = register({
  id: 'agreement',
  name: 'Agreement',
  version: 5,
  rows: 120,
  pack: 'agreement',
  chapter: 'align',
  fits: ['new'],
  question: 'On what have we agreed, and what is still open?',
  frameworks: ['A14', 'D5', 'D6', 'D7', 'D9', 'D10', 'D21', 'D22', 'C7'],
  row: { one: 'topic', many: 'topics' },
  named: { column: 'id', prefix: 'A-' },
  columns: {
    id: text('ID', 'Names this topic for good. Partner Ledger writes it.', { filled: 'by the add-on', width: 110 }),
    chapter: choice('Chapter', 'Where it belongs.', { table: 'agreementChapters', column: 'chapter' }, { width: 110 }),
    topic: text('Topic', 'What is to be settled. Add your own, or change ours.', {
      longest: 100,
      width: 150,
      unique: true,
    }),
    why: longText('Why it matters', 'What goes wrong without it.', {
      ...{ width: 300, wraps: true, untilWanted: true },
    }),
    agreed: longText('Agreed', 'What was agreed, in plain words. Empty: not yet.', { width: 170, wraps: true }),
    decidedBy: text('Decided by', 'Who has agreed to it.', { width: 120, untilWanted: true }),
    writtenIn: link('Written in', 'Where it is signed.', { untilWanted: true }),
    validFrom: day('Valid from', 'From when it holds.', { untilWanted: true }),
    expires: day('Expires', 'The last day on which it holds. Empty: until it is changed.', {
      notBefore: { column: 'validFrom', say: 'It cannot expire before it holds.' },
    }),
    enteredBy: author('Entered by', 'Who wrote this row, where the address is visible.'),
    enteredAt: moment('Entered at', 'When it was written.'),
    state: text('State', 'open, one side has spoken, all sides have spoken, must-have not met, agreed, expired.', {
      formula: STATE,
      width: 130,
    }),
    spoken: text('Who has spoken', 'The sides that have stated a position.', { formula: SPOKEN, width: 150 }),
  },
  initial: CHAPTERS.flatMap((chapter) =>
    Object.entries(TOPICS[chapter]!).map(([topic, why]): Record<string, Cell> => ({ chapter, topic, why })),
  ),
  form: {
    id: 'agreement',
    title: 'Add a topic to the agreement',
    introduction: 'Something that both sides should settle, or have settled.',
    submit: 'Add it',
    ask: {
      topic: { required: true },
      chapter: { required: true },
      agreed: {},
      decidedBy: { half: true },
      validFrom: { half: true },
      expires: { half: true },
      writtenIn: {},
      why: { seldom: true },
    },
    begins: { chapter: 'last' },
    keeps: ['chapter'],
    says: '{topic}',
  },
  attention: [
    {
      when: `(${isImpossibleDay('{validFrom}')})+(${isImpossibleDay('{expires}')})>0`,
      say: '"The day is not possible: write it as 2026-03-31"',
      weight: 88,
      since: '{validFrom}',
    },
    {
      when: '{state}="must-have not met"',
      say: '"Agreed against a must-have on "&{topic}&": talk again, or mark the position as met"',
      weight: 85,
      since: '{validFrom}',
    },
    { when: '{state}="expired"', say: '"What was agreed on "&{topic}&" has expired"', weight: 73, since: '{expires}' },
    {
      when: `({state}="agreed")*ISNUMBER({expires})*({expires}<=${setting('asOf')}+${limitIn(ID, LIMITS.expires, '-1')})`,
      say: '"What was agreed on "&{topic}&" expires soon"',
      weight: 53,
      since: '{expires}',
    },
    {
      when: '{state}="all sides have spoken"',
      say: '"All sides have spoken on "&{topic}&": agree, and write it down"',
      weight: 42,
      since: '{enteredAt}',
    },
  ],
  dates: [{ on: '{expires}', say: '"Agreement expires: "&{topic}', when: '{agreed}<>""' }],
  beside: [agreementChapters, limits, governance],
});
