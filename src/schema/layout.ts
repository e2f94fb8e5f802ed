import { AUTOMATIC, type Cell, type Column } from './column';
import { evened } from './column-widths';
import { currencyFormat } from './currency';
import { columnData, columnFormula, columnLetters, columnReference, renderFormula, sameFormula } from './formula';
import { callsOurs, orKeptByName, sourceOf } from './kept';
import type { PlacedChart } from './page';
import { slotsOf, type Placement, type Slot } from './placement';
import { tablesOf, type Register, type RegisterChart } from './register';
import { isFolded, type Reference, type Table } from './table';

/** What a cell may hold. It warns and explains; it never throws away what somebody typed. */
export type Validation = { help: string } & (
  | { kind: 'list'; values: readonly string[] }
  /** The values of a column, as a reference in this workbook. */
  | { kind: 'column'; reference: string }
  | { kind: 'number'; least?: { value: number; above?: boolean }; most?: number }
  | { kind: 'day' }
);

/** What stands in a column of this workbook. */
export type ColumnList = Extract<Validation, { kind: 'column' }>;

/** A tab as it is set up: everything about its cells, row by row, so that each service call covers the whole tab. */
export interface TabLayout {
  /** The heading row (texts and formulas), then the rows a fresh tab begins with. */
  cells: Cell[][];
  /** One for each column. */
  widths: readonly number[];
  /** Of the heading row, in pixels: as high as its longest heading needs. */
  headingHeight: number;
  /** Notes of the heading row. */
  notes: string[];
  /** Kinds of heading: computed columns look different, gaps have none. */
  headings: ('entered' | 'computed' | 'gap')[];
  /** Which columns are folded away in a group. */
  folded: boolean[];
  /** Which columns show their texts on several lines. */
  wraps: boolean[];
  /** For each row below the heading, to the end of the tab. */
  formats: string[][];
  validations: (Validation | null)[][];
  charts: readonly PlacedChart[];
}

/** How many writes a tab of every sheet takes at most, and of them its widths; the others but for what repeats; and a protection. */
const WRITES = { most: 40, widths: 7, others: 21, protection: 3 };

/** How many writes are left for the widths of a tab. A tab of a pack shares what its pack may take. */
function writesForWidths(tab: Register, slots: readonly (Slot | null)[]): number {
  if (tab.pack !== undefined) return WRITES.widths;
  const runs = (are: readonly boolean[]): number => are.filter((is, at) => is && !are[at - 1]).length;
  const isComputed = (slot: Slot | null | undefined): boolean => slot?.column.filled === 'by formula';
  // A protection goes on over an empty column between two that are computed.
  const guarded = runs(slots.map((slot, at) => (slot ? isComputed(slot) : isComputed(slots[at + 1]))));
  const groups = runs(slots.map((slot) => slot !== null && isFolded(slot.column)));
  const others = WRITES.others + WRITES.protection * guarded + groups + (tab.charts?.length ?? 0);
  return Math.min(WRITES.widths, WRITES.most - others);
}

/** How much less it matters of a column that it is in sight than of the one before it. */
const FURTHER = 0.7;

/** How much it matters of each column that it is in sight: nothing of those that are folded away. */
function inSight(folded: readonly boolean[]): number[] {
  let weight = 1;
  return folded.map((is) => (is ? 0 : (weight *= FURTHER)));
}

/** Pixels of the empty column between tables. */
const GAP = 30;

/** One column of a layout, as a layout of its own: with its first rows where its table is new as well. */
export function columnOf(layout: TabLayout, slot: number, withRows: boolean): TabLayout {
  const one = <T>(row: readonly T[]): T[] => [row[slot]!];
  return {
    cells: layout.cells.slice(0, withRows ? undefined : 1).map(one),
    widths: one(layout.widths),
    headingHeight: layout.headingHeight,
    notes: one(layout.notes),
    headings: one(layout.headings),
    folded: [false],
    wraps: one(layout.wraps),
    formats: layout.formats.map(one),
    validations: layout.validations.map(one),
    charts: [],
  };
}

