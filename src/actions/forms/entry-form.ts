import { isoOfDay } from '../../calc/day';
import { checkForm, type FieldErrors, type Submission } from '../../schema/checks';
import type { Cell, Column } from '../../schema/column';
import { decimalSeparator } from '../../schema/formula';
import { minorUnits } from '../../schema/currency';
import { formModel, type Choice, type Field, type FormModel, type FormValues } from '../../schema/form';
import { beginning, filledIn, formOf, nameOf, type Begins, type EntryRegister } from '../../schema/register';
import { sameText } from '../../schema/same-text';
import type { Positions } from '../../schema/table';
import { appendRow } from '../rows/append-row';
import { checksum } from '../rows/checksum';
import { completing } from '../rows/completing';
import { connectRow } from '../rows/connect-row';
import { writeFollowOn } from '../rows/follow-on';
import { nameTaken } from '../rows/rename';
import { standingShares } from '../terms/standing-shares';
import { openingCells } from '../refreshing/opening-cells';
import { mendHeadings } from '../setting-up/mend-headings';
import { whereAllowed } from '../forbidden';
import { sideOf } from '../sides';
import { readyTabs } from '../tabs';
import type { Workbook } from '../workbook';
import { choicesFrom } from '../asking/choices';
import { readWhenAsked } from '../cells-of';
import { completionsIn } from './completions';
import { contradictionsIn } from './contradictions';
import { asking, questionAbout, SURE } from './doubts';
import { dealErrors } from '../rows/deal-check';
import { recall } from '../asking/memory';
import type { Outcome } from '../asking/outcome';
import { readAtOnce, type Opening } from '../asking/opening';
import { payableNow, type Payable } from './payable';
import { productOf } from './product';
import { isCounted, showInUnit, takeUnits, unitIn, unitsOfChoices } from '../asking/units';

/**
 * A register's form with the choices of this sheet and the draft that was left. What was written before and what is payable
 * is offered once it is whole.
 */
export function openEntry(register: EntryRegister, workbook: Workbook, opening: Opening): FormModel {
  const form = formOf(register);
  const ready = readyTabs(workbook);
  const log = ready(register);
  const isWhole = opening === 'whole';
  if (isWhole) {
    mendHeadings(workbook, register, log);
    if (isCounted(register)) whereAllowed(() => takeUnits(ready, register));
  }
  const cellsOf = isWhole ? openingCells(workbook, form, ready) : readAtOnce(ready);
  const { draft, last } = recall(workbook, form.id);
  const payable = isWhole && isAbout(register, 'payable') ? payableNow(ready, workbook.today()) : [];
  const choices = withPayable(choicesFrom(cellsOf), payable);
  const initial = beginning(register, (begins, key) => {
    switch (begins) {
      case 'today':
        return isoOfDay(workbook.today());
      case 'own side':
        return sideOf(workbook, cellsOf) ?? undefined;
      case 'last':
        return last[key];
      case 'payable':
        return payable[0] && (key === 'amount' ? amountTyped(payable[0].amount, workbook.locale) : payable[0].party);
      case 'first choice':
        return choices(form.fields.find((field) => field.key === key)!)[0]?.value;
    }
  });
  return formModel(form, workbook.locale, choices, initial, draft, {
    currency: log.currency ?? null,
    ...(isWhole && { completions: completionsIn(register, log, form.fields) }),
    units: unitsOfChoices(register, cellsOf),
    product: productOf(register, cellsOf, log.currency ?? null),
    ...(form.shares && { shares: standingShares(cellsOf(register.id), log.currency, workbook.today()) }),
  });
}

const isAbout = ({ form }: EntryRegister, begins: Begins): boolean =>
  Object.values(form.begins).some((one) => one === begins);

const amountTyped = (amount: string, locale: string): string => amount.replace('.', decimalSeparator(locale));

