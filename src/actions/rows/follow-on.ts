import { ENTRY_REGISTERS } from '../../registers';
import type { Cell } from '../../schema/column';
import { minorUnits } from '../../schema/currency';
import { filledIn, nameOf, type EntryRegister } from '../../schema/register';
import { findColumns, type Columns } from '../../schema/table';
import { dealErrors } from './deal-check';
import { readWhenAsked } from '../cells-of';
import type { ReadyTabs } from '../tabs';
import type { Workbook } from '../workbook';
import { appendRow } from './append-row';
import { changeRows } from './change-rows';
import { completing } from './completing';

/**
 * Writes the row that another register gets when this one is complete: the fee of an item that was accepted. It is named
 * after the row that it follows from, and noted there once it was written: so it is written once, however often that is
 * saved, also where somebody has deleted it since. What was cut short after the row itself is written when the row is saved
 * again; what is not complete any more may be written anew once it is. Three reads and two blocks more, and only then.
 * @param name of the row that it follows from
 * @param noted what stands in that row's column for the note
 * @returns what to say of it; empty where nothing follows, or the sheet has no such tab
 */
export function writeFollowOn(
  register: EntryRegister,
  workbook: Workbook,
  ready: ReadyTabs,
  name: string,
  row: Record<string, Cell | undefined>,
  noted: Cell = '',
): string {
  const { followOn } = register;
  if (!followOn) return '';
  const into = ENTRY_REGISTERS.find(({ id }) => id === followOn.register)!;
  const note = (text: string): void => noteIn(register, followOn.noted, ready, name, text);
  if (followOn.when.some((key) => (row[key] ?? '') === '' || row[key] === 0)) {
    if (noted !== '') note('');
    return '';
  }
  if (!ready.has(into) || noted === nameOf(into, name)) return '';
  const tab = ready(into);
  const cells = Object.entries(followOn.cells).map(([key, from]) => [
    key,
    'column' in from ? (row[from.column] ?? '') : filledIn(from.text, (of) => row[of] ?? ''),
  ]);
  const record = completing(
    into,
    workbook,
    readWhenAsked((id) => ready(id).read()),
  )({ ...(Object.fromEntries(cells) as Record<string, Cell>), [into.named.column]: nameOf(into, name) });
  const appended = appendRow(tab, into, into.named.column, record, (lines, positions) =>
    dealErrors(into, lines, positions, record, null, minorUnits(tab.currency ?? '')),
  );
  if ('errors' in appended) return ` Not written to ${tab.name}: ${Object.values(appended.errors).join(' ')}`;
  if ('taken' in appended) return '';
  note(nameOf(into, name));
  if (appended.repeated) return '';
  return ` ${into.row.one.charAt(0).toUpperCase()}${into.row.one.slice(1)} written to ${tab.name}, row ${appended.row}.`;
}

/** Where the row is still there, and its tab has a column for it. */
function noteIn(register: EntryRegister, key: string, ready: ReadyTabs, name: string, text: string): void {
  const { column } = register.named;
  const tab = ready(register);
  const cells = tab.read();
  const { positions } = findColumns<Columns>(register, cells[0] ?? []);
  const at = cells.findIndex((line, index) => index > 0 && line[positions[column]!] === name);
  if (at > 0) changeRows(tab, register, column, cells, [{ row: at + 1, cells: { [key]: text } }]);
}
