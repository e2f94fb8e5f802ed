import { isoOfDay } from '../../calc/day';
import { checkForm, type Submission } from '../../schema/checks';
import type { Cell } from '../../schema/column';
import { currencyOf } from '../../schema/currency';
import { formModel, type Choice, type Field, type FormModel } from '../../schema/form';
import { setUpForm, standingForm } from './set-up-form';
import type { FirstRows } from '../../schema/layout';
import { sampleStart } from '../../sample/sample';
import { sameText } from '../../schema/same-text';
import { PACKS, type Pack } from '../../registers/packs';
import { SETTINGS } from '../../registers/setting-list';
import { parties, settings as settingsRegister } from '../../registers/settings';
import { readSettings } from '../settings';
import { readRows } from '../../schema/table';
import { fixedChoices } from '../asking/choices';
import { adoptTabs, unmarkedSettings } from './adopt-tabs';
import { emptyTables, type Beginning } from './fill';
import { firstSteps } from './first-steps';
import { recall } from '../asking/memory';
import type { Opening } from '../asking/opening';
import type { Outcome } from '../asking/outcome';
import { ADDABLE, packsFitting, packsIn } from './packs';
import { firstOfMoving, moveRows, movingRows, packsOfMoving } from './moved-rows';
import { prepareTabs } from './prepare-tabs';
import { freshRows, namedSample, PACKS_OF_SAMPLE, sampleFor } from './sample';
import { takeUnits } from '../asking/units';
import { whereAllowed } from '../forbidden';
import { readyTabs } from '../tabs';
import { notePlace } from '../refreshing/note-place';
import { showMovedResults } from '../refreshing/show-values';
import { takeCurrency } from '../refreshing/take-currency';
import { chooseTwins, twinsForm, twinsIn } from './twins';
import { settled, type Workbook, type WorkbookTab } from '../workbook';

const FOLLOW = { form: 'log', label: 'Log a contribution' } as const;

/**
 * The set-up form as the person last left it. What stands in Settings already is where it begins; where the sides stand
 * there is nothing to ask, except which of two tabs is the one. What is left to do is known once the form is whole.
 */
export function openSetUp(workbook: Workbook, opening: Opening): FormModel {
  const tabs = workbook.tabs();
  const { locale } = workbook;
  const twins = twinsIn(tabs);
  if (twins.length > 0) return formModel(twinsForm(twins), locale, fixedChoices, {}, null);
  const settings = tabs.length > 0 ? settingsIn(tabs) : unmarkedSettings(workbook);
  const sides = sidesIn(settings);
  if (sides.length > 0) {
    // A workbook that lost its marks has to be set up before anything else.
    const steps = opening === 'whole' && tabs.length > 0 ? firstSteps(workbook) : [];
    return formModel(standingForm(sides, packsLacking(tabs)), locale, fixedChoices, {}, null, { steps });
  }
  const { currency, rhythm } = readSettings(settings);
  const initial = {
    currency: currency ?? currencyOf(locale),
    start: isoOfDay(workbook.today()),
    rhythm: rhythm ?? 'quarterly',
  };
  return formModel(setUpForm, locale, choicesWithPages, initial, recall(workbook, setUpForm.id).draft);
}

/**
 * Adds the tabs that are missing, and fills Settings where no side stands in it. What is already there stays as it is; a
 * second run writes nothing.
 */
export function setUp(workbook: Workbook, submission: Submission): Outcome {
  const { locale, values: typed } = submission;
  if (typed.sample === 'yes') {
    const currency = currencyOf(workbook.locale);
    const start = sampleStart(workbook.today());
    const rows = namedSample(workbook, currency, start);
    const settings = {
      [SETTINGS.currency.header]: currency,
      [SETTINGS.start.header]: start,
      [SETTINGS.shared.header]: 'yes',
      // Its terms hold without anybody's answer.
      [SETTINGS.agreeTerms.header]: 'no',
    };
    const beginning = { settings, rows, packs: PACKS_OF_SAMPLE, alone: true };
    const outcome = begin(workbook, beginning, freshRows(rows));
    if (outcome.kind === 'written') takeUnits(readyTabs(workbook));
    return outcome;
  }
  workbook.exclusively(() => adoptTabs(workbook));
  const tabs = workbook.tabs();
  const twins = twinsIn(tabs);
  if (twins.length > 0) {
    const errors = workbook.exclusively(() => chooseTwins(tabs, twins, submission));
    if (errors) return { kind: 'errors', errors };
  }
  const sides = sidesIn(settingsIn(tabs));
  if (twins.length > 0 || sides.length > 0) {
    const standing = checkForm(standingForm(sides, packsLacking(tabs)), typed, { locale, choices: fixedChoices });
    if ('errors' in standing) return { kind: 'errors', errors: standing.errors };
    return addTo(workbook, packsWanted(standing.values), IN_SETTINGS);
  }
  const checked = checkForm(setUpForm, typed, { locale, choices: fixedChoices });
  if ('errors' in checked) return { kind: 'errors', errors: checked.errors };
  const { values } = checked;
  if (sameText(values.first, values.second)) {
    return { kind: 'errors', errors: { second: 'The two sides need different names.' } };
  }
  return begin(workbook, asAsked(workbook, values));
}

