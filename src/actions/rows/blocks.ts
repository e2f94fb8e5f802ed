import type { Cell } from '../../schema/column';
import type { Positions } from '../../schema/table';
import type { Block } from '../workbook';

/** The given cells of one row, in blocks of columns that stand side by side. Columns that are not there are left out. */
export function rowBlocks(row: number, cells: Record<string, Cell>, positions: Positions): Block[] {
  const placed = Object.entries(cells)
    .map(([key, cell]) => ({ column: positions[key]! + 1, cell }))
    .filter(({ column }) => column > 0)
    .sort((a, b) => a.column - b.column);
  const blocks: { row: number; column: number; cells: [Cell[]] }[] = [];
  for (const { column, cell } of placed) {
    const block = blocks[blocks.length - 1];
    if (block && block.column + block.cells[0].length === column) block.cells[0].push(cell);
    else blocks.push({ row, column, cells: [[cell]] });
  }
  return blocks;
}

/** Joins blocks of the same columns in rows that follow one another: one write a run. */
export function joinRuns(blocks: readonly Block[]): Block[] {
  const sorted = [...blocks].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: Block[] = [];
  for (const block of sorted) {
    const run = runs[runs.length - 1];
    const follows =
      run?.column === block.column &&
      run.row + run.cells.length === block.row &&
      run.cells[0]!.length === block.cells[0]!.length;
    if (follows) run.cells.push(...block.cells);
    else runs.push({ ...block, cells: [...block.cells] });
  }
  return runs;
}
