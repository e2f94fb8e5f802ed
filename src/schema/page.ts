import type { Cell } from './column';
import { readDataPage } from './data-page';
import { columnNumber, renderFormula, withReferences } from './formula';
import { callsOurs, orKept, sourceOf } from './kept';
import { tablesOf, type Register } from './register';
import { formatOf, pointing, referring, type LayoutContext } from './layout';
import type { Located, Placement } from './placement';
import type { Reference } from './table';

/** What a cell of a page is for; its look follows from it. */
export type Style =
  | 'input'
  | 'title'
  | 'section'
  | 'heading'
  | 'label'
  | 'term'
  | 'figure'
  | 'words'
  | 'link'
  | 'card'
  | 'text'
  | 'plain';

/** A part of a page, as `A1` or `A1:C3`, and how it looks. */
export interface PageArea {
  at: string;
  style?: Style;
  /** A number format; `currency` takes the partnership's. */
  format?: string;
}

/** A chart over cells of its page; the first row of its sources names the series, the first column what is compared. */
export interface PageChart {
  kind: 'column' | 'stacked column' | 'combo' | 'line' | 'scatter';
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
  /** Of a scatter chart: its two axes, which begin and end at the same numbers. */
  axes?: { across: string; up: string; from: number; to: number };
}

/** A chart and the cell at its upper left corner, from 1. */
export type PlacedChart = Omit<PageChart, 'at'> & { row: number; column: number };

/** A verdict's colours, wherever its words stand on the page: the words stay, the colour only helps. */
export interface PageVerdicts {
  at: readonly string[];
  tones: readonly { words: readonly string[]; tone: Tone }[];
}

export type Tone = 'good' | 'careful' | 'bad';

/** How a page is known, and its name when it is set up. */
export interface PageMark extends Pick<
  Register,
  'id' | 'name' | 'version' | 'question' | 'pack' | 'hidden' | 'chapter' | 'fits' | 'frameworks'
> {
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
  /** The page is for sheets that have these tables; of several the last one that fits is drawn. */
  needs?: readonly string[];
  /**
   * Tables that have a row for each of something that is counted when the page is drawn: the page is designed with two
   * rows for them, and grows (or shrinks by one) after these rows.
   */
  grows?: Readonly<Record<string, readonly number[]>>;
  /** Rows of a fresh page; what spills below adds its own. */
  rows: number;
  /** Rows that earlier versions may have left filled: they are drawn over. */
  formerRows?: number;
  /** Pixels, a column each. */
  widths: readonly number[];
  /** Pixels of the rows that are higher than others. */
  heights: Readonly<Record<number, number>>;
  /**
   * A text, or a formula as it is typed with commas; `{contributions.party}` stands for that column, `{link:revenue}` for
   * the link to that tab.
   */
  cells: Readonly<Record<string, string>>;
  /** Of a formula with functions of ours that fills more than its cell: what it may fill, such as `A9:G15` or `A1:H`. */
  kept?: Readonly<Record<string, string>>;
  notes: Readonly<Record<string, string>>;
  inputs?: Readonly<Record<string, PageInput>>;
  /** Cells or ranges that have a name in the whole file, by it: formulas of other files point at them. */
  names?: Readonly<Record<string, string>>;
  /** Ranges whose rows are one cell each from their first column to their last. */
  merged?: readonly string[];
  areas: readonly PageArea[];
  charts: readonly PageChart[];
  verdicts: PageVerdicts;
}

/** What only a set-up needs: pages by id; of several the last one whose tables are there is the one. */
export type Designs = Record<string, readonly Page[]>;

/** Reads them out of the file that carries them. */
export const readDesigns = (page: string): Designs => readDataPage(page) as Designs;

/** Where the columns of a page stand that is one table. */
export const pagePlacement = ({ id, columns = [] }: PageMark, { name, gid }: Located): Placement => ({
  tabId: id,
  tabName: name,
  gid,
  positions: { [id]: Object.fromEntries(columns.map((key, at) => [key, at])) },
});

