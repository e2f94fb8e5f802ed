import { isoOfDay } from '../../calc/day';
import { settings } from '../../registers/settings';
import { checkForm, type Submission } from '../../schema/checks';
import type { Cell, Column } from '../../schema/column';
import { formModel, type Form, type FormModel } from '../../schema/form';
import { beginning, filledIn, formOf, nameOf, type EntryRegister } from '../../schema/register';
import { appendRow } from '../rows/append-row';
import { completing } from '../rows/completing';
import { nameTaken } from '../rows/rename';
import { refreshAsOf } from '../setting-up/as-of';
import { mendHeadings } from '../setting-up/mend-headings';
import { takeCurrency } from '../setting-up/take-currency';
import { sideOf } from '../sides';
import { readyTabs, type ReadyTabs } from '../tabs';
import type { Workbook } from '../workbook';
import { choicesFrom, readWhenAsked, tabsOfChoices, type CellsOf } from './choices';
import { contradictionsIn } from './contradictions';
import { recall, settle } from './memory';
import type { Outcome } from './outcome';

/** A register's form with the choices of this sheet and the draft that was left. */
export function openEntry(register: EntryRegister, workbook: Workbook): FormModel {
  const form = formOf(register);
  const ready = readyTabs(workbook);
  // Whoever cannot submit should not begin to type.
  mendHeadings(workbook, register, ready(register));
  const cellsOf = openingCells(workbook, form, ready);
  const { draft, last } = recall(workbook, form.id);
  const choices = choicesFrom(cellsOf);
  const initial = beginning(register, (begins, key) => {
    switch (begins) {
      case 'today':
        return isoOfDay(workbook.today());
      case 'own side':
        return sideOf(workbook, cellsOf) ?? undefined;
      case 'last':
        return last[key];
      case 'first choice':
        return choices(form.fields.find((field) => field.key === key)!)[0]?.value;
    }
  });
  return formModel(form, workbook.locale, choices, initial, draft);
}

/** Settings and the tabs that hold choices of a form; today and a changed currency are taken over. One read a tab. */
export function openingCells(workbook: Workbook, form: Form, tab: ReadyTabs): CellsOf {
  const settingsTab = tab(settings);
  const cells: Record<string, Cell[][]> = { [settings.id]: settingsTab.read() };
  for (const id of tabsOfChoices(form)) cells[id] ??= tab(id).read();
  refreshAsOf(workbook, settingsTab, cells[settings.id]!);
  takeCurrency(workbook, tab.all, cells[settings.id]!);
  return (id) => cells[id] ?? [];
}

/**
 * Writes one row. The submission's key becomes the row's name, so that a repeated submission finds its row and writes
 * nothing. Reads our tabs, the tabs that hold choices, and last the log itself, so that as little time as possible
 * passes before the row is written: three reads, one block.
 */
export function submitEntry(
  register: EntryRegister,
  workbook: Workbook,
  { key, locale, values: typed }: Submission,
): Outcome {
  const { columns, named } = register;
  const form = formOf(register);
  const outcome = workbook.exclusively((): Outcome => {
    const tab = readyTabs(workbook);
    const log = tab(register);
    const cellsOf = readWhenAsked((id) => tab(id).read());
    const checked = checkForm(form, typed, { locale, choices: choicesFrom(cellsOf) });
    if ('errors' in checked) return { kind: 'errors', errors: checked.errors };

    const contradictory = contradictionsIn(columns, workbook, checked.values, Object.keys(checked.values));
    if (contradictory) return { kind: 'errors', errors: contradictory };

    const record = completing(
      register,
      workbook,
      cellsOf,
    )({
      ...checked.values,
      [named.column]: nameOf(register, key),
    });
    const appended = appendRow(log, register, named.column, record);
    if ('taken' in appended) return { kind: 'errors', errors: nameTaken(appended.taken, record[appended.taken]!) };
    const { row, repeated } = appended;
    return {
      kind: 'written',
      message: repeated
        ? `An earlier try had already written this: ${log.name}, row ${row}. Change it there if it is not right.`
        : `${filledIn(register.form.says, (of) => asSaid(columns[of]!, checked.values[of]!, typed[of]))}: written to ${log.name}, row ${row}.`,
      where: { tabId: log.id, row },
      next: Object.fromEntries(
        register.form.keeps.map((of) => [of, asKept(columns[of]!, checked.values[of]!, typed[of])]),
      ),
    };
  });
  if (outcome.kind === 'written') settle(workbook, form.id, outcome.next);
  return outcome;
}

/** A number as it was typed, a day as its date. */
function asSaid({ input }: Column, cell: Cell, typed = ''): string {
  if (input === 'number') return typed.trim();
  return input === 'day' && typeof cell === 'number' ? isoOfDay(cell) : String(cell);
}

/** A choice as its list spells it, anything else as it was typed. */
const asKept = ({ input }: Column, cell: Cell, typed = ''): string => (input === 'choice' ? String(cell) : typed);
