import type { FileRow } from './file-table';
import type { Heading } from './headings';
import type { Separator } from './separated-text';
import { shapeOf, type Shape } from './shapes';

/** Rows by which the shape of columns is known. */
const ROWS = 50;
/** So many are named. */
const NAMED = 5;

/**
 * Finds cells that have swallowed rows: a quotation mark was lost, and that of a later row closed the cell, so that the file
 * reads well and rows are gone. Such a cell is the end of a row, whole rows, and the beginning of a row: line by line it has
 * the separators of these, and what stands in them looks like the columns do. A note on several lines does not.
 */
export class TornCells {
  private readonly shapes: Set<Shape>[];
  private readonly doubtful: FileRow[] = [];
  private seen = 0;

  constructor(
    private readonly headings: readonly Heading[],
    private readonly separator: Separator,
  ) {
    this.shapes = headings.map(() => new Set());
  }

  look(row: FileRow): void {
    if (row.cells.some((cell) => cell.includes('\n'))) this.doubtful.push(row);
    else if (this.seen < ROWS) {
      this.seen += 1;
      this.shapes.forEach((shapes, at) => {
        const shape = shapeOf(row.cells[at] ?? '');
        if (shape !== 'blank') shapes.add(shape);
      });
    }
  }

  /** A sentence for each of the first cells that have swallowed rows. */
  get remarks(): string[] {
    const found = this.doubtful.flatMap((row) => this.tornIn(row));
    const more = found.length - NAMED;
    return [
      ...found.slice(0, NAMED),
      ...(more > 0 ? [`${more} more cells hold what looks like rows of the file.`] : []),
    ];
  }

  private tornIn({ line, cells }: FileRow): string[] {
    return cells.flatMap((cell, at) => {
      const rows = this.rowsIn(cell, at, cells);
      if (rows.length === 0 || !rows.every((row) => this.isRow(row))) return [];
      const heading = this.headings[at]?.text ?? '';
      return [
        `In row ${line} “${heading}” holds what looks like ${rows.length === 1 ? 'the beginning of another row' : `${rows.length} more rows`}: ` +
          'a quotation mark (") may have gone lost. Look at it in the file before you import: what it has swallowed would be missing.',
      ];
    });
  }

  /** The rows that a cell has swallowed, the last one up to its end in the cells behind; none where it cannot have. */
  private rowsIn(cell: string, at: number, cells: readonly string[]): string[][] {
    const width = this.headings.length;
    if (width < 2 || cells.length !== width || !cell.includes('\n')) return [];
    const lines = cell.split('\n').map((line) => line.split(this.separator));
    const fits = lines.every((parts, index) => {
      const first = index === 0 ? at : 0;
      const last = index === lines.length - 1 ? at : width - 1;
      return parts.length === last - first + 1;
    });
    if (!fits) return [];
    return lines
      .slice(1)
      .map((parts, index) => (index === lines.length - 2 ? [...parts, ...cells.slice(at + 1)] : parts));
  }

  /** Days and figures stand where the other rows have them, and there are some. */
  private isRow(cells: readonly string[]): boolean {
    const told = cells.flatMap((cell, at) => {
      const shapes = this.shapes[at]!;
      const shape = shapeOf(cell);
      if (shape === 'blank' || shapes.size !== 1 || shapes.has('text')) return [];
      return [shapes.has(shape)];
    });
    // Of two columns the separators alone tell nothing: `Dear Ada, / how are you` has them as well.
    return told.every((fits) => fits) && (told.length > 0 || cells.length > 2);
  }
}
