import { amount, choice, day, fraction, longText, mixed, number, text, type Cell, type Column } from './column';
import { CURRENCIES } from './currency';
import { cleaned, sumWhere } from './names';
import { defineTable, readRows, type FormulasOf, type Reference } from './table';

/** The rhythms that PARTNER_NEXT_REVIEW knows by name. */
const RHYTHMS = ['weekly', 'bi-weekly', 'monthly', 'quarterly', 'six-monthly', 'annual'] as const;

const YES_NO = { listed: ['yes', 'no'] } as const;

/** The settings of a partnership: one value a row, named as people see them. */
export const SETTINGS = {
  currency: choice('Currency', 'Three-letter code of the currency that all amounts are in, such as EUR.', {
    listed: CURRENCIES,
  }),
  start: day('Partnership start', 'The first day of the partnership.'),
  asOf: day('As of', 'The day that figures are computed for. Partner Ledger writes today here whenever it is opened.', {
    filled: 'by the add-on',
  }),
  countProposed: choice(
    'Count proposed entries',
    'yes: an entry counts until somebody disputes it. no: it counts only once the other side has accepted it.',
    YES_NO,
  ),
  tolerance: fraction(
    'Tolerance',
    'How far a side’s share of the reward may be from its share of the effort: 10% is usual.',
  ),
  rhythm: choice('Review rhythm', 'How often both sides rate the partnership.', { listed: RHYTHMS }),
  anchor: day('Reviews counted from', 'The day from which the rhythm counts. Empty: the partnership start.'),
  waiting: number('Days an entry may wait', 'An entry that waits longer for an answer needs attention.', {
    least: { value: 0 },
  }),
  atRisk: fraction('At risk from', 'A KPI with this attainment or pace is at risk; below it is off track.', {
    most: 10,
  }),
  onTrack: fraction('On track from', 'A KPI with this attainment or pace is on track.', { most: 10 }),
  healthGap: number(
    'Gap in health to talk about',
    'How many points of 100 the sides may differ in how they see the partnership before they should talk about it.',
    { least: { value: 0 }, most: 100 },
  ),
  coverage: fraction('Coverage needed', 'A score is shown only when this much of its weight has been rated.'),
};

/** What a fresh workbook begins with; settings that are asked for in the form are not among them. */
const BY_DEFAULT: Partial<Record<keyof typeof SETTINGS, Cell>> = {
  countProposed: 'yes',
  tolerance: 0.1,
  rhythm: 'quarterly',
  waiting: 14,
  atRisk: 0.8,
  onTrack: 1,
  healthGap: 20,
  coverage: 0.6,
};

export type SettingKey = keyof typeof SETTINGS;
export type Settings = {
  [K in SettingKey]: (typeof SETTINGS)[K] extends Column<infer Value> ? Value | null : never;
};

export const settingsTable = defineTable({
  id: 'settings',
  tab: 'settings',
  columns: {
    setting: text('Setting', 'What is set. Change the value beside it, not the name.', { width: 170 }),
    value: mixed('Value', 'What you have agreed on.'),
    meaning: longText('Meaning', 'What the setting does.', { width: 330 }),
  },
  initial: Object.entries(SETTINGS).map(([key, setting]) => ({
    setting: setting.header,
    value: BY_DEFAULT[key as SettingKey] ?? '',
    meaning: setting.help,
  })),
  values: { key: 'value', rows: Object.values(SETTINGS) },
});

export const partiesTable = defineTable({
  id: 'parties',
  tab: 'settings',
  columns: {
    party: text('Party', 'The name of one side of the partnership, as it appears in every list.', { longest: 100 }),
    liaison: text('Liaison', 'The one person to turn to on this side.', { longest: 100 }),
    email: text('E-mail', 'Address of the liaison. The forms use it to know which side is writing.', {
      width: 180,
      longest: 254,
    }),
    agreedSplit: fraction('Agreed split', 'The part of the outcome that was agreed for this side, such as 60%.'),
    contributed: amount('Contributed value', 'Value of all entries of this side that count.', {
      filled: 'by formula',
    }),
    share: fraction('Share of contributions', 'This side’s part of everything contributed.', {
      filled: 'by formula',
      width: 110,
    }),
    unvalued: number('Entries without a value', 'Entries that cannot count: a quantity or a unit value is missing.', {
      filled: 'by formula',
      width: 110,
    }),
  },
});

