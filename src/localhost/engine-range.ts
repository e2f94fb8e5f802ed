import type { Area } from './engine/contract';

/** An area in the words of the engine's commands, ends included. */
export function engineRange({ row, column, rows, columns }: Area): Record<string, number> {
  return { startRow: row, endRow: row + rows - 1, startColumn: column, endColumn: column + columns - 1 };
}
