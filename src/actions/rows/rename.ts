import type { FieldErrors } from '../../schema/checks';
import type { Cell } from '../../schema/column';
import { sameText } from '../../schema/same-text';
import { ENTRY_REGISTERS } from '../../registers';
import type { EntryRegister } from '../../schema/register';
import type { Positions } from '../../schema/table';
import { changeRows } from './change-rows';
import { columnsOf, type ReadyTabs } from '../tabs';

/** The columns of other registers whose choices come from a column: they know its rows by that text. */
const followersOf = (tableId: string, column: string): { register: EntryRegister; key: string }[] =>
  ENTRY_REGISTERS.flatMap((register) =>
    Object.entries(register.columns).flatMap(([key, { choices }]) =>
      choices && 'table' in choices && choices.table === tableId && choices.column === column
        ? [{ register, key }]
        : [],
    ),
  );

/**
 * Lets the rows that know a row by its name follow when that is changed: the readings of a KPI. They are renamed before
 * the row itself, whose own write is the last one: as long as it has its former name, trying again finds what is left.
 * Two reads and a write a run of rows in each tab that follows; nothing where the name stays.
 * @param cells the tab's cells as they were read, with the row that is about to be changed
 * @param row 1-based
 * @returns what to say of it, or why the name cannot be taken
 */
export function rename(
  { id, columns }: EntryRegister,
  ready: ReadyTabs,
  cells: readonly (readonly Cell[])[],
  row: number,
  positions: Positions,
  wanted: Record<string, Cell>,
): { also: string } | { errors: FieldErrors } {
  const unique = Object.keys(columns).find((key) => columns[key]!.unique);
  const name = unique === undefined ? undefined : wanted[unique];
  if (unique === undefined || name === undefined) return { also: '' };
  const column = positions[unique]!;
  const former = cells[row - 1]![column]!;
  const others = cells.filter((_, at) => at > 0 && at !== row - 1).map((line) => line[column]!);
  if (others.some((other) => sameText(other, name))) return { errors: nameTaken(unique, name) };
  // What two rows are called belongs to both.
  if (former === '' || former === name || others.some((other) => sameText(other, former))) return { also: '' };
  return {
    also: followersOf(id, unique)
      .map((follower) => followed(follower, ready, former, name))
      .join(''),
  };
}

function followed(
  { register, key }: { register: EntryRegister; key: string },
  ready: ReadyTabs,
  former: Cell,
  name: Cell,
): string {
  if (!ready.has(register)) return '';
  const log = ready(register);
  const lines = log.read();
  const at = columnsOf(register, log, lines, [key])[key]!;
  const changes = lines.flatMap((line, index) =>
    index > 0 && sameText(line[at]!, former) ? [{ row: index + 1, cells: { [key]: name } }] : [],
  );
  if (changes.length === 0) return '';
  changeRows(log, register, register.named.column, lines, changes);
  return ` ${changes.length} ${register.row.many} in ${log.name} have the new name as well.`;
}

export const nameTaken = (field: string, name: Cell): FieldErrors => ({
  [field]: `Another one is already called “${String(name)}”.`,
});
