import { author, choice, day, longText, mixed, moment, number, text, yesNo, type Cell } from '../schema/column';
import { cleaned } from '../schema/names';
import { register } from '../schema/register';
import { table } from '../schema/table';
import { LISTS, questionsOf } from './checklist-questions';
import { LIFECYCLE_NAME } from './lifecycle-name';
import { isUnknown } from '../schema/conditions';

/** Something of each list of the table beside; `mine` are its questions. */
const ofEachList = (figure: string): string =>
  `LET(lists,${cleaned('{checklists.list}')},asked,{checklists.question}<>"",said,LOWER(TRIM({checklists.answer})),` +
  `MAP(${cleaned('{list}')},LAMBDA(name,IF(name="",,LET(mine,(lists=name)*asked,${figure})))))`;

const isOpen = '(said<>"yes")*(said<>"true")';

/** The lists: how each is judged, and what it comes to. */
export const checklistRules = table({
  id: 'checklistRules',
  knownBy: 'list',
  columns: {
    list: text('List name', 'A list of questions. Add your own below, and its questions to the left.', { width: 170 }),
    rule: mixed(
      'Rule',
      'all: any no pauses. A number: so many yes. report: only counted. staged: the last stage that is whole.',
      { width: 80 },
    ),
    what: longText('What it is for', 'When to use the list.', { width: 260 }),
    verdict: text('Verdict', 'go, pause or incomplete; of a report the counts; of a staged list the stage reached.', {
      formula:
        'CHECKLIST_VERDICTS(IFERROR({list},""),IFERROR({rule},""),IFERROR({checklists.list},""),IFERROR({checklists.stage},""),' +
        'IFERROR({checklists.question},""),IFERROR({checklists.answer},""))',
      width: 150,
    }),
    yes: number('Yes', 'How many are answered with yes.', {
      formula: ofEachList('SUM(mine*((said="yes")+(said="true")))'),
      format: '0',
      width: 50,
    }),
    no: number('No', 'How many are answered with no.', {
      formula: ofEachList('SUM(mine*(said="no"))'),
      format: '0',
      width: 50,
    }),
    open: number('Open', 'How many are not answered yet.', {
      formula: ofEachList(`SUM(mine*${isOpen}*(said<>"no"))`),
      format: '0',
      width: 60,
    }),
    next: longText('Next to settle', 'The first question of the list that is not a yes.', {
      formula: ofEachList(`IFNA(INDEX(FILTER({checklists.question},mine*${isOpen}),1),"")`),
      width: 330,
    }),
    nextStage: text('Its stage', 'Of lists that go by stages: the one that is not whole yet.', {
      formula: ofEachList(`IFNA(INDEX(FILTER({checklists.stage},mine*${isOpen}),1),"")`),
      width: 110,
    }),
    nextRow: number('In row', 'Where that question stands.', {
      formula: ofEachList(`IFNA(MIN(FILTER(ROW({checklists.list}),mine*${isOpen})),)`),
      format: '0',
      width: 60,
    }),
  },
  initial: LISTS.map(({ name, rule, what }): Record<string, Cell> => ({ list: name, rule, what })),
});

/** What stands beside a row's list in the table of lists. */
const ofList = (column: string): string =>
  `XLOOKUP(${cleaned('{list}')},${cleaned('{checklistRules.list}')},{checklistRules.${column}},"")`;

/** The list's first question that is not a yes stands above this row, in an earlier stage. */
const isSkipped = `LET(waits,${ofList('nextRow')},IF(ISNUMBER(waits),waits<ROW({list}),FALSE))*(LOWER(TRIM({stage}))<>LOWER(TRIM(${ofList('nextStage')})))`;

/** Questions that both sides answer before, while and after they work together: a question a row. */
export const checklists = register({
  id: 'checklists',
  name: 'Checklists',
  version: 2,
  rows: 200,
  pack: 'checklists',
  chapter: 'align',
  fits: ['new', 'running'],
  question: 'Is everything settled that has to be, and what comes next?',
  frameworks: ['A11', 'A16', 'A22', 'A24', 'A27', 'B26', 'B27', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'D23', 'D25'],
  row: { one: 'question', many: 'questions' },
  named: { column: 'id', prefix: 'Q-' },
  columns: {
    id: text('ID', 'Names this question for good. Partner Ledger writes it.', { filled: 'by the add-on', width: 110 }),
    list: choice('List', 'The list that it belongs to.', { table: 'checklistRules', column: 'list' }, { width: 170 }),
    stage: text('Stage', 'In lists that go by stages. The order is that of the rows.', { width: 100, longest: 100 }),
    question: longText('Question', 'Put so that yes is good. Change the words as you like.', {
      width: 420,
      wraps: true,
    }),
    answer: yesNo('Answer', 'yes or no, as both sides see it. Empty: still open.'),
    since: day(
      'Holds since',
      'The day from which the answer holds. Of the lifecycle the Scorecard counts the days in a stage from the last one.',
    ),
    owner: text('Owner', 'Who settles it.', { width: 110 }),
    note: longText('Note', 'What was said about it.'),
    enteredBy: author('Entered by', 'Who wrote this row, where the address is visible.'),
    enteredAt: moment('Entered at', 'When it was written.'),
  },
  initial: LISTS.flatMap((list) =>
    questionsOf(list).map(([stage, question]): Record<string, Cell> => ({ list: list.name, stage, question })),
  ),
  form: {
    id: 'checklist',
    title: 'Add a question',
    introduction: 'A question that has to be settled, put so that yes is good.',
    submit: 'Add it',
    ask: {
      list: { required: true },
      question: { required: true },
      answer: { half: true },
      owner: { half: true },
      stage: {},
      since: { seldom: true },
      note: {},
    },
    begins: { list: 'last' },
    keeps: ['list', 'stage'],
    says: 'Question for {list}',
  },
  attention: [
    {
      when: '({answer}<>"")*ISNA(XMATCH(LOWER(TRIM({answer})),VSTACK("yes","no","true","false")))',
      say: '"Counts as open: the answer is yes or no"',
      weight: 83,
      since: '{enteredAt}',
    },
    {
      when: isUnknown('{list}', '{checklistRules.list}'),
      say: '"No such list: “"&{list}&"”. Add it with a rule to the table beside"',
      weight: 82,
      since: '{enteredAt}',
    },
    {
      when: `({question}<>"")*({stage}="")*(${ofList('rule')}="staged")`,
      say: '"Counts as a stage without a name: its list goes by stages, give it one"',
      weight: 76,
      since: '{enteredAt}',
    },
    {
      when: `(LOWER(TRIM({answer}))="no")*(${ofList('verdict')}="pause")`,
      say: '{list}&" says pause. Settle: "&{question}',
      weight: 62,
      since: '{enteredAt}',
    },
    {
      when: `(LOWER(TRIM({answer}))="yes")*(${ofList('rule')}="staged")*${isSkipped}`,
      say: `"A step was skipped in "&{list}&": first settle “"&${ofList('next')}&"”"`,
      weight: 59,
      since: '{enteredAt}',
    },
  ],
  takesIn: {
    register: 'settings',
    columns: { stage: 'Lifecycle stage', question: 'Sign', answer: 'Holds', since: 'Holds since' },
    cells: { list: LIFECYCLE_NAME },
  },
  beside: [checklistRules],
});
