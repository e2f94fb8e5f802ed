import type { Cell } from './column';
import { readDataPage } from './data-page';
import { columnNumber, renderFormula } from './formula';
import { tablesOf, type Register } from './register';
import { formatOf, pointing, referring, type LayoutContext, type Placement } from './layout';
import type { Reference } from './table';

/** What a cell of a page is for; its look follows from it. */
export type Style = 'input' | 'title' | 'section' | 'heading' | 'label' | 'figure' | 'words' | 'plain';

/** A part of a page, as `A1` or `A1:C3`, and how it looks. */
export interface PageArea {
  at: string;
  style?: Style;
  /** A number format; `currency` takes the partnership's. */
  format?: string;
}

/** A chart over cells of its page; the first row of its sources names the series, the first column what is compared. */
export interface PageChart {
  kind: 'column' | 'stacked column' | 'combo' | 'line';
  title: string;
  /** Bounded ranges of the page, side by side. */
  sources: readonly string[];
  /** The cell at its upper left corner. */
  at: string;
  /** Pixels. */
  width: number;
  height: number;
  /** Values are parts of one. */
  percent?: boolean;
}

/** A verdict's colours, wherever its words stand on the page: the words stay, the colour only helps. */
export interface PageVerdicts {
  at: readonly string[];
  tones: readonly { words: readonly string[]; tone: Tone }[];
}

export type Tone = 'good' | 'careful' | 'bad';

/** How a page is known, and its name when it is set up. */
export interface PageMark extends Pick<Register, 'id' | 'name' | 'version' | 'question' | 'pack'> {
  /** Of a page that is one table from its first cell on: its columns, so that others can point at `{statementTable.month}`. */
  columns?: readonly string[];
}

/** A cell in which people choose what a page shows; what stands there stays when the page is drawn anew. */
export interface PageInput {
  help: string;
  /** The cells of the page that hold what may be chosen. */
  from: string;
}

/**
 * A computed page: texts and formulas at fixed cells, each open to inspection. People may rename it, as any tab. It is
 * plain data: the build puts it into a file beside the script, which is read only when a sheet is set up.
 */
export interface Page extends PageMark {
  /** How many of each it has room for. */
  room: Readonly<Record<string, number>>;
  /** Rows of a fresh page; what spills below adds its own. */
  rows: number;
  /** Pixels, a column each. */
  widths: readonly number[];
  /** Pixels of the rows that are higher than others. */
  heights: Readonly<Record<number, number>>;
  /** A text, or a formula as it is typed with commas; `{contributions.party}` stands for that column. */
  cells: Readonly<Record<string, string>>;
  notes: Readonly<Record<string, string>>;
  inputs?: Readonly<Record<string, PageInput>>;
  areas: readonly PageArea[];
  charts: readonly PageChart[];
  verdicts: PageVerdicts;
}

/** What only a set-up needs: pages, by id and in their sizes from the smallest up. */
export type Designs = Record<string, readonly Page[]>;

/** Reads them out of the file that carries them. */
export const readDesigns = (page: string): Designs => readDataPage(page) as Designs;

/** Where the columns of a page stand that is one table. */
export const pagePlacement = ({ id, columns = [] }: PageMark, tabName: string): Placement => ({
  tabId: id,
  tabName,
  positions: { [id]: Object.fromEntries(columns.map((key, at) => [key, at])) },
});

/** The columns that any formula points at, as `contributions.party`. */
export function columnsNamed(registers: readonly Register[], designs: Designs): Set<string> {
  const named = new Set<string>();
  const note = (address: string): string => {
    named.add(address);
    return '';
  };
  for (const table of registers.flatMap(tablesOf)) {
    for (const { formula = '' } of Object.values(table.columns)) pointing(formula, note, table.id);
  }
  for (const { cells } of Object.values(designs).flat()) {
    for (const text of Object.values(cells)) pointing(text, note);
  }
  return named;
}

