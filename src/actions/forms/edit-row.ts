import { isoOfDay, dayOf } from '../../calc/day';
import { ENTRY_REGISTERS } from '../../registers';
import { checkForm, type Submission } from '../../schema/checks';
import { readCell, type Cell } from '../../schema/column';
import { minorUnits } from '../../schema/currency';
import { formModel, was, type Choice, type Field, type FormModel, type FormValues } from '../../schema/form';
import { decimalSeparator } from '../../schema/formula';
import { isPercentUnit, percentText } from '../../schema/percent';
import { filledIn, formOf, type EntryRegister } from '../../schema/register';
import { isBlank, isUnused, type Positions } from '../../schema/table';
import { takesTime } from '../../schema/read-number';
import { hoursText, numberText } from '../../schema/typed-time';
import { standingShares } from '../terms/standing-shares';
import { changeRows } from '../rows/change-rows';
import { choicesBeside, choicesFrom } from '../asking/choices';
import { readWhenAsked, type CellsOf } from '../cells-of';
import { contradictionsIn } from './contradictions';
import { dealErrors } from '../rows/deal-check';
import { asking, questionAbout, SURE } from './doubts';
import { readAtOnce } from '../asking/opening';
import { openingCells } from '../refreshing/opening-cells';
import { whereAllowed } from '../forbidden';
import { recall } from '../asking/memory';
import { nameRows } from '../rows/name-rows';
import type { Outcome } from '../asking/outcome';
import { productOf } from './product';
import { columnsOf, readyTabs } from '../tabs';
import { connectRow } from '../rows/connect-row';
import { writeFollowOn } from '../rows/follow-on';
import { rename } from '../rows/rename';
import { mendHeadings } from '../setting-up/mend-headings';
import { countingColumns, isCounted, showInUnit, takeUnits, unitIn, unitsOfChoices } from '../asking/units';
import { NotReady, type Workbook, type WorkbookTab } from '../workbook';

/** A row that stands already: its register, and its name. */
export interface Subject {
  register: EntryRegister;
  name: string;
}

const ID = /^edit (\S+) (.+)$/;

/** The subject of an open form, by the form's ID: every row has a draft of its own. */
export function subjectOf(formId: string): Subject | undefined {
  const [, form, name] = ID.exec(formId) ?? [];
  const register = ENTRY_REGISTERS.find((one) => one.form.id === form);
  return register && { register, name: name! };
}

/** The form of the tab on which the person stands, at once. A row without a name of its own gets one. */
export function openSelectedRow(workbook: Workbook): FormModel {
  const tab = readyTabs(workbook);
  const { row, tabName } = workbook.selected();
  const standing = ENTRY_REGISTERS.filter((one) => tab.has(one));
  const register = standing.find((one) => tab(one).name === tabName);
  const names = standing.map((one) => tab(one).name).join(', ');
  const nothing = new NotReady(
    names === ''
      ? 'This sheet has no tab of Partner Ledger yet. Choose Extensions › Partner Ledger › Set up this sheet.'
      : `Click on a filled row of ${names} first, then try again.`,
  );
  if (!register) throw nothing;
  const { named } = register;
  const log = tab(register);
  return workbook.exclusively(() => {
    const cells = log.read();
    const positions = columnsOf(register, log, cells, [named.column]);
    const selected = cells[row - 1];
    if (row < 2 || !selected || isUnused(register, positions, selected)) throw nothing;
    const column = positions[named.column]!;
    const same = cells.filter((line) => line[column] === selected[column]);
    // A row that was copied carries the name of its original.
    const known = !isBlank(selected[column]) && (same.length === 1 || same[0] === selected);
    const name = known ? String(selected[column]) : nameRows(workbook, log, register, cells, [row])[0]!;
    return rowForm(workbook, log, { register, name }, readAtOnce(tab, { [register.id]: cells }), row);
  });
}

/** The same of a row whose form is shown already, wherever the person stands by now. */
export function openNamedRow(workbook: Workbook, { register, name }: Subject): FormModel {
  const tab = readyTabs(workbook);
  const log = tab(register);
  mendHeadings(workbook, register, log);
  if (isCounted(register)) whereAllowed(() => takeUnits(tab, register));
  const cellsOf = openingCells(workbook, formOf(register), tab);
  const column = columnsOf(register, log, cellsOf(register.id), [register.named.column])[register.named.column]!;
  const found = cellsOf(register.id).flatMap((line, at) => (at > 0 && line[column] === name ? [at + 1] : []));
  if (found.length !== 1) throw new NotReady(notOne(name, found));
  return rowForm(workbook, log, { register, name }, cellsOf, found[0]!);
}

