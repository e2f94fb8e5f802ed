import type { Cell } from './column';
import { renderFormula } from './formula';
import { referring, type LayoutContext } from './layout';
import type { Reference } from './table';

/** What a cell of a page is for; its look follows from it. */
export type Style = 'title' | 'section' | 'heading' | 'label' | 'figure' | 'words';

export interface PageCell {
  row: number;
  column: number;
  style: Style;
  text: string | ((to: Reference) => string);
  note?: string;
}

/** The number format of a block of cells, from the first to the last row and column. */
export interface PageFormat {
  rows: [number, number];
  columns: [number, number];
  format: string;
}

/** A computed page: cells at fixed places, each formula open to inspection. */
export interface Page {
  id: string;
  name: string;
  version: number;
  widths: number[];
  rows: number;
  cells: PageCell[];
  formats: PageFormat[];
}

/** A page as it is set up: matrices that cover all of it, so that each service call covers the whole page. */
export interface PageLayout {
  cells: Cell[][];
  styles: (Style | null)[][];
  notes: string[][];
  formats: string[][];
  widths: number[];
}

/** Everything about a fresh page. */
export function drawPage(page: Page, context: LayoutContext): PageLayout {
  const to = referring(context.places, null);
  const matrix = <T>(filling: T): T[][] => Array.from({ length: page.rows }, () => page.widths.map((): T => filling));
  const layout: PageLayout = {
    cells: matrix<Cell>(''),
    styles: matrix<Style | null>(null),
    notes: matrix(''),
    formats: matrix('General'),
    widths: page.widths,
  };
  for (const { row, column, style, text, note } of page.cells) {
    layout.cells[row - 1]![column - 1] = typeof text === 'string' ? text : renderFormula(text(to), context.locale);
    layout.styles[row - 1]![column - 1] = style;
    layout.notes[row - 1]![column - 1] = note ?? '';
  }
  for (const { rows, columns, format } of page.formats) {
    for (let row = rows[0]; row <= rows[1]; row++) {
      layout.formats[row - 1]!.fill(format, columns[0] - 1, columns[1]);
    }
  }
  return layout;
}
