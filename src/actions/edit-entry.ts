import { isoOfDay } from '../calc/day';
import { checkForm, type Submission } from '../tables/checks';
import { contributionsTable } from '../tables/contributions';
import { decimalSeparator } from '../tables/formula';
import { formModel, type FormModel } from '../tables/form';
import { editForm } from '../tables/forms';
import { isUnused, readRow } from '../tables/table';
import { contributionsTab, settingsTab } from '../tables/tabs';
import { plainTextColumns } from './append-row';
import { joinRuns, rowBlocks } from './blocks';
import { choicesFrom } from './choices';
import type { Outcome } from './outcome';
import { columnsOf, readyTabs } from './tabs';
import { NotReady, type Workbook } from './workbook';

const FIELDS = editForm.fields.map(({ key }) => key as keyof (typeof contributionsTable)['columns']);

/** The selected entry as it stands. */
export function openEdit(workbook: Workbook): FormModel {
  const tabs = readyTabs(workbook);
  const log = tabs(contributionsTab);
  const row = workbook.selectedRow(log);
  const cells = log.read();
  const positions = columnsOf(contributionsTable, log, cells, ['id', ...FIELDS]);
  const selected = row === null ? undefined : cells[row - 1];
  if (row === null || row < 2 || !selected || isUnused(contributionsTable, positions, selected)) {
    throw new NotReady(`Click on an entry in the tab “${log.name}” first, then try again.`);
  }
  const settings = tabs(settingsTab).read();
  const entry = readRow(contributionsTable, positions, selected);
  if (entry.id === null) {
    throw new NotReady('This row has no ID yet. Open Answer entries once: it gives every typed row its ID.');
  }
  const initial = Object.fromEntries(
    FIELDS.map((key) => {
      const value = entry[key];
      return [key, value === null ? '' : key === 'date' ? isoOfDay(value as number) : typed(value, workbook.locale)];
    }),
  );
  const form = { ...editForm, title: `Edit row ${row}` };
  return {
    ...formModel(
      form,
      workbook.locale,
      choicesFrom(() => settings),
      initial,
      null,
    ),
    subject: entry.id,
  };
}

/** A value as a person would type it in the sheet's locale. */
const typed = (value: unknown, locale: string): string =>
  typeof value === 'number' ? String(value).replace('.', decimalSeparator(locale)) : String(value);

/** Writes what was changed into the entry's row, wherever it stands by now. */
export function editEntry(workbook: Workbook, { subject, locale, values }: Submission): Outcome {
  return workbook.exclusively((): Outcome => {
    const tabs = readyTabs(workbook);
    const settings = tabs(settingsTab).read();
    const choices = choicesFrom(() => settings);
    const checked = checkForm(editForm, values, { locale, choices });
    if ('errors' in checked) return { kind: 'errors', errors: checked.errors };
    const log = tabs(contributionsTab);
    const cells = log.read();
    const positions = columnsOf(contributionsTable, log, cells, ['id', ...FIELDS]);
    const row = cells.findIndex((one, index) => index > 0 && one[positions.id] === subject) + 1;
    if (row === 0) return { kind: 'refused', message: 'This entry was deleted meanwhile. Nothing was written.' };
    log.write(joinRuns(rowBlocks(row, checked.values, positions)), plainTextColumns(contributionsTable, positions));
    return { kind: 'written', message: `Saved: ${log.name}, row ${row}.`, where: { tabId: log.id, row }, next: values };
  });
}
