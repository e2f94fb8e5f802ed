import { ArgumentError } from './argument-error';
import type { Answer, Cell } from './cell';
import type { FunctionDefinition } from './definition';

/**
 * Answers a formula. `given` are the arguments as the sheet hands them over: scalars, 2-D arrays, Date objects, ""
 * for blank cells, undefined for what was left out. Throws an ArgumentError for bad input, and answers nothing but
 * finite numbers, texts and null.
 */
export function runFunction(definition: FunctionDefinition, given: readonly unknown[]): Answer {
  const values = definition.arguments.map((argument, i) => argument.read(given[i], definition.name));
  const answer = definition.compute(...values);
  if (!Array.isArray(answer)) return checkCell(answer, definition.name, 0);
  for (let r = 0; r < answer.length; r++) {
    const row = answer[r]!;
    for (let c = 0; c < row.length; c++) {
      const cell = row[c]!;
      // Numbers for which this holds need no check; it leaves zeros, which might be -0, and what is not finite.
      if (typeof cell === 'number' && cell / cell !== 1) row[c] = checkCell(cell, definition.name, r);
    }
  }
  return answer.length > 0 ? answer : null;
}

function checkCell(cell: Cell, functionName: string, row: number): Cell {
  if (typeof cell !== 'number') return cell;
  if (Number.isFinite(cell)) return cell + 0;
  throw new ArgumentError(`${functionName}: the answer of row ${row + 1} is too large for a cell`);
}