/** Says beside each kind of partnership which pages come with it. */
const choicesWithPages = (field: Field): Choice[] =>
  fixedChoices(field).map((choice) => {
    const pages = field.key === 'kind' ? packsFitting(choice.value) : [];
    const names = ADDABLE.flatMap(({ id, name }) => (pages.includes(id) ? [name] : []));
    return names.length === 0
      ? choice
      : { ...choice, hint: `Adds ${names.join(', ')}. Pages in the menu has more, and removes what you do not need.` };
  });

/** For a sheet in which the sides stand already. */
const NOTHING_NEW: Beginning = { settings: {}, rows: {}, packs: [], alone: false };

/** The packs that somebody said yes to. */
const packsWanted = (values: Record<string, Cell>): string[] =>
  PACKS.filter(({ id }) => values[id] === 'yes').map(({ id }) => id);

const packsLacking = (tabs: readonly WorkbookTab[]): Pack[] => PACKS.filter(({ id }) => !packsIn(tabs).includes(id));

const settingsIn = (tabs: readonly WorkbookTab[]): Cell[][] =>
  tabs.find(({ id, version }) => id === settingsRegister.id && version !== null)?.read() ?? [];

/** Names of the sides that stand in Settings. */
const sidesIn = (settings: readonly (readonly Cell[])[]): string[] =>
  readRows(parties, settings).flatMap(({ party }) => party ?? []);

/** Adds packs to a sheet that is set up. */
export const addPacks = (workbook: Workbook, packs: readonly string[]): Outcome => addTo(workbook, packs, '');

/** Brings a sheet up to date that is set up, and adds packs; with rows of the sample while that is in the sheet. */
function addTo(workbook: Workbook, packs: readonly string[], closing: string): Outcome {
  const ofSample = packs.length > 0 ? sampleFor(workbook) : {};
  const outcome = begin(workbook, { ...NOTHING_NEW, packs }, ofSample, closing);
  if (Object.keys(ofSample).length > 0 && outcome.kind === 'written') takeUnits(readyTabs(workbook));
  return outcome;
}

const lockedFor = (tabs: readonly string[]): string =>
  `Locked for you, and left as ${tabs.length === 1 ? 'it is' : 'they are'}: ${tabs.join(', ')}. Whoever owns this sheet brings ${tabs.length === 1 ? 'it' : 'them'} up to date with Set up this sheet.`;

const IN_SETTINGS = ' Everything can be changed in Settings at any time.';

/**
 * @param firstRows of tables that are added now, where they differ from their own
 * @param closing said after what was done
 */