/** Rows that a table begins with, by table, instead of those in its definition. */
export type FirstRows = Record<string, readonly Record<string, Cell>[]>;

export interface LayoutContext {
  /** Where the tables stand that formulas and lists point to. */
  places: readonly Placement[];
  currency: string | null;
  firstRows: FirstRows;
  /** What stands in the column of a table that choices are taken from. */
  choicesIn?: (table: string, column: string) => readonly Cell[];
}

/**
 * A formula whose columns are named, with the references of a workbook in their place.
 * @param tableId the table that a name without a point is a column of
 */
export const pointing = (formula: string, to: Reference, tableId?: string): string =>
  formula.replace(/\{([\w.:]+\??)\}/g, (_, address: string) =>
    to(tableId === undefined || address.includes('.') ? address : `${tableId}.${address}`),
  );

/** A formula points at a column that its tab does not have. */
export class NoSuchColumn extends Error {
  constructor(tableId: string, key: string) {
    super(`No column ${tableId}.${key} in any tab.`);
    this.name = 'NoSuchColumn';
  }
}

/** What a column of a page is that this sheet does not have: formulas say with IFNA or IFERROR what they answer then. */
const NOT_THERE = 'NA()';

/**
 * Makes references to columns, from a tab of ours or from elsewhere: `reviews.trust` is one column. A table of a page that
 * this sheet does not have answers #N/A; as `items.due?` it answers one blank. `items.?` says whether the table is there,
 * and `items.:tab` the name of its tab.
 * @throws NoSuchColumn for a column that a table does not have
 */
export function referring(
  places: readonly Placement[],
  fromTab: string | null,
  written: typeof columnData = columnData,
): Reference {
  return (address) => {
    const isOptional = address.endsWith('?');
    const [tableId = '', key = ''] = address.replace('?', '').split('.');
    const tab = places.find(({ positions }) => positions[tableId]);
    const isThere = tab !== undefined;
    if (key === ':tab') return `"${(tab?.tabName ?? '').replace(/"/g, '""')}"`;
    if (isOptional && key === '') return String(isThere).toUpperCase();
    if (isOptional && !isThere) return '""';
    const place = places.find(({ positions }) => (positions[tableId]?.[key] ?? -1) >= 0);
    if (!place) {
      if (isThere) throw new NoSuchColumn(tableId, key);
      return NOT_THERE;
    }
    return written(place.positions[tableId]![key]! + 1, place.tabId === fromTab ? undefined : place.tabName);
  };
}

/** The heading row of a tab: texts, and the formulas of computed columns. */
export function headingRow(tab: Register, places: readonly Placement[]): Cell[] {
  const to = referring(places, tab.id);
  return slotsOf(tab).map((slot): Cell => {
    if (!slot) return '';
    const { header, formula } = slot.column;
    if (formula === undefined) return header;
    const name = slot.table.id === tab.id ? tab.named?.column : slot.table.knownBy;
    const isKept = name !== undefined && callsOurs(formula);
    const body = isKept ? orKeptByName(formula, sourceOf(slot.table.id, slot.key), name) : formula;
    return renderFormula(columnFormula(header, pointing(body, to, slot.table.id)));
  });
}

/** The columns of a tab that are there, from 1, with the headings that they are known by. */
export const columnsToMark = (
  tab: Register,
  { positions }: Placement,
): { column: number; heading: string; computed: boolean; guarded: boolean }[] =>
  tablesOf(tab).flatMap(({ id, columns }) =>
    Object.entries(columns).flatMap(([key, { header, filled }]) => {
      const position = positions[id]?.[key] ?? -1;
      const computed = filled === 'by formula';
      return position < 0
        ? []
        : [{ column: position + 1, heading: header, computed, guarded: computed || tab.guarded === true }];
    }),
  );

