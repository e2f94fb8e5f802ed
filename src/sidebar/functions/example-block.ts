import type { ExampleBlock } from '../../actions/forms/insert-formula';
import type { LaidOutExample } from '../../build/function-help';

/** The example with all the room it takes up. */
export const blockOf = ({ cells, at, size: [rows, columns] }: LaidOutExample, formula: string): ExampleBlock => ({
  cells: Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => cells[row]?.[column] ?? null),
  ),
  formula,
  at,
});
