import type { Beside, Cell } from '../../schema/column';
import type { EntryRegister } from '../../schema/register';
import { rowOfChoice } from '../asking/choices';
import type { CellsOf } from '../cells-of';
import type { Workbook } from '../workbook';

/**
 * Gives rows what nobody typed: who, when, and what stands beside their choices today, so that later changes act forward
 * only.
 */
export function completing(
  { columns }: EntryRegister,
  workbook: Workbook,
  cellsOf: CellsOf,
): (entry: Record<string, Cell>) => Record<string, Cell> {
  const now = workbook.now();
  const { user } = workbook;
  const asked = Object.entries(columns).filter(([, { otherwise }]) => otherwise !== undefined);
  // Many rows of one import make the same choice.
  const found = new Map<string, Cell>();
  const beside = (choice: string, chosen: Cell, column: string): Cell => {
    const name = [choice, chosen, column].join('\n');
    let cell = found.get(name);
    if (cell === undefined) {
      cell = (rowOfChoice(columns[choice]!, chosen, cellsOf)?.[column] as Cell | null | undefined) ?? '';
      found.set(name, cell);
    }
    return cell;
  };
  const cellOf = (of: Pick<Beside, 'beside' | 'column'>, entry: Record<string, Cell>): Cell =>
    beside(of.beside, entry[of.beside] ?? '', of.column);
  const firstBeside = (ways: readonly Beside[], entry: Record<string, Cell>): Cell =>
    ways
      .filter(({ where }) => !where || cellOf(where, entry) === where.is)
      .map((way) => cellOf(way, entry))
      .find((cell) => cell !== '') ?? '';
  return (entry) => {
    const record = { ...entry };
    for (const [key, { otherwise }] of asked) {
      if ((record[key] ?? '') !== '') continue;
      if (otherwise === 'user') record[key] = user;
      else if (otherwise === 'now') record[key] = now;
      else if (!Array.isArray(otherwise) && 'value' in (otherwise as object))
        record[key] = (otherwise as { value: Cell }).value;
      else record[key] = firstBeside([otherwise as Beside | readonly Beside[]].flat() as Beside[], entry);
    }
    return record;
  };
}
