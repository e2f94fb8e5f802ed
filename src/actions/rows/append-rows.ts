import type { Cell } from '../../schema/column';
import { enteredKeys, isBlank, type Columns, type Positions, type Table } from '../../schema/table';
import { columnsOf } from '../tabs';
import { Unsettled, type Block, type WorkbookTab } from '../workbook';
import { endOf } from './append-row';
import { joinRuns, rowBlocks } from './blocks';
import { plainTextColumns } from './change-rows';
import { standingRows, type Line, type StandingRow } from './standing-rows';

/** Where rows that follow one another are to go on: the last row that was written, and the tab's number of rows then. */
export interface Place {
  row: number;
  rows: number;
}

export interface AppendedRows {
  written: number;
  /** Rows whose name stood already. */
  known: number;
  /** The first and the last row that was written, 1-based; null where none was. */
  first: number | null;
  place: Place;
  /** The whole log was read, and not only what stands below `after`. */
  whole: boolean;
}

const TRIES = 8;
/** Rows of one write. */
const MOST_AT_ONCE = 2_000;

/**
 * Writes many records below the last row of a log, each named by `nameKey`; those whose name stands already are left out,
 * so that what was sent twice is written once. One write for 2,000 rows where the columns stand side by side.
 *
 * With `after`, and as long as nobody has inserted or deleted rows since, only what stands below that place is read:
 * the rows of one import come in many calls, and reading the whole log each time would take longer than writing. Where
 * people move rows while the rows are on their way, the log is read again, what was met instead of empty rows is put back
 * at its end, and what is missing is written anew.
 * @param read the tab's cells where they were read immediately before
 * @throws Unsettled when rows were moved every time
 */
export function appendRows<C extends Columns>(
  tab: WorkbookTab,
  table: Table<C>,
  nameKey: keyof C & string,
  records: readonly Record<string, Cell>[],
  after: Place | null,
  read?: readonly Line[],
): AppendedRows {
  const keys = enteredKeys(table);
  const filled = keys.filter((key) => records.some((record) => !isBlank(record[key]))) as (keyof C & string)[];
  const written = new Set<Cell>();
  let first: number | null = null;
  let owed: Record<string, Cell>[] = [];
  let before: { positions: Positions<C>; cells: readonly Line[]; row: number; more: number } | null = null;
  for (let tries = 0; tries < TRIES; tries++) {
    const { headings, lines, above, whole } = linesOf(tab, tries === 0 ? after : null, tries === 0 ? read : undefined);
    const positions = columnsOf(table, tab, [headings], filled);
    if (before) owed = [...owed, ...met(table, nameKey, before, positions, [headings, ...lines])];

    const standing = new Map(lines.map((line, at) => [line[positions[nameKey]]!, above + at + 1]));
    const missing = records.filter((record) => !standing.has(record[nameKey]!));
    const due = [...missing, ...owed];
    let end = endOf(table, [headings, ...lines], positions) - 1 + above;
    if (due.length === 0) {
      return {
        written: written.size,
        known: records.length - written.size,
        first,
        place: { row: end, rows: above + lines.length },
        whole,
      };
    }
    const start = end + 1;
    const placed = due.map((record) => ({
      record,
      row: standing.get(begun(record[nameKey]!)) ?? ++end,
    }));
    const blocks = blocksFor(placed, keys, nameKey, positions);
    const went = tab.write(blocks, plainTextColumns(table, positions), above + lines.length);
    if (went === null) continue;
    for (const record of missing) written.add(record[nameKey]!);
    first ??= Math.min(...placed.map(({ row }) => row));
    if (went === 0) {
      const rows = tab.rows;
      return { written: written.size, known: records.length - written.size, first, place: { row: end, rows }, whole };
    }
    owed = [];
    before = whole ? { positions, cells: [headings, ...lines], row: start, more: went } : null;
  }
  throw new Unsettled(tab.name);
}

/** The rows below a place, or all of them where rows have come or gone since. `above` is the number of rows before them. */
function linesOf(tab: WorkbookTab, after: Place | null, read?: readonly Line[]) {
  if (after && tab.rows === after.rows) {
    const lines = tab.readBelow(after.row);
    if (lines.length === after.rows - after.row)
      return { headings: tab.headings(), lines, above: after.row, whole: false };
  }
  const [headings = [], ...lines] = read ?? tab.read();
  return { headings, lines, above: 1, whole: true };
}

/** What stood where the rows were written, because the rows had moved down by then. */
function met<C extends Columns>(
  table: Table<C>,
  nameKey: string,
  before: { positions: Positions<C>; cells: readonly Line[]; row: number; more: number },
  positions: Positions<C>,
  now: readonly Line[],
): Record<string, Cell>[] {
  const { has } = standingRows(table, nameKey, positions, now);
  const gone = standingRows(table, nameKey, before.positions, before.cells).rows.filter(
    (row: StandingRow) => row.row >= before.row - before.more && !has(row),
  );
  return gone.map(({ line }) =>
    Object.fromEntries(enteredKeys(table).map((key) => [key, line[before.positions[key]!] ?? ''])),
  );
}

/** The name that a row bears while it is not complete. */
const begun = (name: Cell): string => `${String(name)}${UNFINISHED}`;
const UNFINISHED = ' …';

/** Whether a name is that of a row which an earlier try has begun and not completed. */
export const isBegun = (name: string): boolean => name.endsWith(UNFINISHED);

/**
 * One block where the columns stand side by side. Where people have put columns of their own in between, rows get a
 * preliminary name first, by which the next try finds what was begun, and their names at last.
 */
function blocksFor<C extends Columns>(
  placed: readonly { record: Record<string, Cell>; row: number }[],
  keys: readonly string[],
  nameKey: keyof C & string,
  positions: Positions<C>,
): Block[] {
  const of = (cells: (record: Record<string, Cell>) => Record<string, Cell>): Block[] => {
    const parts = Array.from({ length: Math.ceil(placed.length / MOST_AT_ONCE) }, (_, at) =>
      placed.slice(at * MOST_AT_ONCE, (at + 1) * MOST_AT_ONCE),
    );
    return parts.flatMap((part) =>
      joinRuns(part.flatMap(({ record, row }) => rowBlocks(row, cells(record), positions))),
    );
  };
  const all = of((record) => Object.fromEntries(keys.map((key) => [key, record[key] ?? ''])));
  if (new Set(all.map(({ column }) => column)).size === 1) return all;
  const at = positions[nameKey] + 1;
  const holdsName = ({ column, cells: [line = []] }: Block): boolean => column <= at && at < column + line.length;
  const begin = of((record) => ({ [nameKey]: begun(record[nameKey] ?? '') }));
  return [...begin, ...all.filter((block) => !holdsName(block)), ...all.filter(holdsName)];
}
