import { contributionsTable } from './contributions';
import type { Form } from './form';
import { readingsTable } from './kpis';
import { HEALTH, reviewsTable, TRUST } from './reviews';
import { partiesTable, SETTINGS } from './settings';

const { columns: entry } = contributionsTable;
const { columns: party } = partiesTable;

/** *Log a contribution*: one row of the contribution log. */
export const logForm: Form = {
  id: 'log',
  title: 'Log a contribution',
  introduction: 'What did a side put in?',
  submit: 'Log it',
  fields: [
    { key: 'date', column: entry.date, required: true, half: true },
    { key: 'party', column: entry.party, required: true, half: true },
    { key: 'kind', column: entry.kind, required: true },
    { key: 'quantity', column: entry.quantity, required: true, half: true },
    { key: 'unitValue', column: entry.unitValue, required: false, half: true },
    { key: 'item', column: entry.item, required: false },
    { key: 'note', column: entry.note, required: false },
    { key: 'evidence', column: entry.evidence, required: false, seldom: true },
    { key: 'multiplier', column: entry.multiplier, required: false, seldom: true },
  ],
};

const { columns: reading } = readingsTable;
const { columns: review } = reviewsTable;

/** *Record a KPI*: one reading. */
export const readingForm: Form = {
  id: 'reading',
  title: 'Record a KPI',
  introduction: 'What does a KPI stand at?',
  submit: 'Record it',
  fields: [
    { key: 'kpi', column: reading.kpi, required: true },
    { key: 'date', column: reading.date, required: true, half: true },
    { key: 'actual', column: reading.actual, required: true, half: true },
    { key: 'source', column: reading.source, required: false },
    { key: 'note', column: reading.note, required: false },
  ],
};

/** *Review*: one side's ratings. */
export const reviewForm: Form = {
  id: 'review',
  title: 'Review',
  introduction: 'How does it go, seen from one side? Leave out what you cannot judge.',
  submit: 'Save the ratings',
  fields: [
    { key: 'ratedBy', column: review.ratedBy, required: true },
    { key: 'date', column: review.date, required: true, half: true },
    { key: 'kind', column: review.kind, required: true, half: true },
    ...HEALTH.map((key) => ({ key, column: review[key], required: false })),
    ...TRUST.map((key) => ({ key, column: review[key], required: false })),
    { key: 'worked', column: review.worked, required: false },
    { key: 'didNot', column: review.didNot, required: false },
    { key: 'nextStep', column: review.nextStep, required: false },
    { key: 'owner', column: review.owner, required: false, half: true },
    { key: 'due', column: review.due, required: false, half: true },
  ],
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
  fields: [
    { key: 'first', column: party.party, required: true, label: 'First side', help: 'Your own side, for example.' },
    {
      key: 'second',
      column: party.party,
      required: true,
      label: 'Second side',
      help: 'More can be added in Settings.',
    },
    {
      key: 'firstSplit',
      column: party.agreedSplit,
      required: false,
      label: 'Agreed split: the first side’s part',
      help: 'A percentage such as 60%. Leave it empty if nothing is agreed yet.',
    },
    { key: 'currency', column: SETTINGS.currency, required: true, half: true },
    { key: 'start', column: SETTINGS.start, required: true, half: true },
  ],
};
