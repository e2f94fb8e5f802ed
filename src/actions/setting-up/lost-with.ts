import { REGISTERS } from '../../registers';
import type { Cell } from '../../schema/column';
import { tablesOf, type Register } from '../../schema/register';
import { sameText } from '../../schema/same-text';
import { enteredKeys, findColumns, isBlank, isUnused, type Table } from '../../schema/table';
import type { WorkbookTab } from '../workbook';
import { begunRows } from './begun-rows';

/**
 * What people have entered in a tab, in words and a part each: rows that it did not begin with, and what stands outside its
 * tables. A computed page holds nothing of theirs. One read.
 */
export function lostWith(tab: WorkbookTab): string[] {
  const register = REGISTERS.find(({ id }) => id === tab.id);
  if (!register) return [];
  const cells = tab.read();
  const rows = tablesOf(register).flatMap((table) => {
    const count = enteredRows(table, cells);
    return count === 0 ? [] : [`${count} ${nameOf(register, table, count)}`];
  });
  return hasOther(register, cells) ? [...rows, `what stands beside its table in “${tab.name}”`] : rows;
}

function nameOf(register: Register, table: Table, count: number): string {
  if (table === register) return count === 1 ? register.row.one : register.row.many;
  return `${count === 1 ? 'row' : 'rows'} under “${Object.values(table.columns)[0]!.header}”`;
}

function enteredRows(table: Table, cells: readonly (readonly Cell[])[]): number {
  if (enteredKeys(table).length === 0) return 0;
  const { positions } = findColumns(table, cells[0] ?? []);
  const isBegun = begunRows(table, cells[0] ?? []);
  return cells.slice(1).filter((row) => !isUnused(table, positions, row) && !isBegun(row)).length;
}

/** Whether people have put something into columns that are not ours. */
function hasOther(register: Register, cells: readonly (readonly Cell[])[]): boolean {
  const headings = cells[0] ?? [];
  const ours = tablesOf(register).flatMap((table) => Object.values(findColumns(table, headings).positions));
  const isOurs = (column: number): boolean =>
    ours.includes(column) ||
    tablesOf(register).some(({ columns }) =>
      Object.values(columns).some(({ header }) => sameText(headings[column] ?? '', header)),
    );
  return cells.some((row) => row.some((cell, column) => !isBlank(cell) && !isOurs(column)));
}