/** @param row 1-based */
function rowForm(
  workbook: Workbook,
  log: WorkbookTab,
  { register, name }: Subject,
  cellsOf: CellsOf,
  row: number,
): FormModel {
  const form = formOf(register);
  const cells = cellsOf(register.id);
  const positions = columnsOf(register, log, cells, []);
  const cellOf = (key: string): Cell => cells[row - 1]![positions[key]!] ?? '';
  const unitOf = unitIn(register, cellOf, cellsOf);
  const values = typedValues(form.fields, cellOf, workbook.locale, unitOf, (field) => isPercentUnit(unitOf(field)));
  const id = `edit ${form.id} ${name}`;
  const offered = choicesFrom(cellsOf);
  return formModel(
    { ...form, id, title: `Edit row ${row}`, introduction: `${log.name}, row ${row}.`, submit: 'Save the row' },
    workbook.locale,
    // What stands there is shown before it is known what else there is.
    (field) => withOwn(offered(field), values[field.key]!),
    values,
    recall(workbook, id).draft,
    {
      carried: carriedOf(values),
      currency: log.currency ?? null,
      units: unitsOfChoices(register, cellsOf),
      product: productOf(register, cellsOf, log.currency ?? null),
      ...(form.shares && { shares: standingShares(cells, log.currency, workbook.today()) }),
    },
  );
}

const withOwn = (offered: Choice[], own: string): Choice[] =>
  offered.length === 0 && own !== '' ? [{ value: own }] : offered;

const carriedOf = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [was(key), value]));

const typedValues = (
  fields: readonly Field[],
  cellOf: (key: string) => Cell | undefined,
  locale: string,
  unitOf: (field: Field) => Cell,
  inPercent: (field: Field) => boolean,
): FormValues =>
  Object.fromEntries(
    fields.map((field) => {
      const cell = cellOf(field.key) ?? '';
      return [
        field.key,
        isPercentage(field, cell, inPercent) ? percentText(cell, locale) : asTyped(field, cell, locale, unitOf),
      ];
    }),
  );

const isPercentage = (field: Field, cell: Cell, inPercent: (field: Field) => boolean): cell is number =>
  field.column.countedIn !== undefined && typeof cell === 'number' && inPercent(field);

/** A cell as a person would type it into a form: `90 m` of a cloth stays what it is, where 90 m of work are 1.5. */
function asTyped(field: Field, cell: Cell, locale: string, unitOf: (field: Field) => Cell): string {
  const { column } = field;
  const day = column.input === 'day' ? dayOf(cell) : null;
  if (day !== null) return isoOfDay(day);
  const hours = column.hours ? readCell<unknown>(column, cell) : null;
  if (typeof hours === 'number') {
    const time = hoursText(hours, locale);
    // What is counted in hours stands in another tab as a rule: it is asked only where it makes a difference.
    if (time !== null && ((time === numberText(hours, locale) && cell === hours) || takesTime(column, unitOf(field))))
      return time;
  }
  return (typeof cell === 'number' ? String(cell).replace('.', decimalSeparator(locale)) : String(cell)).trim();
}

/**
 * Writes what was changed into the row, wherever it stands by now, and nothing else: who entered it, what was answered
 * and fields that somebody else changed meanwhile stay as they are. Three reads, a fourth where a choice is new to its
 * column; one write a run of changed cells. Rows that know this one by its name are renamed before it.
 */
