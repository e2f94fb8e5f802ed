import type { Answer, Cell } from './cell';
import type { Grid } from './grid';

type AnyGrid = Grid<unknown, unknown>;

/**
 * How many rows ranges that belong together have: up to the last row that is not blank in all of them, since a range
 * may reach further down than the data. Single values have as many rows as are asked of them. Throws where a range
 * ends before another's data does.
 */
export function commonHeight(grids: readonly AnyGrid[]): number {
  const ranges = grids.filter((grid) => !grid.single);
  if (ranges.length === 0) return 1;
  const tallest = ranges.reduce((most, grid) => (grid.used > most.used ? grid : most));
  for (const grid of ranges) {
    if (grid.height < tallest.used) {
      grid.refuseAll(`${rows(grid.height)}, where ${tallest.place.argumentName} has ${rows(tallest.used)}`);
    }
  }
  return tallest.used;
}

function rows(count: number): string {
  return count === 1 ? '1 row' : `${count} rows`;
}

/**
 * Answers cell by cell. The ranges have one shape, which is the answer's; single values stand beside every cell, and
 * from single values alone comes a single answer.
 */
export function eachCell(grids: readonly AnyGrid[], compute: (row: number, column: number) => Cell): Answer {
  const ranges = grids.filter((grid) => !grid.single);
  const [first, ...others] = ranges;
  if (!first) return compute(0, 0);
  for (const grid of others) {
    if (grid.width !== first.width) {
      grid.refuseAll(`${columns(grid.width)}, where ${first.place.argumentName} has ${columns(first.width)}`);
    }
  }
  const height = commonHeight(ranges);
  const answer: Cell[][] = [];
  for (let row = 0; row < height; row++) {
    const cells: Cell[] = [];
    for (let column = 0; column < first.width; column++) cells.push(compute(row, column));
    answer.push(cells);
  }
  return answer;
}

/** `1 column`, `3 columns`. */
export function columns(count: number): string {
  return count === 1 ? '1 column' : `${count} columns`;
}
