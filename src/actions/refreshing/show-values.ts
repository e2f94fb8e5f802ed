import { REGISTERS } from '../../registers';
import { AUTOMATIC, type Cell } from '../../schema/column';
import { columnLetters } from '../../schema/formula';
import { formatOf } from '../../schema/layout';
import { tablesOf, type Register } from '../../schema/register';
import { valueCells, type Table } from '../../schema/table';
import type { ReadyTabs } from '../tabs';
import type { WorkbookTab } from '../workbook';

/** Shows the values of tables of a kind of value a row as they are shown today: a read, and a write for each format. */
export function showValues(register: Register, tab: WorkbookTab, currency: string | null): void {
  const tables = tablesOf(register).filter(({ values }) => values);
  if (tables.length > 0) write(tab, placesIn(tables, tab.read(), currency));
}

/** Tables whose rows are answered by a formula: where a row is inserted beside them they stay, and the formats move. */
const isAnswered = ({ values, columns }: Table): boolean =>
  values !== undefined && Object.values(columns)[0]?.filled === 'by formula';

const ANSWERED = REGISTERS.map((register) => ({ register, tables: tablesOf(register).filter(isAnswered) })).filter(
  ({ tables }) => tables.length > 0,
);

/**
 * Brings formats back to their rows, where rows were inserted or taken out beside a table that a formula answers. What
 * people have chosen themselves stays. Two reads for such a tab, and a write a format where some have moved.
 */
export function showMovedResults(ready: ReadyTabs): void {
  for (const { register, tables } of ANSWERED.filter((one) => ready.has(one.register))) {
    const tab = ready(register);
    const places = placesIn(tables, tab.read(), tab.currency ?? null);
    if (places.length === 0) continue;
    const columns = places.map(({ column }) => column);
    const first = Math.min(...columns);
    const standing = tab.formatsIn(first, Math.max(...columns));
    const ours = new Set(places.map(({ format }) => format));
    const moved = places.filter(({ row, column, format }) => {
      const is = standing[row - 1]?.[column - first] ?? '';
      return is !== format && (ours.has(is) || is === AUTOMATIC);
    });
    write(tab, moved);
  }
}

interface Place {
  row: number;
  column: number;
  format: string;
}

const placesIn = (tables: readonly Table[], cells: readonly (readonly Cell[])[], currency: string | null): Place[] =>
  tables
    .flatMap((table) => valueCells(table, cells))
    .map(({ row, column, of }) => ({ row, column, format: formatOf(of, currency) }));

function write(tab: WorkbookTab, places: readonly Place[]): void {
  const byFormat = new Map<string, string[]>();
  for (const { row, column, format } of places) {
    byFormat.set(format, [...(byFormat.get(format) ?? []), `${columnLetters(column)}${row}`]);
  }
  for (const [format, ranges] of byFormat) tab.format(ranges, format);
}
