import type { Area } from '../contract/engine';

/** An area in the words of the engine's commands, ends included. */
export function engineRange({ row, column, rows, columns }: Area): Record<string, number> {
  return { startRow: row, endRow: row + rows - 1, startColumn: column, endColumn: column + columns - 1 };
}
