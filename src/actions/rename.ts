import type { FieldErrors } from '../tables/checks';
import type { Cell } from '../tables/column';
import { sameText } from '../tables/same-text';
import type { Positions } from '../tables/table';
import { changeRows } from './change-rows';
import type { EntryForm } from './entry-form';
import { columnsOf, type ReadyTabs } from './tabs';

/**
 * Lets the rows that know a row by its name follow when that is changed: the readings of a KPI. They are renamed before
 * the row itself, whose own write is the last one: as long as it has its former name, trying again finds what is left.
 * Two reads and a write a run of rows; nothing where the name stays.
 * @param cells the tab's cells as they were read, with the row that is about to be changed
 * @param row 1-based
 * @returns what to say of it, or why the name cannot be taken
 */
export function rename(
  { known }: EntryForm,
  ready: ReadyTabs,
  cells: readonly (readonly Cell[])[],
  row: number,
  positions: Positions,
  wanted: Record<string, Cell>,
): { also: string } | { errors: FieldErrors } {
  const name = known && wanted[known.by];
  if (name === undefined) return { also: '' };
  const column = positions[known!.by]!;
  const former = cells[row - 1]![column]!;
  const others = cells.filter((_, at) => at > 0 && at !== row - 1).map((line) => line[column]!);
  if (others.some((other) => sameText(other, name))) {
    return { errors: nameTaken(known!.by, name) };
  }
  // What two rows are called belongs to both.
  if (former === '' || former === name || others.some((other) => sameText(other, former))) return { also: '' };

  const { tab, table, column: key, name: rowName } = known!.in;
  const log = ready(tab);
  const lines = log.read();
  const at = columnsOf(table, log, lines, [key])[key]!;
  const changes = lines.flatMap((line, index) =>
    index > 0 && sameText(line[at]!, former) ? [{ row: index + 1, cells: { [key]: name } }] : [],
  );
  if (changes.length === 0) return { also: '' };
  changeRows(log, table, rowName, lines, changes);
  return { also: ` ${changes.length} ${known!.noun} in ${log.name} have the new name as well.` };
}

export const nameTaken = (field: string, name: Cell): FieldErrors => ({
  [field]: `Another one is already called “${String(name)}”.`,
});
