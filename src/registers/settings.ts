import { amount, fraction, longText, mixed, number, text, type Cell } from '../schema/column';
import { cleaned, sumWhere } from '../schema/names';
import { register } from '../schema/register';
import { table } from '../schema/table';
import { SETTINGS, type SettingKey } from './setting-list';

/** One figure a party, from the contributions; `names` are theirs, `side` is the party's. */
const ofEachParty = (figure: string): string =>
  `LET(names,${cleaned('{contributions.party}')},MAP(${cleaned('{parties.party}')},LAMBDA(side,IF(side="",,${figure}))))`;

export const parties = table({
  id: 'parties',
  columns: {
    party: text('Party', 'The name of one side of the partnership, as it appears in every list.', { longest: 100 }),
    liaison: text('Liaison', 'The one person to turn to on this side.', { longest: 100 }),
    email: text('E-mail', 'Address of the liaison. The forms use it to know which side is writing.', {
      width: 180,
      longest: 254,
      address: true,
    }),
    hourlyRate: amount(
      'Hourly rate',
      'What an hour of this side is worth, where an entry gives no unit value of its own.',
      {
        least: { value: 0 },
      },
    ),
    agreedSplit: fraction('Agreed split', 'The part of the outcome that was agreed for this side, such as 60%.'),
    contributed: amount('Contributed value', 'Value of all entries of this side that count.', {
      formula: ofEachParty(sumWhere('{contributions.counts}', 'names=side', 'ISNUMBER({contributions.counts})')),
    }),
    share: fraction('Share of contributions', 'This side’s part of everything contributed.', {
      width: 110,
      formula: 'IF(({party}="")+(SUM({contributed})=0),,{contributed}/SUM({contributed}))',
    }),
    unvalued: number('Entries without a value', 'Entries that cannot count: a quantity or a unit value is missing.', {
      width: 110,
      formula: ofEachParty('SUM((names=side)*({contributions.value}=""))'),
    }),
  },
});

/** The unit of what hourly rates are for. */
export const HOURS = 'hours';

/** The kinds of contribution with the unit each is counted in. */
const KINDS: readonly { kind: string; unit: string; unitValue: Cell }[] = [
  { kind: 'hours', unit: HOURS, unitValue: '' },
  { kind: 'maintenance hours', unit: HOURS, unitValue: '' },
  { kind: 'cash', unit: 'amount', unitValue: 1 },
  { kind: 'goods', unit: 'pieces', unitValue: '' },
  { kind: 'access', unit: 'times', unitValue: '' },
  { kind: 'idea', unit: 'ideas', unitValue: '' },
  { kind: 'other', unit: 'units', unitValue: '' },
];

export const kinds = table({
  id: 'kinds',
  columns: {
    kind: text('Kind of contribution', 'What somebody may contribute. Add your own below.', { width: 150 }),
    unit: text('Counted in', 'The unit of the quantity.', { width: 90 }),
    unitValue: amount('Usual unit value', 'Taken where an entry gives no unit value of its own.'),
    multiplier: number(
      'Multiplier',
      'Weight of this kind: 1 counts the value as it is. Slicing Pie uses 4 for cash and 2 for the rest.',
      { least: { value: 0 } },
    ),
  },
  initial: KINDS.map((kind) => ({ ...kind, multiplier: 1 })),
});

/** Whose a KPI may be: both sides’ or one side’s. A list of its own, because a rule can point at one column only. */
export const sides = table({
  id: 'sides',
  columns: {
    side: text('Sides of a KPI', 'What the Side of a KPI may be.', {
      width: 110,
      formula: 'VSTACK("both",FILTER({parties.party},{parties.party}<>""))',
    }),
  },
});

/** What a fresh workbook begins with; settings that are asked for in the form are not among them. */
const BY_DEFAULT: Partial<Record<SettingKey, Cell>> = {
  countProposed: 'yes',
  tolerance: 0.1,
  rhythm: 'quarterly',
  knownOnly: 'no',
  // Sheets that stand already have terms that hold; a fresh one is asked to agree.
  agreeTerms: 'no',
  waiting: 14,
  atRisk: 0.8,
  onTrack: 1,
  healthGap: 20,
  coverage: 0.6,
  firstSteps: 'yes',
  noticeDays: 30,
  bufferDays: 3,
  stageDays: 180,
};

/** What the sides have agreed on: a setting a row, and beside them the sides and the lists. */
export const settings = register({
  id: 'settings',
  name: 'Settings',
  version: 12,
  rows: 60,
  question: 'Who are the sides, and what have they agreed on?',
  row: { one: 'setting', many: 'settings' },
  columns: {
    setting: text('Setting', 'What is set. Change the value beside it, not the name.', { width: 210 }),
    value: mixed('Value', 'What you have agreed on.'),
    meaning: longText('Meaning', 'What the setting does.', { width: 330, wraps: true }),
  },
  initial: Object.entries(SETTINGS).map(([key, setting]) => ({
    setting: setting.header,
    value: BY_DEFAULT[key as SettingKey] ?? '',
    meaning: setting.help,
  })),
  values: { keys: ['value'], rows: SETTINGS },
  beside: [parties, kinds, sides],
});
