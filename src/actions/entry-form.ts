import { checkForm, type FieldErrors, type Submission } from '../tables/checks';
import type { Cell } from '../tables/column';
import { formModel, type Form, type FormModel, type FormValues } from '../tables/form';
import type { Tab, Table } from '../tables/table';
import { settingsTab } from '../tables/tabs';
import { appendRow } from './append-row';
import { refreshAsOf } from './as-of';
import { takeCurrency } from './take-currency';
import { choicesFrom, readWhenAsked, tabsOfChoices, type CellsOf } from './choices';
import { recall, settle } from './memory';
import type { Outcome } from './outcome';
import { nameTaken } from './rename';
import { readyTabs, type ReadyTabs } from './tabs';
import type { Workbook } from './workbook';

export interface Contradiction {
  /** It is looked at when one of these was filled in or changed. */
  fields: readonly string[];
  /** What is wrong in words, and at which field; null where nothing is. */
  find(workbook: Workbook, entry: Record<string, Cell | undefined>): FieldErrors | null;
}

/** A form that writes one row of a log: what is special about it; everything else is the same for all of them. */
export interface EntryForm {
  form: Form;
  tab: Tab;
  table: Table;
  /** The column that names a row, and the name that a submission's key makes. */
  name: { column: string; of(key: string): string };
  /** What two fields together, or a field and today, cannot say. */
  contradiction?: Contradiction;
  /** What the form begins with; `last` is what `next` said the last time. */
  initial(workbook: Workbook, cellsOf: CellsOf, last: FormValues): FormValues;
  /** What the form does not ask. */
  complete(workbook: Workbook, cellsOf: CellsOf, entry: Record<string, Cell>): Record<string, Cell>;
  /** The entry in words: "2 × hours by Studio on 2026-03-31". */
  inWords(entry: Record<string, Cell>, typed: FormValues): string;
  next(entry: Record<string, Cell>, typed: FormValues): FormValues;
  /** A column by which rows of another log know a row of this one: they follow when it is renamed. */
  known?: { by: string; in: { tab: Tab; table: Table; column: string; name: string }; noun: string };
}

/** The form with the choices of this sheet and the draft that was left. */
export function openEntry(entryForm: EntryForm, workbook: Workbook): FormModel {
  const { form } = entryForm;
  const ready = readyTabs(workbook);
  // Whoever cannot submit should not begin to type.
  ready(entryForm.tab);
  const cellsOf = openingCells(workbook, form, ready);
  const { draft, last } = recall(workbook, form.id);
  return formModel(form, workbook.locale, choicesFrom(cellsOf), entryForm.initial(workbook, cellsOf, last), draft);
}

/** Settings and the tabs that hold choices of a form; today and a changed currency are taken over. One read a tab. */
export function openingCells(workbook: Workbook, form: Form, tab: ReadyTabs): CellsOf {
  const settings = tab(settingsTab);
  const cells: Record<string, Cell[][]> = { [settingsTab.id]: settings.read() };
  for (const id of tabsOfChoices(form)) cells[id] ??= tab(id).read();
  refreshAsOf(workbook, settings, cells[settingsTab.id]!);
  takeCurrency(workbook, tab.all, cells[settingsTab.id]!);
  return (id) => cells[id] ?? [];
}

/**
 * Writes one row. The submission's key becomes the row's name, so that a repeated submission finds its row and writes
 * nothing. Reads our tabs, the tabs that hold choices, and last the log itself, so that as little time as possible
 * passes before the row is written: three reads, one block.
 */
export function submitEntry(
  entryForm: EntryForm,
  workbook: Workbook,
  { key, locale, values: typed }: Submission,
): Outcome {
  const { form, tab: logTab, table, name } = entryForm;
  const outcome = workbook.exclusively((): Outcome => {
    const tab = readyTabs(workbook);
    const log = tab(logTab);
    const cellsOf = readWhenAsked((id) => tab(id).read());
    const checked = checkForm(form, typed, { locale, choices: choicesFrom(cellsOf) });
    if ('errors' in checked) return { kind: 'errors', errors: checked.errors };

    const contradictory = entryForm.contradiction?.find(workbook, checked.values);
    if (contradictory) return { kind: 'errors', errors: contradictory };

    const entry = { ...checked.values, [name.column]: name.of(key) };
    const record = { ...entry, ...entryForm.complete(workbook, cellsOf, entry) };
    const unique = entryForm.known?.by;
    const appended = appendRow(log, table, name.column, record, unique);
    if ('taken' in appended) return { kind: 'errors', errors: nameTaken(appended.taken, record[appended.taken]!) };
    const { row, repeated } = appended;
    return {
      kind: 'written',
      message: repeated
        ? `An earlier try had already written this: ${log.name}, row ${row}. Change it there if it is not right.`
        : `${entryForm.inWords(checked.values, typed)}: written to ${log.name}, row ${row}.`,
      where: { tabId: log.id, row },
      next: entryForm.next(checked.values, typed),
    };
  });
  if (outcome.kind === 'written') settle(workbook, form.id, outcome.next);
  return outcome;
}