/** Says beside each side what is payable to it. */
const withPayable =
  (choices: (field: Field) => Choice[], payable: readonly Payable[]) =>
  (field: Field): Choice[] =>
    choices(field).map((choice) => {
      const found = payable.find(({ party }) => sameText(party, choice.value));
      return found ? { ...choice, hint: found.words } : choice;
    });

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
  return workbook.exclusively((): Outcome => {
    const tab = readyTabs(workbook);
    const log = tab(register);
    const cellsOf = readWhenAsked((id) => tab(id).read());
    const checked = checkForm(form, typed, {
      locale,
      currency: log.currency,
      unitOf: unitIn(register, (of) => (typed[of] ?? '').trim(), cellsOf),
      choices: (field) => ownChoice(register, field, typed) ?? choicesFrom(cellsOf)(field),
    });
    if ('errors' in checked) return { kind: 'errors', errors: checked.errors };

    const lacking = nothingOf(register, checked.values);
    if (lacking) return { kind: 'errors', errors: lacking };
    const contradictory = contradictionsIn(columns, workbook, checked.values, Object.keys(checked.values));
    if (contradictory) return { kind: 'errors', errors: contradictory };
    const question = typed[SURE] === 'yes' ? null : questionAbout(register, checked.values, typed);
    if (question !== null) return asking(question, 'Write it all the same');

    const record = completing(
      register,
      workbook,
      cellsOf,
    )({
      ...checked.values,
      [named.column]: nameOf(register, key),
    });
    let found: Positions | undefined;
    const appended = appendRow(log, register, named.column, record, (cells, positions) => {
      found = positions;
      // Choices of this tab are looked up in the one read of it.
      const own = { ...form, fields: form.fields.filter((field) => isBeside(register, field)) };
      const chosen = checkForm(own, typed, { locale, choices: choicesFrom(() => cells) });
      if ('errors' in chosen) return chosen.errors;
      Object.assign(record, chosen.values);
      Object.assign(checked.values, chosen.values);
      return dealErrors(register, cells, positions, record, null, minorUnits(log.currency ?? ''));
    });
    if ('errors' in appended) return { kind: 'errors', errors: appended.errors };
    if ('taken' in appended) return { kind: 'errors', errors: nameTaken(appended.taken, record[appended.taken]!) };
    const { row, repeated } = appended;
    // A row that an earlier try has written is shown by the next form that is opened.
    if (found && isCounted(register)) {
      const unitOf = unitIn(register, (of) => record[of] ?? '', cellsOf);
      showInUnit(log, register, found, row, unitOf);
    }
    if (found && register.imports) connectRow(register, log, found, row, record[register.imports.from], '');
    const also = writeFollowOn(register, workbook, tab, String(record[named.column]), record);
    const message = repeated
      ? `An earlier try had already written this: ${log.name}, row ${row}. Change it there if it is not right.`
      : `${filledIn(register.form.says, (of) => asSaid(columns[of]!, checked.values[of]!, typed[of]))}: written to ${log.name}, row ${row}.`;
    return {
      kind: 'written',
      message: message + also,
      where: { tabId: log.id, row },
      ...(register.counted && { needsRoom: true as const }),
      ...(!repeated &&
        also === '' && { undo: { name: String(record[named.column]), sum: checksum(register, (of) => record[of]) } }),
      next: Object.fromEntries(
        register.form.keeps.map((of) => [of, asKept(columns[of]!, checked.values[of]!, typed[of])]),
      ),
    };
  });
}

/** Is it a choice out of a list that stands beside the register, in the same tab? */
const isBeside = ({ beside = [] }: EntryRegister, { column: { choices } }: Field): boolean =>
  choices !== undefined && 'table' in choices && beside.some(({ id }) => id === choices.table);

/** Of a choice that stands in the tab itself: what was typed. Whether it stands there is asked when the tab is read. */
function ownChoice(register: EntryRegister, field: Field, typed: FormValues): Choice[] | null {
  const { choices } = field.column;
  const isOwnRow = register.deal && choices && 'table' in choices && choices.table === register.id;
  return isOwnRow || isBeside(register, field) ? [{ value: (typed[field.key] ?? '').trim() }] : null;
}

/** Where one of several fields has to be filled in, and none is. */
function nothingOf({ columns, form }: EntryRegister, values: Record<string, Cell>): FieldErrors | null {
  const [first, ...others] = form.needsOneOf ?? [];
  if (first === undefined || [first, ...others].some((key) => (values[key] ?? '') !== '')) return null;
  if (form.nothing !== undefined) return { [first]: form.nothing };
  const names = others.map((key) => columns[key]!.header).join(', ');
  return { [first]: `${columns[first]!.header} is needed, or one of: ${names}.` };
}

/** A number as it was typed, a day as its date. */
function asSaid({ input }: Column, cell: Cell, typed = ''): string {
  if (input === 'number') return typed.trim();
  return input === 'day' && typeof cell === 'number' ? isoOfDay(cell) : String(cell);
}

/** A choice as its list spells it, anything else as it was typed. */
const asKept = ({ input }: Column, cell: Cell, typed = ''): string => (input === 'choice' ? String(cell) : typed);
