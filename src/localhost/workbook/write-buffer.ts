import type { CellPatch, PatchMatrix } from '../contract/engine';

/**
 * Cells that a script has written and nobody has read yet. Every mutation of the engine looks at all cells, so many
 * small writes become one. The last write to a property of a cell wins.
 */
export class WriteBuffer {
  private readonly sheets = new Map<string, PatchMatrix>();

  get isEmpty(): boolean {
    return this.sheets.size === 0;
  }

  add(sheetId: string, row: number, column: number, patch: CellPatch): void {
    let matrix = this.sheets.get(sheetId);
    if (!matrix) this.sheets.set(sheetId, (matrix = {}));
    const line = (matrix[row] ??= {});
    const earlier = line[column];
    line[column] = earlier ? merged(earlier, patch) : patch;
  }

  /** The number format that is still to be written to a cell; undefined when none is. */
  pendingPattern(sheetId: string, row: number, column: number): string | undefined {
    const style = this.sheets.get(sheetId)?.[row]?.[column]?.style;
    if (!style || !('n' in style)) return undefined;
    return (style.n as { pattern?: string } | null)?.pattern ?? '';
  }

  /** Hands every sheet's cells to `write`, once, and is empty afterwards. */
  drain(write: (sheetId: string, cells: PatchMatrix) => void): void {
    const sheets = [...this.sheets];
    this.sheets.clear();
    for (const [sheetId, cells] of sheets) write(sheetId, cells);
  }
}

function merged(earlier: CellPatch, later: CellPatch): CellPatch {
  const patch: CellPatch = { ...earlier };
  if (later.value !== undefined || later.formula !== undefined || later.rich) {
    delete patch.rich;
    delete patch.value;
    delete patch.formula;
    delete patch.forceText;
  }
  Object.assign(patch, later);
  if (earlier.style && later.style) patch.style = { ...earlier.style, ...later.style };
  return patch;
}