/** The columns that any formula points at, as `contributions.party`. */
export function columnsNamed(registers: readonly Register[], designs: Designs): Set<string> {
  // What every formula with a function of ours falls back to.
  const named = new Set<string>(['source', 'row', 'number', 'text'].map((key) => `kept.${key}`));
  const note = (address: string): string => {
    named.add(address.replace('?', ''));
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

/** How many of each a page may be asked to show. */
export type Needed = Readonly<Record<string, number>>;

const MOST = 900;

/**
 * The size that a page is drawn in, as one number: which of its designs, and how many rows its growing tables have, three
 * digits each.
 * @param has whether a table is in the sheet
 */
export function sizeFor(designs: readonly Page[], needed: Needed, has: (tableId: string) => boolean): number {
  const which = designs.map(({ needs = [] }) => needs.every(has)).lastIndexOf(true);
  const counts = Object.keys(designs[0]!.grows ?? {}).map((what) => Math.min(MOST, Math.max(1, needed[what] ?? 1)));
  return [Math.max(0, which), ...counts].reduce((size, count) => size * 1_000 + count, 0);
}

/** The page of a size. */
export function pageOfSize(designs: readonly Page[], size: number): Page {
  const kinds = Object.keys(designs[0]!.grows ?? {});
  const digits = [...kinds, 'which'].map((_, at) => Math.floor(size / 1_000 ** at) % 1_000);
  const counts = Object.fromEntries([...kinds].reverse().map((what, at) => [what, digits[at]!]));
  return grown(designs[digits[kinds.length]!] ?? designs[0]!, counts);
}

/** A page with as many rows in its growing tables as are needed; whatever stands below moves. */
function grown(page: Page, counts: Needed): Page {
  const points = Object.entries(page.grows ?? {}).flatMap(([what, rows]) =>
    rows.map((after) => ({ after, more: (counts[what] || 2) - 2 })),
  );
  if (points.every(({ more }) => more === 0)) return page;
  const rowOf = (row: number): number =>
    row + points.reduce((sum, { after, more }) => sum + (row > after ? more : 0), 0);
  const moved = (formula: string): string => withReferences(formula, (letters) => letters, rowOf);
  const entries = <T>(of: Readonly<Record<string, T>>, value: (one: T) => T = (one) => one): Record<string, T> =>
    Object.fromEntries(Object.entries(of).map(([at, one]) => [moved(at), value(one)]));
  return {
    ...page,
    rows: rowOf(page.rows),
    heights: Object.fromEntries([
      ...Object.entries(page.heights).map(([row, height]) => [rowOf(Number(row)), height]),
      // A new row is as high as the one it follows.
      ...points.flatMap(({ after, more }) =>
        page.heights[after] === undefined
          ? []
          : Array.from({ length: Math.max(0, more) }, (_, at) => [rowOf(after) + 1 + at, page.heights[after]]),
      ),
    ]) as Page['heights'],
    cells: entries(page.cells, (text) => (text.startsWith('=') ? moved(text) : text)),
    ...(page.kept && { kept: entries(page.kept, moved) }),
    notes: entries(page.notes),
    areas: page.areas.map((area) => ({ ...area, at: moved(area.at) })),
    merged: (page.merged ?? []).map(moved),
    ...(page.names && { names: mapped(page.names, moved) }),
    charts: page.charts.map((chart) => ({ ...chart, at: moved(chart.at), sources: chart.sources.map(moved) })),
    verdicts: { ...page.verdicts, at: page.verdicts.at.map(moved) },
    ...(page.inputs && {
      inputs: entries(page.inputs, ({ help, from }) => ({ help, from: moved(from) })),
    }),
  };
}

const mapped = (of: Readonly<Record<string, string>>, to: (one: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(of).map(([key, one]) => [key, to(one)]));

/** A page as it is set up: matrices that cover all of it, so that each service call covers the whole page. */
export interface PageLayout {
  cells: Cell[][];
  notes: string[][];
  styles: Style[][];
  formats: string[][];
  widths: readonly number[];
  heights: Readonly<Record<number, number>>;
  charts: readonly PlacedChart[];
  merged: readonly string[];
  /** Ranges by their names in the whole file. */
  names?: Readonly<Record<string, string>>;
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

/** Rows and columns of `A1`, `A1:C3` or, to the end of the tab, `A1:C`; 1-based. */
export function cornersOf(a1: string): Corners {
  const [first = '', last = first] = a1.split(':');
  const place = (cell: string): [number, number] => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d*)$/.exec(cell) ?? [];
    return [row === '' ? Infinity : Number(row), columnNumber(letters)];
  };
  const [top, left] = place(first);
  const [bottom, right] = place(last);
  return { top, left, bottom, right };
}

/** Where a click leads: a tab, or rows of it; a text in a formula. */
const linkTo = (gid: number): string => `"#gid=${gid}"`;

/**
 * The rows of all tabs that need attention, as one array below another: the tab, sentence, weight, since, the row (0 for the
 * tab as a whole), and the link to the tab. A tab whose column shows an error takes nothing from the others.
 */
function attentionIn(places: readonly Placement[], to: Reference): string {
  const lines = places.flatMap(({ tabName, gid, positions }) =>
    Object.entries(positions).flatMap(([table, at]) => {
      if ((at.attention ?? -1) < 0) return [];
      const [says, weight, since] = ['attention', 'attentionWeight', 'attentionSince'].map((key) =>
        to(`${table}.${key}`),
      );
      const tab = `"${tabName.replace(/"/g, '""')}"`;
      const found = `FILTER(HSTACK(${says},${weight},${since},ROW(${says})),${says}<>"")`;
      const broken = `HSTACK("The column Attention shows an error: choose Set up this sheet",99,0,0)`;
      return [
        `LET(found,IFERROR(IFNA(${found},HSTACK("",0,0,0)),${broken}),rowAt,CHOOSECOLS(found,4),` +
          `HSTACK(IF(rowAt>=0,${tab}),found,IF(rowAt>=0,${linkTo(gid)})))`,
      ];
    }),
  );
  return lines.length > 0 ? lines.join(',') : 'HSTACK("","",0,0,0,"")';
}

/** What pages are laid out in: `gids` are the tabs' numbers in links, by their ids. */
export type PageContext = Omit<LayoutContext, 'firstRows'> & { gids: Readonly<Record<string, number>> };

/**
 * Everything about a fresh page. Besides columns its formulas may name `{attention}`, the lines of all tabs that need it,
 * and `{link:settings}`, the link to a tab.
 * @param drawnRows rows that it had when it was last drawn: what it does not fill any more is emptied
 */
export function layOutPage(page: Page, { places, currency, gids }: PageContext, drawnRows = 0): PageLayout {
  const column = referring(places, null);
  const to: Reference = (address) => {
    const [, tab] = /^link:(.*)$/.exec(address) ?? [];
    if (tab !== undefined) return linkTo(gids[tab] ?? 0);
    return address === 'attention' ? attentionIn(places, column) : column(address);
  };
  const matrix = <T>(filling: T): T[][] =>
    Array.from({ length: Math.max(page.rows, drawnRows) }, () => page.widths.map((): T => filling));
  const fill = <T>(cells: T[][], a1: string, value: T): void => {
    const { top, left, bottom, right } = cornersOf(a1);
    for (let row = top; row <= bottom; row++) cells[row - 1]!.fill(value, left - 1, right);
  };
  const cells = matrix<Cell>('');
  const notes = matrix('');
  const styles = matrix<Style>('plain');
  const formats = matrix('General');
  const orKeptAt = (at: string, text: string): string => {
    if (!callsOurs(text)) return text;
    const area = page.kept?.[at];
    const { left, right } = cornersOf(area ?? at);
    return `=${orKept(text.slice(1), sourceOf(page.id, at), area === undefined ? null : right - left + 1)}`;
  };
  const written = (at: string, text: string): string =>
    text.startsWith('=') ? renderFormula(pointing(orKeptAt(at, text), to)) : text;
  for (const [at, text] of Object.entries(page.cells)) fill(cells, at, written(at, text));
  for (const [at, note] of Object.entries(page.notes)) fill(notes, at, note);
  for (const { at, style, format } of page.areas) {
    if (style) fill(styles, at, style);
    if (format) fill(formats, at, formatOf({ format }, currency));
  }
  const charts = page.charts.map(({ at, ...chart }) => {
    const { top, left } = cornersOf(at);
    return { ...chart, row: top, column: left };
  });
  const { widths, heights, verdicts, merged = [], inputs = {}, names = {} } = page;
  return { cells, notes, styles, formats, widths, heights, charts, merged, names, inputs, verdicts };
}
