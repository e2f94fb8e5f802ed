import { kindOfPartnership, PACKS, type Pack } from '../../registers/packs';
import { SETTINGS } from '../../registers/setting-list';
import { parties } from '../../registers/settings';
import { fieldsOf, type Form } from '../../schema/form';

const HALF = { half: true } as const;
const NEEDED_HALF = { required: true, half: true } as const;
const SELDOM = { seldom: true } as const;

const party = parties.columns;

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
  fields: lacking.map(({ id, column }) => ({ key: id, column, required: false })),
});
