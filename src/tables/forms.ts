import { choice } from './column';
import { contributionsTable } from './contributions';
import { fieldsOf, type Form } from './form';
import { kpisTable, readingsTable } from './kpis';
import { HEALTH, reviewsTable, TRUST } from './reviews';
import { partiesTable, SETTINGS } from './settings';

const NEEDED = { required: true } as const;
const HALF = { half: true } as const;
const NEEDED_HALF = { ...NEEDED, ...HALF } as const;
const SELDOM = { seldom: true } as const;

const { columns: entry } = contributionsTable;
const { columns: party } = partiesTable;

/** *Log a contribution*: one row of the contribution log. */
export const logForm: Form = {
  id: 'log',
  title: 'Log a contribution',
  introduction: 'What did a side put in?',
  submit: 'Log it',
  fields: fieldsOf(entry, {
    date: NEEDED_HALF,
    party: NEEDED_HALF,
    kind: NEEDED,
    quantity: {
      ...NEEDED_HALF,
      help: `${entry.quantity.help} 1:30, 1 h 30 and 90 min are read as hours.`,
    },
    unitValue: HALF,
    item: {},
    note: {},
    evidence: SELDOM,
    multiplier: SELDOM,
  }),
};

/** *Add a KPI*: what is measured, and what it should come to. */
export const kpiForm: Form = {
  id: 'kpi',
  title: 'Add a KPI',
  introduction: 'What do you want to move? Three to five KPIs of both sides are enough.',
  submit: 'Add it',
  fields: fieldsOf(kpisTable.columns, {
    kpi: NEEDED,
    side: NEEDED_HALF,
    perspective: HALF,
    unit: HALF,
    direction: NEEDED_HALF,
    baseline: HALF,
    target: HALF,
    start: HALF,
    due: HALF,
    rollUp: NEEDED,
    kind: SELDOM,
    weight: SELDOM,
  }),
};

/** *Record a KPI*: one reading. */
export const readingForm: Form = {
  id: 'reading',
  title: 'Record a KPI',
  introduction: 'What does a KPI stand at?',
  submit: 'Record it',
  fields: fieldsOf(readingsTable.columns, {
    kpi: NEEDED,
    date: NEEDED_HALF,
    actual: NEEDED_HALF,
    source: {},
    note: {},
  }),
};

/** *Review*: one side's ratings. */
export const reviewForm: Form = {
  id: 'review',
  title: 'Review',
  introduction: 'How does it go, seen from one side? Leave out what you cannot judge.',
  submit: 'Save the ratings',
  fields: fieldsOf(reviewsTable.columns, {
    ratedBy: NEEDED,
    date: NEEDED_HALF,
    kind: NEEDED_HALF,
    ...Object.fromEntries([...HEALTH, ...TRUST].map((key) => [key, {}])),
    worked: {},
    didNot: {},
    nextStep: {},
    owner: HALF,
    due: HALF,
  }),
};

/** *Answer entries*: which side answers, and what it says with it; the entries themselves are items of the form. */
export const answerForm: Form = {
  id: 'answer',
  title: 'Answer entries',
  introduction: 'Accept what you agree with, dispute what you do not. Nobody answers their own entries.',
  submit: 'Save the answers',
  fields: [
    {
      key: 'side',
      column: entry.party,
      required: true,
      label: 'You answer for',
      help: 'Entries of this side are left out.',
    },
    {
      key: 'note',
      column: entry.answerNote,
      required: false,
      help: 'Said with every answer you give now. Needed when you dispute something.',
    },
  ],
};

/** *Set up this sheet*: the two sides, the split and the settings that everything else starts from. */
export const setUpForm: Form = {
  id: 'set-up',
  title: 'Set up this sheet',
  introduction: 'Adds the tabs of Partner Ledger. Nothing that is in this sheet already changes.',
  submit: 'Set up',
  instead: {
    key: 'sample',
    label: 'Start with the sample partnership',
    help: 'Or look around first: a year of a podcast company and an ocean nonprofit. It can be taken out again in one step.',
  },
  fields: [
    { key: 'first', column: party.party, ...NEEDED_HALF, label: 'First side', help: 'Your own side, for example.' },
    {
      key: 'second',
      column: party.party,
      ...NEEDED_HALF,
      label: 'Second side',
      help: 'More can be added in Settings.',
    },
    {
      key: 'firstSplit',
      column: party.agreedSplit,
      required: false,
      label: 'Agreed split: the first side’s part',
      help: 'A percentage such as 60%; 60 is the same, and a plain 1 is all of it. Leave it empty if nothing is agreed yet.',
    },
    ...fieldsOf(SETTINGS, { currency: NEEDED_HALF, start: NEEDED_HALF, rhythm: {} }),
    ...(['first', 'second'] as const).flatMap((side) =>
      fieldsOf(party, { liaison: { ...HALF, ...SELDOM }, email: { ...HALF, ...SELDOM } }).map((field) => ({
        ...field,
        key: `${side} ${field.key}`,
        label: `${field.column.header} of the ${side} side`,
      })),
    ),
    ...fieldsOf(SETTINGS, { anchor: SELDOM }),
  ],
};

/** The same once it was done: nothing is asked. */
export const standingForm = (sides: readonly string[]): Form => ({
  id: setUpForm.id,
  title: setUpForm.title,
  introduction:
    `This sheet is set up for ${sides.join(', ')}. Change what you have agreed on in the tab Settings. ` +
    'Here you bring the tabs up to date: missing ones are added, the Scorecard makes room, amounts get the format of the currency.',
  submit: 'Bring up to date',
  fields: [],
});

/** *Remove the sample*; what would go is said in the introduction. */
export const removeForm: Form = {
  id: 'remove-sample',
  title: 'Remove the sample',
  introduction: '',
  submit: 'Remove the sample',
  fields: [
    {
      key: 'changed',
      column: choice('Sample rows that were changed', 'keep: they stay as they are. remove: they go as well.', {
        listed: ['keep', 'remove'],
      }),
      required: true,
    },
  ],
};
