import type { Argument } from './argument';
import { eachCell } from './broadcast';
import type { Answer, Cell } from './cell';
import type { EachFunction } from './definition';
import type { Grid } from './grid';
import { Refusal } from './refusal';
import type { Unreadable } from './unreadable';

type AnyGrid = Grid<unknown, unknown>;
type Each = (...cells: readonly unknown[]) => Cell;

/** Answers each row by itself; with `unreadable`, a row in which something is wrong is blank. */
export function answerEach(
  { arguments: list, compute }: EachFunction<readonly Argument[]>,
  values: readonly unknown[],
  unreadable?: Unreadable,
): Answer {
  const grids = values.filter((_, i) => list[i]!.takesRange) as AnyGrid[];
  const settings = values.filter((_, i) => !list[i]!.takesRange);
  const each = compute(...(settings as never[])) as Each;
  // One list for all rows: a new one for each would cost as much as most calculations.
  const cells = new Array<unknown>(grids.length);
  const answer = eachCell(grids, (row, column) => {
    if (unreadable?.rows.has(row)) return null;
    for (let i = 0; i < cells.length; i++) cells[i] = grids[i]!.at(row, column);
    try {
      return each(...cells);
    } catch (error) {
      const grid = error instanceof Refusal && grids.find(({ place }) => place.argumentName === error.argumentName);
      if (!grid) throw error;
      if (!unreadable) return grid.refuse(row, column, error.complaint);
      unreadable.rows.add(row);
      return null;
    }
  });
  if (unreadable && Array.isArray(answer)) for (const row of unreadable.rows) answer[row]?.fill(null);
  return answer;
}