/** The first size that has room; the largest where none has. */
export function sizeFor(pages: readonly Page[], needed: Page['room']): number {
  const size = pages.findIndex(({ room }) => Object.entries(room).every(([what, most]) => (needed[what] ?? 0) <= most));
  return size < 0 ? pages.length - 1 : size;
}

/** A page as it is set up: matrices that cover all of it, so that each service call covers the whole page. */
export interface PageLayout {
  cells: Cell[][];
  notes: string[][];
  styles: Style[][];
  formats: string[][];
  widths: readonly number[];
  heights: Readonly<Record<number, number>>;
  charts: readonly (Omit<PageChart, 'at'> & { row: number; column: number })[];
  /** By their cells. */
  inputs: Readonly<Record<string, PageInput>>;
  verdicts: PageVerdicts;
}

interface Corners {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Rows and columns of `A1` or `A1:C3`, 1-based. */
function cornersOf(a1: string): Corners {
  const [first = '', last = first] = a1.split(':');
  const place = (cell: string): [number, number] => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    return [Number(row), columnNumber(letters)];
  };
  const [top, left] = place(first);
  const [bottom, right] = place(last);
  return { top, left, bottom, right };
}

/**
 * The rows of all tabs that need attention, as one array below another: place, sentence, weight, since, and the tab. A tab
 * whose column shows an error takes nothing from the others.
 */
function attentionIn(places: readonly Placement[], to: Reference): string {
  const lines = places.flatMap(({ tabName, positions }) =>
    Object.entries(positions).flatMap(([table, at]) => {
      if ((at.attention ?? -1) < 0) return [];
      const [says, weight, since] = ['attention', 'attentionWeight', 'attentionSince'].map((key) =>
        to(`${table}.${key}`),
      );
      const tab = `"${tabName.replace(/"/g, '""')}"`;
      const found = `FILTER(HSTACK(${tab}&", row "&ROW(${says}),${says},${weight},${since},IF(ROW(${says}),${tab})),${says}<>"")`;
      const broken = `HSTACK(${tab},"The column Attention shows an error: choose Set up this sheet",99,0,${tab})`;
      return [`IFERROR(IFNA(${found},HSTACK("","",0,0,"")),${broken})`];
    }),
  );
  return lines.length > 0 ? lines.join(',') : 'HSTACK("","",0,0,"")';
}

/** Everything about a fresh page. */
export function layOutPage(page: Page, { places, currency }: Omit<LayoutContext, 'firstRows'>): PageLayout {
  const column = referring(places, null);
  const to: Reference = (address) => (address === 'attention' ? attentionIn(places, column) : column(address));
  const matrix = <T>(filling: T): T[][] => Array.from({ length: page.rows }, () => page.widths.map((): T => filling));
  const fill = <T>(cells: T[][], a1: string, value: T): void => {
    const { top, left, bottom, right } = cornersOf(a1);
    for (let row = top; row <= bottom; row++) cells[row - 1]!.fill(value, left - 1, right);
  };
  const cells = matrix<Cell>('');
  const notes = matrix('');
  const styles = matrix<Style>('plain');
  const formats = matrix('General');
  const written = (text: string): string => (text.startsWith('=') ? renderFormula(pointing(text, to)) : text);
  for (const [at, text] of Object.entries(page.cells)) fill(cells, at, written(text));
  for (const [at, note] of Object.entries(page.notes)) fill(notes, at, note);
  for (const { at, style, format } of page.areas) {
    if (style) fill(styles, at, style);
    if (format) fill(formats, at, formatOf({ format }, currency));
  }
  const charts = page.charts.map(({ at, ...chart }) => {
    const { top, left } = cornersOf(at);
    return { ...chart, row: top, column: left };
  });
  const { widths, heights, verdicts, inputs = {} } = page;
  return { cells, notes, styles, formats, widths, heights, charts, inputs, verdicts };
}