/** The columns of a tab that are there and nobody needs to look at, from 1. */
export const columnsToFold = (tab: Register, { positions }: Placement): number[] =>
  tablesOf(tab).flatMap(({ id, columns }) =>
    Object.entries(columns).flatMap(([key, column]) => {
      const position = positions[id]?.[key] ?? -1;
      return position >= 0 && isFolded(column) ? [position + 1] : [];
    }),
  );

/** Formulas that a tab's heading row should have, by 1-based column, where the ones that stand there differ. */
export function wrongHeadings(
  tab: Register,
  place: Placement,
  standing: readonly string[],
  places: readonly Placement[],
): { column: number; formula: string }[] {
  const headings = headingRow(tab, places);
  return slotsOf(tab).flatMap((slot, index) => {
    const formula = String(headings[index]);
    const position = slot ? place.positions[slot.table.id]![slot.key]! : -1;
    const isRight = position < 0 || !formula.startsWith('=') || sameFormula(standing[position] ?? '', formula);
    return isRight ? [] : [{ column: position + 1, formula }];
  });
}

/** The columns of a tab whose choices stand in a column of this workbook: 1-based positions, with the rule that each should have. */
export function listsOf(
  tab: Register,
  place: Placement,
  places: readonly Placement[],
): { column: number; validation: ColumnList }[] {
  const address = referring(places, tab.id, columnReference);
  return slotsOf(tab).flatMap((slot) => {
    const validation = slot && validationOf(slot.column, address);
    const position = slot ? place.positions[slot.table.id]![slot.key]! : -1;
    return validation?.kind === 'column' && position >= 0 ? [{ column: position + 1, validation }] : [];
  });
}

/** Everything about a fresh tab. */
export function layOut(tab: Register, context: LayoutContext): TabLayout {
  const { places, currency, firstRows } = context;
  const slots = slotsOf(tab);
  const address = referring(places, tab.id, columnReference);

  /** The column that describes a cell: in a table of settings each row's value has one of its own. */
  const columnAt = ({ table: { values }, key, column }: Slot, row: number): Column => {
    const own = values?.keys.includes(key) ? Object.values(values.rows)[row] : undefined;
    return own ? { ...own, filled: column.filled } : column;
  };
  const rows = Array.from({ length: tab.rows }, (_, row) => row);
  const first = (table: Table): FirstRows[string] => firstRows[table.id] ?? table.initial ?? [];
  const folded = slots.map((slot) => slot !== null && isFolded(slot.column));
  const widths = evened(
    slots.map((slot) => {
      if (!slot) return GAP;
      return isFolded(slot.column) && !slot.column.untilWanted ? null : widthOf(slot.column, context);
    }),
    writesForWidths(tab, slots),
    inSight(folded),
  );
  const firstCount = Math.max(0, ...tablesOf(tab).map((table) => first(table).length));
  return {
    cells: [
      headingRow(tab, places),
      ...rows
        .slice(0, firstCount)
        .map((row) => slots.map((slot) => (slot && first(slot.table)[row]?.[slot.key]) ?? '')),
    ],
    widths,
    headingHeight: headingHeight(
      slots.flatMap((slot, at) => (slot && !folded[at] ? { header: slot.column.header, width: widths[at]! } : [])),
    ),
    notes: slots.map((slot) => slot?.column.help ?? ''),
    headings: slots.map((slot) => (!slot ? 'gap' : slot.column.filled === 'by formula' ? 'computed' : 'entered')),
    folded,
    wraps: slots.map((slot) => slot?.column.wraps === true),
    formats: rows.map((row) => slots.map((slot) => (slot ? formatOf(columnAt(slot, row), currency) : AUTOMATIC))),
    validations: rows.map((row) => slots.map((slot) => (slot ? validationOf(columnAt(slot, row), address) : null))),
    charts: chartsOf(tab),
  };
}

