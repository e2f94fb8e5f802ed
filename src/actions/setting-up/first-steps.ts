import { dealForm } from '../../deals/deal-form';
import { kpis } from '../../registers/kpis';
import { HOURS, kinds, parties, settings as settingsRegister } from '../../registers/settings';
import { SETTINGS } from '../../registers/setting-list';
import { terms } from '../../registers/terms';
import type { StepModel } from '../../schema/form';
import type { Cell } from '../../schema/column';
import { findColumns, readRows } from '../../schema/table';
import { changeRows } from '../rows/change-rows';
import { readSettings } from '../settings';
import { readyTabs } from '../tabs';
import type { Register } from '../../schema/register';
import type { Workbook, WorkbookTab } from '../workbook';

/**
 * What is left to do after a set-up, and what is done: the Scorecard says the same. Where the sheet turns out to be shared,
 * that is noted in Settings, because no formula can see it. None once all are done, or nobody wants to see them.
 */
export function firstSteps(workbook: Workbook): readonly StepModel[] {
  const ready = readyTabs(workbook);
  const tab = ready(settingsRegister);
  const cells = tab.read();
  const { firstSteps: shown, shared } = readSettings(cells);
  if (shown === 'no') return [];
  const sides = readRows(parties, cells);
  const addresses = sides.flatMap(({ email }) => email ?? []);
  const rates = readRows(kinds, cells).some(({ unit, unitValue }) => unit === HOURS && unitValue !== null);
  const isShared = shared === 'yes' || isOpenTo(workbook, addresses);
  if (isShared && shared !== 'yes') noteShared(workbook, tab, cells);
  const hasRows = (register: Register): boolean =>
    readRows<Register['columns']>(register, ready(register).read()).length > 0;
  const steps: StepModel[] = [
    {
      label: 'Say what an hour of each side is worth',
      done: rates || sides.every(({ hourlyRate }) => hourlyRate !== null),
      tabId: tab.id,
    },
    { label: 'Write down the other side’s e-mail address', done: addresses.length >= sides.length, tabId: tab.id },
    { label: 'Agree on a first KPI', done: hasRows(kpis), form: kpis.form!.id },
    ...(ready.has(terms) ? [{ label: 'Write down who gets what', done: hasRows(terms), form: dealForm.id }] : []),
    { label: 'Share this sheet with the other side', done: isShared },
  ];
  return steps.every(({ done }) => done) ? [] : steps;
}

/** Whether the liaison of another side can open the file. Of somebody unknown it is not known whose liaison they are. */
function isOpenTo(workbook: Workbook, addresses: readonly string[]): boolean {
  const people = workbook.people().map((person) => person.toLowerCase());
  const liaisons = addresses.map((address) => address.toLowerCase()).filter((address) => people.includes(address));
  const user = workbook.user.toLowerCase();
  return user === '' ? liaisons.length > 1 : liaisons.some((address) => address !== user);
}

function noteShared(workbook: Workbook, tab: WorkbookTab, cells: Cell[][]): void {
  const { positions } = findColumns(settingsRegister, cells[0] ?? []);
  const row = cells.findIndex((line) => line[positions.setting] === SETTINGS.shared.header);
  if (row < 0 || positions.value < 0) return;
  workbook.exclusively(() =>
    changeRows(tab, settingsRegister, 'setting', cells, [{ row: row + 1, cells: { value: 'yes' } }]),
  );
}
