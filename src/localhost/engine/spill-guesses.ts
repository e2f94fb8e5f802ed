import type { IRange } from '@univerjs/core';

/** Where a formula stands, and how tall its sheet is. */
export interface FormulaPlace {
  subUnitId: string;
  row: number;
  column: number;
  rowCount: number;
  formula: string;
}

interface Shape {
  rows: number;
  columns: number;
  /** It ended at the sheet's last row, so it will again when the sheet has grown or shrunk. */
  toLastRow: boolean;
}

/** The formula of a whole column, in its heading's row: it reads a column down to the sheet's end and fills its own. */
const COLUMN_FORMULA = /^=\s*ARRAYFORMULA\(.*\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}(?![A-Z0-9$])/is;

/**
 * What formulas will probably spill into when everything is calculated anew and what they spilled before is forgotten.
 * A guess that is right spares a round of calculation; one that is wrong costs nothing but that round.
 */
export class SpillGuesses {
  private readonly shapes = new Map<string, Shape>();

  remember(place: FormulaPlace, { startRow, endRow, startColumn, endColumn }: IRange): void {
    this.shapes.set(keyOf(place), {
      rows: endRow - startRow + 1,
      columns: endColumn - startColumn + 1,
      toLastRow: endRow === place.rowCount - 1,
    });
  }

  forget(): void {
    this.shapes.clear();
  }

  guess(place: FormulaPlace): IRange | undefined {
    const shape = this.shapes.get(keyOf(place)) ?? firstGuess(place);
    if (!shape) return undefined;
    const { row: startRow, column: startColumn, rowCount } = place;
    const lastRow = rowCount - 1;
    const endRow = shape.toLastRow ? lastRow : Math.min(startRow + shape.rows - 1, lastRow);
    return { startRow, startColumn, endRow, endColumn: startColumn + shape.columns - 1 };
  }
}

function firstGuess({ row, rowCount, formula }: FormulaPlace): Shape | undefined {
  return row === 0 && COLUMN_FORMULA.test(formula) ? { rows: rowCount, columns: 1, toLastRow: true } : undefined;
}

/** Inserted rows move formulas; their sheet, their column and mostly their text stay. */
function keyOf({ subUnitId, column, formula }: FormulaPlace): string {
  return `${subUnitId} ${column} ${formula}`;
}
