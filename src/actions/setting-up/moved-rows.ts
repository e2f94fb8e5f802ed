import { REGISTERS } from '../../registers';
import type { Cell } from '../../schema/column';
import type { FirstRows } from '../../schema/layout';
import { tablesOf, type MovedRows, type Register } from '../../schema/register';
import { sameText } from '../../schema/same-text';
import { findColumns, isBlank, type Table } from '../../schema/table';
import { ifAllowed } from '../forbidden';
import { endOf } from '../rows/append-row';
import { joinRuns, rowBlocks } from '../rows/blocks';
import { plainTextColumns } from '../rows/change-rows';
import { settled, type WorkbookTab } from '../workbook';
import { packsIn } from './packs';

type Row = Record<string, Cell>;

/** Rows of one register that still stand in the tab of another, where an older version kept them. */
interface Moving {
  into: Register;
  from: WorkbookTab;
  /** Where their columns stand there, from 0. */
  columns: readonly number[];
  rows: readonly Row[];
  /** Whether any of them says something else than what the register begins with. */
  isTheirs: boolean;
}

const ready = (tabs: readonly WorkbookTab[], id: string): WorkbookTab | undefined =>
  tabs.find((tab) => tab.id === id && tab.version !== null);

/** What has to move. A read a tab that rows may come from. */
export function movingRows(tabs: readonly WorkbookTab[]): Moving[] {
  return REGISTERS.flatMap((into): Moving[] => {
    const { takesIn } = into;
    const from = takesIn && ready(tabs, takesIn.register);
    if (!takesIn || !from) return [];
    const cells = from.read();
    const at = Object.values(takesIn.columns).map((header) => cells[0]!.findIndex((cell) => sameText(cell, header)));
    // Two headings could be somebody's own; a table that has lost more of them is not to be told from one.
    if (at.filter((column) => column >= 0).length < 3 || at[0]! < 0 || at[1]! < 0) return [];
    const rows = cells.slice(1).flatMap((line) => rowIn(takesIn, at, line));
    const begun = new Set((into.initial ?? []).map((row) => textOf(takesIn, row)));
    const isTheirs = rows.some((row) => !begun.has(textOf(takesIn, row)));
    return [{ into, from, columns: at.filter((column) => column >= 0), rows, isTheirs }];
  });
}

function rowIn({ columns, cells }: MovedRows, at: readonly number[], line: readonly Cell[]): Row[] {
  const said = Object.keys(columns).map((key, column) => [key, line[at[column]!] ?? ''] as const);
  return said.slice(0, 2).some(([, cell]) => isBlank(cell)) ? [] : [{ ...cells, ...Object.fromEntries(said) }];
}

const textOf = ({ columns }: MovedRows, row: Row): string =>
  JSON.stringify(Object.keys(columns).map((key) => String(row[key] ?? '')));

/** The packs that are needed for what people have entered elsewhere. */
export const packsOfMoving = (moving: readonly Moving[]): string[] =>
  moving.flatMap(({ into: { pack }, isTheirs }) => (isTheirs && pack !== undefined ? [pack] : []));

/** What fresh tabs begin with: their rows, and in place of those that have moved the ones that people had. */
export function firstOfMoving(moving: readonly Moving[], tabs: readonly WorkbookTab[]): FirstRows {
  const fresh = moving.filter(({ into, isTheirs }) => isTheirs && !packsIn(tabs).includes(into.pack ?? ''));
  return Object.fromEntries(
    fresh.map(({ into, rows }) => {
      const isReplaced = (row: Row): boolean => isOfKind(into.takesIn!, row);
      const first = into.initial!.findIndex(isReplaced);
      const others = into.initial!.filter((row) => !isReplaced(row));
      return [into.id, [...others.slice(0, first), ...rows, ...others.slice(first)]];
    }),
  );
}

const isOfKind = ({ cells }: MovedRows, row: Row): boolean =>
  Object.entries(cells).every(([key, cell]) => sameText(row[key] ?? '', cell));

/**
 * Writes the rows into their tab where it stood before and lacks them, and takes their columns out of the other one. What
 * was cut short is done by the next run: the columns go last.
 */
export function moveRows(moving: readonly Moving[], tabs: readonly WorkbookTab[]): void {
  for (const { into, from, columns, rows } of moving) {
    const tab = ready(tabs, into.id);
    if (tab) takeIn(tab, into, rows);
    ifAllowed(() => from.deleteColumns(columns.map((column) => column + 1)));
  }
}

function takeIn(tab: WorkbookTab, into: Register, rows: readonly Row[]): void {
  const { takesIn, initial = [] } = into;
  const cells = tab.read();
  const [, what = ''] = Object.keys(takesIn!.columns);
  const lacking = rows.filter((row) => !stands(into, cells, row, [...Object.keys(takesIn!.cells), what]));
  // What stands beside them, such as the rule of their list.
  const beside = tablesOf(into)
    .slice(1)
    .flatMap((table) => {
      const keyed = table.knownBy;
      const wanted = Object.values(takesIn!.cells);
      const begun = (table.initial ?? []).filter((row) => keyed !== undefined && wanted.includes(row[keyed] ?? ''));
      return begun.filter((row) => !stands(table, cells, row, [keyed!])).map((row) => ({ table, rows: [row] }));
    });
  if (initial.length === 0 || lacking.length + beside.length === 0) return;
  const written = [{ table: into as Table, rows: lacking }, ...beside].filter((one) => one.rows.length > 0);
  const blocks = written.flatMap(({ table, rows: added }) => {
    const { positions } = findColumns(table, cells[0] ?? []);
    const end = endOf(table, cells, positions);
    return added.flatMap((row, at) => rowBlocks(end + 1 + at, row, positions));
  });
  const { positions } = findColumns(into, cells[0] ?? []);
  settled(tab, tab.write(joinRuns(blocks), plainTextColumns(into, positions), cells.length));
}

/** Whether a row is there that says the same in these columns. */
function stands(table: Table, cells: readonly (readonly Cell[])[], row: Row, keys: readonly string[]): boolean {
  const { positions } = findColumns(table, cells[0] ?? []);
  return cells.some((line, at) => at > 0 && keys.every((key) => sameText(line[positions[key]!] ?? '', row[key] ?? '')));
}