export function editRow(
  workbook: Workbook,
  { register, name: subject }: Subject,
  { locale, values: typed }: Submission,
): Outcome {
  const { named } = register;
  const form = formOf(register);
  return workbook.exclusively((): Outcome => {
    const tab = readyTabs(workbook);
    const log = tab(register);
    const cellsOf = readWhenAsked((id) => tab(id).read());
    const unitOf = unitIn(register, (key) => (typed[key] ?? '').trim(), cellsOf);
    const isPercent = (field: Field): boolean => isPercentUnit(unitOf(field));
    const wasPercent = ({ key }: Field): boolean => typed[was(key)]?.endsWith('%') ?? false;
    const isTyped = (key: string): boolean => (typed[key] ?? '').trim() !== typed[was(key)];
    const counting = countingColumns(register).some(isTyped);
    // In another unit, a number that stands there means something else.
    const isRead = (field: Field): boolean =>
      counting &&
      field.column.countedIn !== undefined &&
      typed[field.key] !== '' &&
      isPercent(field) !== wasPercent(field);
    const changed = form.fields.filter((field) => isTyped(field.key) || isRead(field));
    const cells = log.read();
    const keys = changed.map(({ key }) => key);
    const positions = columnsOf(register, log, cells, [named.column, ...keys]);
    const standing = (key: string): Cell[] => cells.slice(1).map((line) => line[positions[key]!]!);
    const choices = choicesBeside(typed, standing, cellsOf);
    const context = { locale, choices, unitOf, currency: log.currency };
    const checked = checkForm({ ...form, fields: changed }, typed, context);
    if ('errors' in checked) return { kind: 'errors', errors: checked.errors };

    const found = cells.flatMap((row, at) => (at > 0 && row[positions[named.column]!] === subject ? [at + 1] : []));
    if (found.length !== 1) return { kind: 'refused', message: notOne(subject, found) };
    const row = found[0]!;
    const cellOf = (key: string): Cell => cells[row - 1]![positions[key]!] ?? '';
    const now = typedValues(form.fields, cellOf, locale, unitIn(register, cellOf, cellsOf), wasPercent);
    const wanted = { ...now, ...typedValues(changed, (key) => checked.values[key], locale, unitOf, isPercent) };
    const theirs = keys.filter((key) => now[key] !== typed[was(key)] && now[key] !== wanted[key]);
    if (theirs.length > 0) {
      const errors = Object.fromEntries(theirs.map((key) => [key, changedMeanwhile(now[key]!)]));
      return { kind: 'errors', errors, carried: Object.fromEntries(theirs.map((key) => [was(key), now[key]!])) };
    }
    const entry = { ...standingRow(form.fields, cells[row - 1]!, positions), ...checked.values };
    const contradictory = contradictionsIn(register.columns, workbook, entry, keys);
    if (contradictory) return { kind: 'errors', errors: contradictory };
    const unfit = dealErrors(register, cells, positions, checked.values, row - 1, minorUnits(log.currency ?? ''));
    if (unfit) return { kind: 'errors', errors: unfit };
    const isChange = keys.some((key) => now[key] !== wanted[key]);
    const questions = [
      isChange ? questionBefore(register, cells[row - 1]!, positions) : null,
      questionAbout(register, entry, typed, keys),
    ].filter((question) => question !== null);
    if (questions.length > 0 && typed[SURE] !== 'yes') return asking(questions.join(' '), 'Change it all the same');
    const renamed = rename(register, tab, cells, row, positions, checked.values);
    if ('errors' in renamed) return { kind: 'errors', errors: renamed.errors };
    const [place = null] = changeRows(log, register, named.column, cells, [{ row, cells: checked.values }]);
    if (place === null) return { kind: 'refused', message: notOne(subject, []) };
    if (counting || changed.some(({ column }) => column.countedIn)) showInUnit(log, register, positions, place, unitOf);
    if (register.imports) {
      const { from, into } = register.imports;
      connectRow(register, log, positions, place, entry[from], cells[row - 1]![positions[into]!]);
    }
    const noted = register.followOn && positions[register.followOn.noted];
    const also =
      renamed.also + writeFollowOn(register, workbook, tab, subject, entry, cells[row - 1]![noted ?? -1] ?? '');
    return {
      kind: 'written',
      message: `${keys.length > 0 ? 'Saved' : 'Nothing was changed'}: ${log.name}, row ${place}.${also}`,
      where: { tabId: log.id, row: place },
      next: { ...wanted, ...carriedOf(wanted) },
      // What stood there before is no change that anybody has to be asked about.
      ...(keys.length > 0 && { undo: { values: { ...now, ...carriedOf(wanted), [SURE]: 'yes' } } }),
    };
  });
}

/** What is asked before the row is changed; null where nothing is. */
function questionBefore(register: EntryRegister, line: readonly Cell[], positions: Positions): string | null {
  const { asksFirst } = register;
  const said = asksFirst ? String(line[positions[asksFirst.column]!] ?? '') : '';
  const words = asksFirst?.words[said] ?? (said === '' ? undefined : asksFirst?.otherwise);
  return words === undefined ? null : filledIn(words, (key) => line[positions[key]!] ?? '');
}

const standingRow = (fields: readonly Field[], line: readonly Cell[], positions: Positions): Record<string, Cell> =>
  Object.fromEntries(
    fields.map(({ key, column: { input } }) => {
      const cell = line[positions[key]!] ?? '';
      return [key, input === 'day' ? (dayOf(cell) ?? '') : cell];
    }),
  );

const changedMeanwhile = (now: string): string =>
  `Somebody ${now === '' ? 'emptied this' : `changed this to “${now}”`} meanwhile. Save again to write what you typed.`;

const notOne = (subject: string, found: readonly number[]): string =>
  found.length === 0
    ? 'This row was deleted meanwhile. Nothing was written.'
    : `Nothing was written: the rows ${found.join(' and ')} are both named ${subject}. Edit the copy first: it is then named anew.`;
