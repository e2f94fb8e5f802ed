import type { Cell } from '../tables/column';
import { checkForm, type Submission } from '../tables/checks';
import { formModel, type FormModel } from '../tables/form';
import { setUpForm } from '../tables/forms';
import { foundPlacement, freshPlacement, layOut, type FirstRows, type Placement } from '../tables/layout';
import { isoOfDay } from '../calc/day';
import { SETTINGS, settingsTable } from '../tables/settings';
import { TABS } from '../tables/tabs';
import type { Tab } from '../tables/table';
import { fixedChoices } from './choices';
import { recall, settle } from './memory';
import type { Outcome } from './outcome';
import type { Workbook, WorkbookTab } from './workbook';

const FOLLOW = { show: 'showLog', label: 'Log a contribution' } as const;

/** The set-up form as the person last left it. */
export function openSetUp(workbook: Workbook): FormModel {
  const initial = { currency: 'EUR', start: isoOfDay(workbook.today()) };
  return formModel(setUpForm, workbook.locale, fixedChoices, initial, recall(workbook, setUpForm.id).draft);
}

/** Adds the tabs that are missing. What is already there stays as it is; a second run writes nothing. */
export function setUp(workbook: Workbook, { locale, values: typed }: Submission): Outcome {
  const checked = checkForm(setUpForm, typed, { locale, choices: fixedChoices });
  if ('errors' in checked) return { kind: 'errors', errors: checked.errors };
  const { values } = checked;
  if (sameName(values.first, values.second)) {
    return { kind: 'errors', errors: { second: 'The two sides need different names.' } };
  }

  const added = workbook.exclusively(() => {
    const standing = workbook.tabs();
    const missing = TABS.filter((tab) => !standing.some(({ id, version }) => id === tab.id && version !== null));
    if (missing.length > 0) addTabs(workbook, standing, missing, values);
    return missing;
  });
  settle(workbook, setUpForm.id, {});
  const message =
    added.length === 0
      ? 'This sheet is already set up. Nothing was changed.'
      : `Added: ${added.map(({ name }) => name).join(', ')}. Everything can be changed in Settings at any time.`;
  return { kind: 'written', message, where: null, next: typed, follow: FOLLOW };
}

const sameName = (a: Cell | undefined, b: Cell | undefined): boolean =>
  String(a).trim().toLowerCase() === String(b).trim().toLowerCase();

/**
 * All tabs are added before any is filled, because their formulas point at each other. A tab counts once it is marked
 * ready; a set-up that was cut short is taken up again from the tabs it left.
 */
function addTabs(
  workbook: Workbook,
  standing: readonly WorkbookTab[],
  missing: readonly Tab[],
  values: Record<string, Cell>,
): void {
  const places: Placement[] = [];
  const fresh: [Tab, WorkbookTab][] = [];
  for (const tab of TABS) {
    const found = standing.find(({ id }) => id === tab.id);
    if (!missing.includes(tab)) {
      places.push(foundPlacement(tab, found!.name, found!.read()[0] ?? []));
      continue;
    }
    const added = found ?? workbook.addTab(tab.id, tab.name);
    places.push(freshPlacement(tab, added.name));
    fresh.push([tab, added]);
  }
  const context = {
    places,
    currency: String(values.currency),
    locale: workbook.locale,
    firstRows: firstRows(workbook, values),
  };
  for (const [tab, added] of fresh) added.layOut(layOut(tab, context));
  for (const [tab, added] of fresh) added.markReady(tab.version);
  fresh[0]?.[1].show(2);
}

/** What the form asked for, as the first rows of Settings. */
function firstRows(workbook: Workbook, values: Record<string, Cell>): FirstRows {
  const { first = '', second = '', firstSplit = '', currency = '', start = '' } = values;
  // The rest of the split is the second side's: 1 − 0.6 in decimals, not in binary.
  const secondSplit = typeof firstSplit === 'number' ? Number((1 - firstSplit).toFixed(12)) : '';
  const settings: Record<string, Cell> = {
    [SETTINGS.currency.header]: currency,
    [SETTINGS.start.header]: start,
    [SETTINGS.asOf.header]: workbook.today(),
  };
  return {
    settings: (settingsTable.initial ?? []).map((row) => ({
      ...row,
      value: settings[String(row.setting)] ?? row.value ?? '',
    })),
    parties: [
      { party: first, email: workbook.user, agreedSplit: firstSplit },
      { party: second, agreedSplit: secondSplit },
    ],
  };
}
