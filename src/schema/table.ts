import { readCell, type Cell, type Column } from './column';
import { sameText } from './same-text';

export type Columns = Record<string, Column>;

/** What a filled row reads as: null where a cell is blank or does not hold what its column expects. */
export type RowOf<T extends Table> = {
  [K in keyof T['columns']]: T['columns'][K] extends Column<infer Value> ? Value | null : never;
};

/** Where a formula points: `contributions.party` becomes that column's data, from row 2 to the end of its sheet. */
export type Reference = (address: string) => string;

/** A table as people see it: columns in their order, found by their headings. Plain data. */
export interface Table<C extends Columns = Columns> {
  id: string;
  columns: C;
  /** Rows that a fresh tab begins with. */
  initial?: readonly Record<string, Cell>[];
  /** Of a small table beside a register: the column by which its rows are found again. */
  knownBy?: string;
  /** In a table of a kind of value a row: the columns that hold the values, and what each row's are, in their order. */
  values?: { keys: readonly string[]; rows: Columns };
}

/**
 * Defines a table.
 * @throws Error for a formula in braces that names no column of this table or, with a point, none at all
 */
export const table = <C extends Columns>(definition: Table<C>): Table<C> => definition;

/** Where the columns of a table stand in a tab: 0-based positions by key. */
export type Positions<C extends Columns = Columns> = { [K in keyof C]: number };

const sameHeading = (a: Cell, b: string): boolean => typeof a === 'string' && sameText(a, b);

/** Finds a table's columns in a heading row. `missing` names the headings that are not there. */
export function findColumns<C extends Columns>(
  table: Table<C>,
  headings: readonly Cell[],
): { positions: Positions<C>; missing: string[] } {
  const positions = {} as Record<string, number>;
  const missing: string[] = [];
  for (const [key, column] of Object.entries(table.columns)) {
    const at = headings.findIndex((heading) => sameHeading(heading, column.header));
    if (at < 0) missing.push(column.header);
    positions[key] = at;
  }
  return { positions: positions as Positions<C>, missing };
}

export const isBlank = (cell: Cell | undefined): boolean => cell === '' || cell === undefined || cell === null;

/** Keys of the columns that people or the add-on fill: the row is used when one of them is not blank. */
export const enteredKeys = (table: Table): string[] =>
  Object.keys(table.columns).filter((key) => table.columns[key]!.filled !== 'by formula');

/** Columns that nobody needs to look at: they stand first, folded away. */
export const isTechnical = ({ filled, inView = false }: Column): boolean => filled === 'by the add-on' && !inView;

/** Columns that are folded away: the technical ones, others that only formulas read, and what few people need. */
export const isFolded = (column: Column): boolean =>
  isTechnical(column) || column.outOfView === true || column.untilWanted === true;

/** True when nothing was entered in this row of the table; computed cells count only where all are computed. */
export function isUnused<C extends Columns>(table: Table<C>, positions: Positions<C>, row: readonly Cell[]): boolean {
  const entered = enteredKeys(table);
  const keys = entered.length > 0 ? entered : Object.keys(table.columns);
  return keys.every((key) => positions[key]! < 0 || isBlank(row[positions[key]!]));
}

/** Reads one row into a typed record. */
export function readRow<C extends Columns>(
  table: Table<C>,
  positions: Positions<C>,
  row: readonly Cell[],
): RowOf<Table<C>> {
  const record: Record<string, unknown> = {};
  for (const [key, column] of Object.entries(table.columns)) {
    const cell = row[positions[key]!];
    record[key] = isBlank(cell) ? null : (readCell(column, cell!) ?? null);
  }
  return record as RowOf<Table<C>>;
}

/** Reads the used rows below the heading row of a tab's cells. */
export function readRows<C extends Columns>(table: Table<C>, cells: readonly (readonly Cell[])[]): RowOf<Table<C>>[] {
  const { positions } = findColumns(table, cells[0] ?? []);
  return cells
    .slice(1)
    .filter((row) => !isUnused(table, positions, row))
    .map((row) => readRow(table, positions, row));
}

/**
 * The cells of a table of a kind of value a row, and what each of them is, as far as they are there: people may have moved
 * the rows, each is known by the name that stands in its first column. Row and column from 1.
 */
export function valueCells(
  table: Table,
  cells: readonly (readonly Cell[])[],
): { row: number; column: number; of: Column }[] {
  const { values } = table;
  const [name = ''] = Object.keys(table.columns);
  const [headings = [], ...below] = cells;
  const { positions } = findColumns(table, headings);
  if (!values || positions[name]! < 0) return [];
  return Object.values(values.rows).flatMap((of) => {
    const at = below.findIndex((line) => sameText(line[positions[name]!], of.header));
    return at < 0
      ? []
      : values.keys.flatMap((key) => (positions[key]! < 0 ? [] : [{ row: at + 2, column: positions[key]! + 1, of }]));
  });
}
