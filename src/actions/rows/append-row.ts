import type { FieldErrors } from '../../schema/checks';
import type { Cell } from '../../schema/column';
import { sameText } from '../../schema/same-text';
import { enteredKeys, isUnused, type Columns, type Positions, type Table } from '../../schema/table';
import { rowBlocks } from './blocks';
import { plainTextColumns } from './change-rows';
import { standingRows, type Line, type StandingRow } from './standing-rows';
import { columnsOf } from '../tabs';
import { Unsettled, type Block, type WorkbookTab } from '../workbook';

/** Why a row was not written: another one has the same text in a column in which no two may have it. */
export interface Taken {
  taken: string;
}

/** Why a row was not written, by field: it does not fit the rows that stand. */
export interface Unfit {
  errors: FieldErrors;
}

export interface Appended {
  /** 1-based. */
  row: number;
  /** An earlier try had written the row already; nothing was written now. */
  repeated: boolean;
}

/** How often rows may be moved under a write before it is given up. */
const TRIES = 8;

/**
 * Writes one record below the last row of a log, typed or written. The record is named by `nameKey`: where a row of that
 * name stands already, nothing is written. One read, immediately before the write.
 *
 * People may insert and delete rows between the read and the write, and the write then meets an entry instead of the
 * first empty row. Sorting does not matter: empty rows stay last. So the number of rows tells, which costs no read: had
 * it changed before the write, the tab is read again; has it changed after the write, too, and a row that was met is put
 * back in its place (a formula among its cells as its value), before the record is written anew. `Sheet.appendRow` would
 * find its row by itself, but below everything that stands in the tab, spilled cells included; a row inserted for each
 * entry would take its looks from the row above and push what people type there.
 * In a column in which no two rows may have the same text, a text that stands already is refused.
 * @param unfit what is wrong with the record beside the rows that stand, by field; asked once, of the same read
 * @throws Unsettled when rows were moved every time
 */
export function appendRow<C extends Columns>(
  tab: WorkbookTab,
  table: Table<C>,
  nameKey: keyof C & string,
  record: Record<string, Cell>,
  unfit: (cells: readonly Line[], positions: Positions<C>) => FieldErrors | null = () => null,
): Appended | Taken | Unfit {
  const unique = Object.keys(table.columns).find((key) => table.columns[key]!.unique);
  const filled = Object.keys(record).filter((key) => record[key] !== '');
  const begun = `${String(record[nameKey])} …`;
  let doubt: { cells: readonly Line[]; row: number; more: number } | null = null;
  let owed: StandingRow[] = [];
  let wrote = false;
  for (let tries = 0; tries < TRIES; tries++) {
    const cells = tab.read();
    const positions = columnsOf(table, tab, cells, filled as (keyof C & string)[]);
    const rowNamed = (name: Cell | undefined): number =>
      cells.findIndex((line, index) => index > 0 && line[positions[nameKey]] === name) + 1;
    if (doubt || owed.length > 0) {
      const { has } = standingRows(table, nameKey, positions, cells);
      owed = owed.filter((row) => !has(row));
      if (doubt) {
        const gone = standingRows(table, nameKey, positions, doubt.cells).rows.filter((row) => !has(row));
        owed.push(...rowMet(gone, doubt.row, doubt.more));
      }
    }
    const standing = rowNamed(record[nameKey]);
    const [back] = owed;
    if (standing > 0 && !back) return { row: standing, repeated: !wrote };

    const started = standing || rowNamed(begun);
    const isTaken = (line: readonly Cell[], index: number): boolean =>
      index > 0 && sameText(line[positions[unique!]!]!, record[unique!]!);
    if (unique && tries === 0 && !started && cells.some(isTaken)) return { taken: unique };
    const errors = tries === 0 && !started ? unfit(cells, positions) : null;
    if (errors) return { errors };

    const row = started || endOf(table, cells, positions) + 1;
    const values = enteredKeys(table).map((key) => [key, (back ? back.line[positions[key]!] : record[key]) ?? '']);
    const blocks = rowBlocks(row, Object.fromEntries(values) as Record<string, Cell>, positions);
    const written = tab.write(
      back ? blocks : nameLast(blocks, positions[nameKey] + 1, begun),
      plainTextColumns(table, positions),
      cells.length,
    );
    if (written === 0 && !back) return { row, repeated: false };
    doubt = written ? { cells, row, more: written } : null;
    wrote ||= written !== null;
  }
  throw new Unsettled(tab.name);
}

/**
 * The row that a write met instead of the row it was meant for, if any.
 * @param gone rows that stood before the write and do not now: the row met, and rows that somebody deleted
 * @param more how many rows the tab had more than before, just after the write
 */
function rowMet(gone: readonly StandingRow[], meant: number, more: number): StandingRow[] {
  const candidates = gone.filter(({ row }) => row !== meant);
  const moved = candidates.find(({ row }) => row === meant - more);
  if (moved) return [moved];
  // Where rows were sorted as well the place says nothing; where none was inserted, the others were only deleted.
  return more > 0 ? candidates.slice(-1) : [];
}

/** The 1-based row of the last entry; computed cells below it do not count. */
export function endOf<C extends Columns>(
  table: Table<C>,
  cells: readonly (readonly Cell[])[],
  positions: Positions<C>,
): number {
  let end = cells.length;
  while (end > 1 && isUnused(table, positions, cells[end - 1]!)) end--;
  return Math.max(end, 1);
}

/**
 * A row is usually one block. Where people have put columns of their own in between, the row gets a preliminary name
 * first, by which a repeated submission finds what was begun, and its name at last.
 */
function nameLast(blocks: Block[], nameColumn: number, begun: string): Block[] {
  if (blocks.length === 1) return blocks;
  const holdsName = ({ column, cells: [first = []] }: Block): boolean =>
    column <= nameColumn && nameColumn < column + first.length;
  const begin: Block = { row: blocks[0]!.row, column: nameColumn, cells: [[begun]] };
  return [begin, ...blocks.filter((block) => !holdsName(block)), ...blocks.filter(holdsName)];
}
