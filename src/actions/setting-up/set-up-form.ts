import { kindOfPartnership, PACKS, type Pack } from '../../registers/packs';
import { SETTINGS } from '../../registers/setting-list';
import { parties } from '../../registers/settings';
import { fieldsOf, type Field, type Form } from '../../schema/form';

const HALF = { half: true } as const;
const NEEDED_HALF = { required: true, half: true } as const;
const SELDOM = { seldom: true } as const;

const party = parties.columns;

/** A column of both sides, a field each. */
const ofSides = (key: keyof typeof party, details: Partial<Field>, help?: string): Field[] =>
  (['first', 'second'] as const).map((side) => ({
    key: `${side} ${key}`,
    column: party[key],
    required: false,
    label: `${party[key].header} of the ${side} side`,
    ...(help !== undefined && { help }),
    ...details,
  }));

/** *Set up this sheet*: the two sides, the split and the settings that everything else starts from. */
export const setUpForm: Form = {
  id: 'set-up',
  title: 'Set up this sheet',
  introduction: 'Adds the tabs of Partner Ledger. Nothing that is in this sheet already changes.',
  submit: 'Set up',
  waiting: 'The tabs appear one after another. This takes up to a minute; leave the sidebar open.',
  instead: {
    key: 'sample',
    label: 'Start with the sample partnership',
    help: 'Or look around first: a year of a podcast company and an ocean nonprofit. It can be taken out again in one step.',
  },
  shares: { fields: ['firstSplit'], side: 'first', rest: 'second' },
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
    ...ofSides('hourlyRate', HALF, 'What its hour is worth'),
    {
      key: 'second email',
      column: party.email,
      required: false,
      label: 'Address of the second side',
      help: 'Their forms then know who is writing. You share the sheet afterwards.',
    },
    ...fieldsOf(SETTINGS, { currency: NEEDED_HALF, start: NEEDED_HALF, rhythm: {} }),
    {
      key: 'first email',
      column: party.email,
      required: false,
      ...SELDOM,
      label: 'Address of the first side',
      help: 'Empty: yours.',
    },
    ...ofSides('liaison', { ...HALF, ...SELDOM }),
    { key: 'kind', column: kindOfPartnership, required: false },
    ...PACKS.map(({ id, column }) => ({ key: id, column, required: false })),
    ...fieldsOf(SETTINGS, { anchor: SELDOM }),
  ],
};

/** The same once it was done: nothing is asked but what else is wanted. */
export const standingForm = (sides: readonly string[], lacking: readonly Pack[]): Form => ({
  id: setUpForm.id,
  title: setUpForm.title,
  introduction:
    `This sheet is set up for ${sides.join(', ')}. Change what you have agreed on in the tab Settings. ` +
    'Here you bring the tabs up to date: missing ones are added, the Scorecard makes room, amounts get the format of the currency.',
  submit: 'Bring up to date',
  waiting: 'Every tab is looked at. This takes up to a minute.',
  fields: lacking.map(({ id, column }) => ({ key: id, column, required: false })),
});
