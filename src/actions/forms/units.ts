import type { Cell, Column } from '../../schema/column';
import { columnLetters } from '../../schema/formula';
import type { Field } from '../../schema/form';
import { formatOf } from '../../schema/layout';
import { isPercentUnit, PERCENT_FORMAT } from '../../schema/percent';
import type { EntryRegister } from '../../schema/register';
import { findColumns } from '../../schema/table';
import type { WorkbookTab } from '../workbook';
import { rowOfChoice, type CellsOf } from './choices';

/** What the number of a column is counted in; blank where no column says so. */
export const unitIn =
  ({ columns }: EntryRegister, valueOf: (key: string) => Cell, cellsOf: CellsOf) =>
  ({ column: { countedIn } }: Pick<Field, 'column'>): Cell => {
    if (!countedIn) return '';
    const { column, beside } = countedIn;
    if (beside === undefined) return valueOf(column);
    return (rowOfChoice(columns[beside]!, valueOf(beside), cellsOf)?.[column] as Cell | null | undefined) ?? '';
  };

/** Columns that decide what numbers are counted in. */
export const countingColumns = ({ columns }: EntryRegister): string[] =>
  Object.values(columns).flatMap(({ countedIn }) => (countedIn ? [countedIn.beside ?? countedIn.column] : []));

/**
 * Shows the numbers of a row that was just written in the unit that they are counted in: as percentages, or in the format
 * of their column where they were percentages before. One read and at most two writes, and none where there is nothing to do.
 * @param changed whether the unit was changed: what stands may then be shown in another one
 */
export function showInUnit(
  tab: WorkbookTab,
  { columns, ...register }: EntryRegister,
  row: number,
  unitOf: (field: { column: Column }) => Cell,
  changed: boolean,
): void {
  const counted = Object.entries(columns).filter(([, column]) => column.countedIn !== undefined);
  const asPercent = counted.filter(([, column]) => isPercentUnit(unitOf({ column })));
  const asUsual = changed ? counted.filter((one) => !asPercent.includes(one)) : [];
  if (asPercent.length + asUsual.length === 0) return;
  const { positions } = findColumns({ columns, ...register }, tab.headings());
  const formats = new Map<string, string[]>();
  for (const [key, column] of [...asPercent, ...asUsual]) {
    if (positions[key]! < 0) continue;
    const format = asUsual.some(([one]) => one === key) ? formatOf(column, null) : PERCENT_FORMAT;
    formats.set(format, [...(formats.get(format) ?? []), `${columnLetters(positions[key]! + 1)}${row}`]);
  }
  for (const [format, cells] of formats) tab.format(cells, format);
}
