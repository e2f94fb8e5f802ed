import type { Cell } from '../../schema/column';
import type { EntryRegister } from '../../schema/register';
import { isUnused, readRow, type Positions } from '../../schema/table';
import { columnsOf } from '../tabs';
import type { Workbook, WorkbookTab } from '../workbook';
import { nameRows } from './name-rows';

export interface NamedRow {
  /** 1-based. */
  row: number;
  /** Empty where nobody has named it. */
  name: string;
  line: readonly Cell[];
}

export interface NamedRows {
  cells: Cell[][];
  positions: Positions;
  rows: NamedRow[];
}

/** The filled rows of a register with their names, as they stand. One read. */
export function rowsWithNames(register: EntryRegister, tab: WorkbookTab, needed: readonly string[]): NamedRows {
  const { named } = register;
  const cells = tab.read();
  const positions = columnsOf(register, tab, cells, [named.column, ...needed]);
  const nameIn = (line: readonly Cell[]): string => (readRow(register, positions, line)[named.column] as string) ?? '';
  const rows = cells.flatMap((line, index): NamedRow[] =>
    index === 0 || isUnused(register, positions, line) ? [] : [{ row: index + 1, name: nameIn(line), line }],
  );
  return { cells, positions, rows };
}

/**
 * The same where every row has a name of its own: one that was typed or pasted without one, or copied together with it,
 * is named first. One read, a second one and a write a run of rows where something was to be named.
 */
export function rowsNamed(
  workbook: Workbook,
  register: EntryRegister,
  tab: WorkbookTab,
  needed: readonly string[],
): NamedRows {
  const read = rowsWithNames(register, tab, needed);
  const names = new Set<string>();
  const nameless = read.rows.filter(({ name }) => name === '' || names.size === names.add(name).size);
  if (nameless.length === 0) return read;
  const given = nameRows(
    workbook,
    tab,
    register,
    read.cells,
    nameless.map(({ row }) => row),
  );
  nameless.forEach((row, at) => (row.name = given[at]!));
  return read;
}

/** Where each name stands. */
export function byName(rows: readonly NamedRow[]): Map<string, NamedRow[]> {
  const found = new Map<string, NamedRow[]>();
  for (const row of rows) found.set(row.name, [...(found.get(row.name) ?? []), row]);
  return found;
}
