import { PLAIN_TEXT, readCell, type Cell, type Column } from '../../schema/column';
import { enteredKeys, isBlank, type Positions, type Table } from '../../schema/table';
import { joinRuns, rowBlocks } from './blocks';
import { columnsOf } from '../tabs';
import { Unsettled, type Block, type WorkbookTab } from '../workbook';

type Line = readonly Cell[];

/** New values for entered cells of a row that stands. */
export interface RowChange {
  /** Where the row stood when it was read, 1-based. */
  row: number;
  cells: Record<string, Cell>;
}

/** How often rows may be moved under a write before it is given up; as often again for putting them right. */
const TRIES = 5;

/**
 * Changes the same columns of some rows, one write a run of rows. Spreadsheets know no write that names its row: while
 * the numbers of the rows are on their way, people may insert, delete or sort, and the write meets other rows. Therefore
 * the tab is read again afterwards. Where another row was met it gets back what it held (a formula among it comes back
 * as its value), and rows that were missed are written again. One read when nobody interferes.
 * @param before the tab's cells as they were read, immediately before
 * @returns for each change the row at which it stands now, null where somebody has deleted it
 * @throws Unsettled when rows were moved every time; what stood there stands there again
 */
export function changeRows(
  tab: WorkbookTab,
  table: Table,
  nameKey: string,
  before: readonly Line[],
  changes: readonly RowChange[],
): (number | null)[] {
  const first = columnsOf(table, tab, before, []);
  const keys = Object.keys(changes[0]?.cells ?? {}).filter((key) => first[key]! >= 0);
  if (keys.length === 0) return changes.map(({ row }) => row);

  // A row is known by its name; a nameless one by everything in it that is not about to be changed.
  const others = enteredKeys(table).filter((key) => !keys.includes(key));
  const idOf = (line: Line, at: Positions): string =>
    textOf(table, keys.includes(nameKey) || isBlank(line[at[nameKey]!]) ? others : [nameKey], cellsIn(line, at));
  const nobody = textOf(table, others, () => '');
  const spans = sideBySide(keys, first);
  const textIn = (span: string[], line: Line, at: Positions): string => textOf(table, span, cellsIn(line, at));

  const changeAt = new Map(changes.map((change, index) => [change.row, index]));
  const known = new Map<string, { line: Line; change: number | undefined }[]>();
  before.forEach((line, index) => {
    if (index === 0) return;
    const id = idOf(line, first);
    if (!known.has(id)) known.set(id, []);
    known.get(id)!.push({ line, change: changeAt.get(index + 1) });
  });

  const written = new Set<string>();
  let rows = before.length;
  let positions = first;
  let due: RowChange[] = changes.map(({ row, cells }) => ({ row, cells: only(keys, cells) }));
  for (let tries = 0; tries < 2 * TRIES; tries++) {
    for (const { cells } of due) for (const span of spans) written.add(textOf(table, span, (key) => cells[key]));
    const blocks: Block[] = due.flatMap(({ row, cells }) => rowBlocks(row, cells, positions));
    const texts = keys.filter((key) => due.some(({ cells }) => typeof cells[key] === 'string'));
    if (blocks.length > 0) tab.write(joinRuns(blocks), plainTextColumns(table, positions, texts), rows);

    const after = tab.read();
    const at = columnsOf(table, tab, after, keys);
    const where: (number | null)[] = changes.map(() => null);
    const seen = new Map<string, number>();
    due = [];
    let missed = false;
    after.forEach((line, index) => {
      if (index === 0) return;
      const id = idOf(line, at);
      const count = seen.get(id) ?? 0;
      seen.set(id, count + 1);
      const was = known.get(id)?.[count];
      const wanted = was?.change === undefined ? undefined : changes[was.change]!.cells;
      if (was?.change !== undefined) where[was.change] = index + 1;
      for (const span of spans) {
        const now = textIn(span, line, at);
        const former = textIn(span, was?.line ?? [], first);
        const met = written.has(now) && now !== former;
        if (wanted) {
          // Anything else that stands there was written by somebody who came later.
          if (now === textOf(table, span, (key) => wanted[key]) || (now !== former && !met)) continue;
          missed = true;
          if (tries < TRIES - 1) due.push({ row: index + 1, cells: only(span, wanted) });
          else if (met) due.push({ row: index + 1, cells: formerCells(span, was?.line, first) });
        } else if (met && (was || id === nobody)) {
          due.push({ row: index + 1, cells: formerCells(span, was?.line, first) });
        }
      }
    });
    if (due.length === 0) {
      if (missed) break;
      return where;
    }
    rows = after.length;
    positions = at;
  }
  throw new Unsettled(tab.name);
}

export const plainTextColumns = (table: Table, positions: Positions, keys = enteredKeys(table)): number[] =>
  keys
    .filter((key) => table.columns[key]!.format === PLAIN_TEXT)
    .map((key) => positions[key]! + 1)
    .filter((column) => column > 0);

type CellOf = (key: string) => Cell | undefined;

const cellsIn =
  (line: Line, positions: Positions): CellOf =>
  (key) =>
    line[positions[key]!];

const only = (keys: readonly string[], cells: Record<string, Cell>): Record<string, Cell> =>
  Object.fromEntries(keys.map((key) => [key, cells[key]!]));

const formerCells = (keys: readonly string[], line: Line | undefined, positions: Positions): Record<string, Cell> =>
  Object.fromEntries(keys.map((key) => [key, line?.[positions[key]!] ?? '']));

/** What cells hold, to be compared with what was written to others: a day that was written as a number is a date. */
export const textOf = (table: Table, keys: readonly string[], cellOf: CellOf): string =>
  JSON.stringify(keys.map((key) => comparable(table.columns[key]!, cellOf(key))));

function comparable(column: Column, cell: Cell | undefined): unknown {
  if (isBlank(cell)) return '';
  const value = readCell<unknown>(column, cell!) ?? cell;
  // A sheet keeps an instant as a fraction of a day: what comes back may differ by a millisecond.
  return value instanceof Date ? Math.round(value.getTime() / 1000) : value;
}

/** Keys by columns that stand side by side: what one write covers is met or missed as a whole. */
function sideBySide(keys: readonly string[], positions: Positions): string[][] {
  const spans: string[][] = [];
  for (const key of [...keys].sort((a, b) => positions[a]! - positions[b]!)) {
    const span = spans[spans.length - 1];
    if (span && positions[span[span.length - 1]!]! + 1 === positions[key]) span.push(key);
    else spans.push([key]);
  }
  return spans;
}
