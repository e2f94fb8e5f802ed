import { isoOfDay } from '../calc/day';
import { checkForm, type Submission } from '../tables/checks';
import type { Cell } from '../tables/column';
import { contributionsTable } from '../tables/contributions';
import { formModel, type FormModel, type FormValues } from '../tables/form';
import { logForm } from '../tables/forms';
import { kindsTable, partiesTable } from '../tables/settings';
import { readRows } from '../tables/table';
import { contributionsTab, settingsTab } from '../tables/tabs';
import { appendRow } from './append-row';
import { refreshAsOf } from './as-of';
import { choicesFrom } from './choices';
import { recall, settle } from './memory';
import type { Outcome } from './outcome';
import { readyTabs } from './tabs';
import type { Workbook } from './workbook';

/** The log form with the choices of this sheet, today, and the side and kind used last. */
export function openLog(workbook: Workbook): FormModel {
  const settingsOfBook = readyTabs(workbook)(settingsTab);
  const settings = settingsOfBook.read();
  refreshAsOf(workbook, settingsOfBook, settings);
  const { draft, last } = recall(workbook, logForm.id);
  return formModel(logForm, choicesFrom(settings), initialValues(workbook, settings, last), draft);
}

/**
 * Writes one entry of the log. The submission's key becomes the entry's ID, so that a repeated submission finds its
 * row and writes nothing. Three reads, one block.
 */
export function logContribution(workbook: Workbook, { key, values: typed }: Submission): Outcome {
  const outcome = workbook.exclusively((): Outcome => {
    const tab = readyTabs(workbook);
    const log = tab(contributionsTab);
    const settings = tab(settingsTab).read();
    const choices = choicesFrom(settings);
    const checked = checkForm(logForm, typed, { locale: workbook.locale, choices });
    if ('errors' in checked) return { kind: 'errors', errors: checked.errors };

    const record = complete(workbook, settings, { ...checked.values, id: `C-${key}` });
    const { row, repeated } = appendRow(log, contributionsTable, 'id', record);
    const { quantity, kind, party, date } = checked.values;
    const entry = `${typed.quantity?.trim() ?? quantity} × ${kind} by ${party} on ${isoOfDay(Number(date))}`;
    return {
      kind: 'written',
      message: repeated
        ? `An earlier try had already written this entry: ${log.name}, row ${row}. Change it there if it is not right.`
        : `${entry}: written to ${log.name}, row ${row}.`,
      where: { tabId: log.id, row },
      next: { date: typed.date ?? '', party: String(party), kind: String(kind) },
    };
  });
  if (outcome.kind === 'written') settle(workbook, logForm.id, outcome.next);
  return outcome;
}

/** What the form does not ask: who, when, and what Settings say of this kind today, so that later changes act forward. */
function complete(
  workbook: Workbook,
  settings: readonly (readonly Cell[])[],
  entry: Record<string, Cell>,
): Record<string, Cell> {
  const kind = readRows(kindsTable, settings).find((row) => row.kind === entry.kind);
  return {
    ...entry,
    unitValue: entry.unitValue !== '' ? entry.unitValue! : (kind?.unitValue ?? ''),
    multiplier: entry.multiplier !== '' ? entry.multiplier! : (kind?.multiplier ?? ''),
    status: 'proposed',
    enteredBy: workbook.user,
    enteredAt: workbook.now(),
  };
}

function initialValues(workbook: Workbook, settings: readonly (readonly Cell[])[], last: FormValues): FormValues {
  const own = readRows(partiesTable, settings).find(
    ({ email }) => email !== null && workbook.user !== '' && email.toLowerCase() === workbook.user.toLowerCase(),
  );
  return {
    date: isoOfDay(workbook.today()),
    party: own?.party ?? last.party ?? '',
    kind: last.kind ?? readRows(kindsTable, settings)[0]?.kind ?? '',
  };
}