export const partiesFormulas: FormulasOf<typeof partiesTable> = {
  contributed: (to) =>
    ofEachParty(to, sumWhere(to('contributions.counts'), 'names=side', `ISNUMBER(${to('contributions.counts')})`)),
  share: (to) =>
    `IF((${to('parties.party')}="")+(SUM(${to('parties.contributed')})=0),,${to('parties.contributed')}/SUM(${to('parties.contributed')}))`,
  unvalued: (to) => ofEachParty(to, `SUM((names=side)*(${to('contributions.value')}=""))`),
};

/** One figure a party, from the contributions; `names` are theirs, `side` is the party's. */
const ofEachParty = (to: Reference, figure: string): string =>
  `LET(names,${cleaned(to('contributions.party'))},MAP(${cleaned(to('parties.party'))},LAMBDA(side,IF(side="",,${figure}))))`;

/** The kinds of contribution with the unit each is counted in. */
const KINDS: readonly { kind: string; unit: string; unitValue: Cell }[] = [
  { kind: 'hours', unit: 'hours', unitValue: '' },
  { kind: 'maintenance hours', unit: 'hours', unitValue: '' },
  { kind: 'cash', unit: 'amount', unitValue: 1 },
  { kind: 'goods', unit: 'pieces', unitValue: '' },
  { kind: 'access', unit: 'times', unitValue: '' },
  { kind: 'idea', unit: 'ideas', unitValue: '' },
  { kind: 'other', unit: 'units', unitValue: '' },
];

export const kindsTable = defineTable({
  id: 'kinds',
  tab: 'settings',
  columns: {
    kind: text('Kind of contribution', 'What somebody may contribute. Add your own below.', { width: 150 }),
    unit: text('Counted in', 'The unit of the quantity.', { width: 90 }),
    unitValue: amount('Usual unit value', 'Taken where an entry gives no unit value of its own.'),
    multiplier: number(
      'Multiplier',
      'Weight of this kind: 1 counts the value as it is. Slicing Pie uses 4 for cash and 2 for the rest.',
      {
        least: { value: 0 },
      },
    ),
  },
  initial: KINDS.map((kind) => ({ ...kind, multiplier: 1 })),
});

/** Whose a KPI may be: both sides’ or one side’s. A list of its own, because a rule can point at one column only. */
export const sidesTable = defineTable({
  id: 'sides',
  tab: 'settings',
  columns: {
    side: text('Sides of a KPI', 'What the Side of a KPI may be.', { filled: 'by formula', width: 110 }),
  },
});

export const sidesFormulas: FormulasOf<typeof sidesTable> = {
  side: (to) => `VSTACK("both",FILTER(${to('parties.party')},${to('parties.party')}<>""))`,
};

/** How far the partnership has come: signs of each stage that both sides answer. Its first rows come with the pages. */
export const stagesTable = defineTable({
  id: 'stages',
  tab: 'settings',
  columns: {
    stage: text('Lifecycle stage', 'A stage of the partnership; the order is that of the rows.', {
      longest: 100,
      width: 100,
    }),
    sign: longText('Sign', 'What shows that the stage is reached. Change it to fit your partnership.', { width: 400 }),
    reached: choice('Holds', 'yes or no, as both sides see it. Empty: still open.', YES_NO, { width: 80 }),
  },
});

/** The settings as typed values; null where nothing (or something unreadable) is entered. */
export function readSettings(cells: readonly (readonly Cell[])[]): Settings {
  const byName = new Map(readRows(settingsTable, cells).map((row) => [row.setting?.toLowerCase(), row.value]));
  const read: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries(SETTINGS)) {
    const cell = byName.get(setting.header.toLowerCase());
    read[key] = cell === undefined || cell === null ? null : (setting.read(cell) ?? null);
  }
  return read as Settings;
}

/** A setting's value, as a formula finds it: by its name, wherever its row stands. */
export const settingIn = (to: Reference, key: SettingKey): string =>
  `XLOOKUP("${SETTINGS[key].header}",${to('settings.setting')},${to('settings.value')},)`;
