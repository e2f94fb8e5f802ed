import { choice } from '../../schema/column';
import { checkForm, type FieldErrors, type Submission } from '../../schema/checks';
import type { Form } from '../../schema/form';
import { setUpForm } from './set-up-form';
import { REGISTERS } from '../../registers';
import { PAGES } from '../../registers/pages';
import { fixedChoices } from '../asking/choices';
import type { WorkbookTab } from '../workbook';

/** Tabs that carry the same id, because somebody duplicated one; each of them holds what it holds. */
type Twins = readonly WorkbookTab[];

export const twinsIn = (tabs: readonly WorkbookTab[]): Twins[] =>
  [...PAGES, ...REGISTERS]
    .map(({ id }) => tabs.filter((tab) => tab.id === id && tab.version !== null))
    .filter((same) => same.length > 1);

/** Asks which one of them counts. */
export const twinsForm = (twins: readonly Twins[]): Form => ({
  id: setUpForm.id,
  title: setUpForm.title,
  introduction:
    'A tab was duplicated. Choose the one that counts: forms write there, and figures come from there. The other one stays as it is, as a tab of your own.',
  submit: 'Use this tab',
  fields: twins.map((same) => ({
    key: same[0]!.id,
    column: choice(nameOf(same), 'Usually the one that is not called a copy.', {
      listed: same.map(({ name }) => name),
    }),
    required: true,
  })),
});

const nameOf = (twins: Twins): string => [...PAGES, ...REGISTERS].find(({ id }) => id === twins[0]!.id)!.name;

/**
 * Lets go of the tabs that were not chosen. What pointed at one of them has to point at the one that counts: all tabs
 * are marked as old first, so that the set-up that follows, now or after a broken run, writes their formulas anew.
 * @returns what was found wrong
 */
export function chooseTwins(
  tabs: readonly WorkbookTab[],
  twins: readonly Twins[],
  { locale, values: typed }: Submission,
): FieldErrors | null {
  const checked = checkForm(twinsForm(twins), typed, { locale, choices: fixedChoices });
  if ('errors' in checked) return checked.errors;
  const ready = tabs.filter(({ version }) => version !== null);
  for (const tab of ready) tab.markReady({ version: 0, currency: tab.currency, size: tab.size });
  for (const tab of twins.flat()) if (checked.values[tab.id] !== tab.name) tab.release();
  return null;
}