/** What a letter of a chip takes, and what stands around it: its arrow, and the rims of chip and cell. In pixels. */
const CHIP = { letter: 8, around: 46, most: 290 };

/** About what a letter and a line of a heading take, and the room around them, in pixels. */
const [LETTER, LINE, AROUND] = [9, 17, 10];

/** As wide as a column wants to be, as the longest word of its heading needs, and as the longest of its choices. */
function widthOf({ header, width, choices, filled }: Column, { choicesIn }: LayoutContext): number {
  const longest = (texts: readonly unknown[]): number => Math.max(0, ...texts.map((text) => String(text).length));
  const least = Math.max(width, LETTER * longest(header.split(/[ -]/)) + AROUND);
  if (!choices || filled !== 'by people') return least;
  const texts = 'listed' in choices ? choices.listed : (choicesIn?.(choices.table, choices.column) ?? []);
  return Math.max(least, Math.min(CHIP.most, CHIP.letter * longest(texts) + CHIP.around));
}

/** How high the heading row must be for no heading in sight to be cut. */
function headingHeight(columns: readonly Pick<Column, 'header' | 'width'>[]): number {
  const lines = columns.map(({ header, width }) => {
    const room = Math.max(1, Math.floor((width - AROUND) / LETTER));
    let [count, used] = [1, 0];
    for (const { length } of header.split(' ')) {
      if (used > 0 && used + 1 + length > room) [count, used] = [count + 1, 0];
      // A word that is longer than the column is broken.
      count += Math.ceil(length / room) - 1;
      used += (used > 0 ? 1 : 0) + length;
    }
    return count;
  });
  return AROUND + LINE * Math.max(1, ...lines);
}

/**
 * The charts of a tab.
 * @param columnAt the 1-based column of a slot, in a tab where people may have moved columns
 */
export function chartsOf(tab: Register, columnAt: (slot: number) => number = (slot) => slot + 1): PlacedChart[] {
  const slots = slotsOf(tab);
  return (tab.charts ?? []).map((chart) => chartOf(tab, chart, slots, columnAt));
}

/** A chart over the columns of a fresh tab, as far down as it has rows. */
function chartOf(
  tab: Register,
  { kind, title, columns, axes, rows = tab.rows, under, width, height }: RegisterChart,
  slots: readonly (Slot | null)[],
  columnAt: (slot: number) => number,
): PlacedChart {
  const standing = (tableId: string, key?: string): number =>
    slots.findIndex((slot) => slot?.table.id === tableId && (key === undefined || slot.key === key));
  const shown = columns.map((address) => {
    const [table = '', key] = address.includes('.') ? address.split('.') : [tab.id, address];
    return standing(table, key);
  });
  const [across, up] = shown.map((slot) => slots[slot]!.column.header) as [string, string];
  return {
    ...{ kind, title, width, height },
    sources: shown.map((slot) => columnLetters(columnAt(slot))).map((letters) => `${letters}1:${letters}${rows + 1}`),
    ...(axes && { axes: { across, up, ...axes } }),
    row: under.row + 1,
    column: columnAt(standing(under.table)),
  };
}

/** The number format as the sheet takes it. */
export const formatOf = ({ format }: Pick<Column, 'format'>, currency: string | null): string =>
  format === 'currency' ? currencyFormat(currency) : format;

function validationOf(column: Column, address: Reference): Validation | null {
  if (column.filled !== 'by people') return null;
  const { help, choices, least, most } = column;
  if (choices) {
    if ('listed' in choices) return { kind: 'list', help, values: choices.listed };
    const reference = address(`${choices.table}.${choices.column}`);
    return reference === NOT_THERE ? null : { kind: 'column', help, reference };
  }
  if (column.orWords) return null;
  if (column.input === 'number' || column.input === 'rating')
    return { kind: 'number', help, ...(least && { least }), ...(most && { most }) };
  return column.input === 'day' ? { kind: 'day', help } : null;
}