function begin(
  workbook: Workbook,
  beginning: Beginning,
  firstRows: FirstRows = {},
  closing: string = IN_SETTINGS,
): Outcome {
  const outcome = toldUntilDone(workbook, (): Outcome => {
    const standing = workbook.tabs();
    const emptyOf = (tabs: WorkbookTab[]): ReturnType<typeof emptyTables> =>
      emptyTables(
        tabs.filter(({ version }) => version !== null),
        beginning,
      );
    const before = emptyOf(standing);
    if ('kind' in before) return before;
    const { settings, rows } = beginning;
    const moving = movingRows(standing);
    const { added, renewed, mended, relisted, resized, locked, waiting } = prepareTabs(workbook, standing, {
      packs: [...beginning.packs, ...packsOfMoving(moving)],
      alone: beginning.alone,
      currency: String(settings[SETTINGS.currency.header]),
      firstRows: {
        ...rows,
        ...firstRows,
        ...firstOfMoving(moving, standing),
        settings: firstSettings(workbook, settings),
      },
    });
    // As long as something is locked, formulas may still point at what moves.
    if (moving.length > 0 && locked.length + waiting.length === 0) moveRows(moving, workbook.tabs());
    // New columns have moved others.
    const empty = renewed.length + mended.length + moving.length > 0 ? emptyOf(standing) : before;
    if ('kind' in empty) return empty;
    for (const { tab, blocks, plainText, rows } of empty.writes) settled(tab, tab.write(blocks, plainText, rows));
    const settingsFound = standing.find(({ id, version }) => id === settingsRegister.id && version !== null);
    const shown = settingsFound && takeCurrency(workbook, standing, settingsFound.read());
    const left = [...new Set([...locked, ...(shown?.locked ?? [])])];
    const done = [
      ...(added.length > 0 ? [`Added: ${added.join(', ')}.`] : []),
      ...(renewed.length > 0 ? [`Brought up to date: ${renewed.join(', ')}; what you entered is as it was.`] : []),
      ...(mended.length > 0 ? [`Formulas of row 1 put right: ${mended.join(', ')}.`] : []),
      ...(relisted.length > 0 ? [`Lists of choices put right: ${relisted.join(', ')}.`] : []),
      ...(resized.length > 0 ? [`Room for what there is now: ${resized.join(', ')}.`] : []),
      ...(shown && shown.taken.length > 0 ? [`Amounts are shown in ${shown.currency ?? 'no currency'} now.`] : []),
      ...(empty.writes.length > 0 ? [`Filled: ${empty.writes.map(({ tab }) => tab.name).join(', ')}.`] : []),
    ];
    const message =
      done.length === 0
        ? 'This sheet is already set up. Nothing was changed.'
        : `${done.join(' ')}${
            beginning.alone ? ' This is a sample: “Remove the sample” in the menu takes it out again.' : closing
          }`;
    const wait =
      waiting.length > 0
        ? ` Until then ${waiting.join(', ')} ${waiting.length === 1 ? 'stays as it is' : 'stay as they are'}, too.`
        : '';
    const lock = left.length > 0 ? ` ${lockedFor(left)}${wait}` : '';
    return { kind: 'written', message: message + lock, where: null, next: {}, follow: FOLLOW };
  });
  if (outcome.kind === 'written') {
    const ready = readyTabs(workbook);
    notePlace(workbook, ready);
    whereAllowed(() => showMovedResults(ready));
  }
  if (outcome.kind === 'written' && !beginning.alone) outcome.steps = firstSteps(workbook);
  return outcome;
}

/** Nobody else's script writes meanwhile, and at the end nothing is being done any more. */
function toldUntilDone(workbook: Workbook, work: () => Outcome): Outcome {
  try {
    return workbook.exclusively(work);
  } finally {
    workbook.tell('');
  }
}

/** What the form asked for. */
function asAsked(workbook: Workbook, values: Record<string, Cell>): Beginning {
  const { first = '', second = '', firstSplit = '', currency = '', start = '', rhythm = '', anchor = '' } = values;
  // The rest of the split is the second side's: 1 − 0.6 in decimals, not in binary.
  const secondSplit = typeof firstSplit === 'number' ? Number((1 - firstSplit).toFixed(12)) : '';
  const side = (name: string): Record<string, Cell> => ({
    liaison: values[`${name} liaison`] ?? '',
    email: values[`${name} email`] ?? '',
    hourlyRate: values[`${name} hourlyRate`] ?? '',
  });
  return {
    settings: {
      [SETTINGS.currency.header]: currency,
      [SETTINGS.start.header]: start,
      [SETTINGS.rhythm.header]: rhythm,
      [SETTINGS.anchor.header]: anchor,
      [SETTINGS.agreeTerms.header]: 'yes',
    },
    rows: {
      parties: [
        { ...side('first'), party: first, agreedSplit: firstSplit, email: values['first email'] || workbook.user },
        { ...side('second'), party: second, agreedSplit: secondSplit },
      ],
    },
    packs: [...packsFitting(values.kind), ...packsWanted(values)],
    alone: false,
  };
}

/** The rows of Settings in a fresh workbook. */
const firstSettings = (workbook: Workbook, asked: Record<string, Cell>): FirstRows[string] =>
  (settingsRegister.initial ?? []).map((row) => ({
    ...row,
    value: row.setting === SETTINGS.asOf.header ? workbook.today() : asked[String(row.setting)] || (row.value ?? ''),
  }));
