import type { Cell, Column } from './column';
import { currencyFormat } from './currency';
import { columnData, columnFormula, columnReference, renderFormula, sameFormula } from './formula';
import { tablesOf, type Register } from './register';
import { enteredKeys, findColumns, type Positions, type Reference, type Table } from './table';

/** What a cell may hold. It warns and explains; it never throws away what somebody typed. */
export type Validation = { help: string } & (
  | { kind: 'list'; values: readonly string[] }
  /** The values of a column, as a reference in this workbook. */
  | { kind: 'column'; reference: string }
  | { kind: 'number'; least?: { value: number; above?: boolean }; most?: number }
  | { kind: 'day' }
);

/** A tab as it is set up: everything about its cells, row by row, so that each service call covers the whole tab. */
export interface TabLayout {
  /** The heading row (texts and formulas), then the rows a fresh tab begins with. */
  cells: Cell[][];
  /** One for each column. */
  widths: number[];
  /** Notes of the heading row. */
  notes: string[];
  /** Kinds of heading: computed columns look different, gaps have none. */
  headings: ('entered' | 'computed' | 'gap')[];
  /** For each row below the heading, to the end of the tab. */
  formats: string[][];
  validations: (Validation | null)[][];
}

/** How a tab is found in this workbook: its present name and the positions of its tables' columns. */
export interface Placement {
  tabId: string;
  tabName: string;
  positions: Record<string, Positions>;
}

const GAP = { width: 30, format: 'General' };

interface Slot {
  table: Table;
  key: string;
  column: Column;
}

/** Columns of a tab from left to right, with an empty one between tables; entered columns before computed ones. */
function slotsOf(tab: Register): (Slot | null)[] {
  return tablesOf(tab).flatMap((table, index) => {
    const entered = enteredKeys(table);
    const computed = Object.keys(table.columns).filter((key) => !entered.includes(key));
    const slots = [...entered, ...computed].map((key) => ({ table, key, column: table.columns[key]! }));
    return index === 0 ? slots : [null, ...slots];
  });
}

function placementOf(tab: Register, tabName: string, positionOf: (slot: number) => number): Placement {
  const positions: Record<string, Record<string, number>> = {};
  slotsOf(tab).forEach((slot, index) => {
    if (slot) (positions[slot.table.id] ??= {})[slot.key] = positionOf(index);
  });
  return { tabId: tab.id, tabName, positions };
}

/** Where a fresh tab's columns will stand. */
export const freshPlacement = (tab: Register, tabName: string): Placement => placementOf(tab, tabName, (slot) => slot);

/** Where a standing tab's columns are, by their headings. */
export function foundPlacement(tab: Register, tabName: string, headings: readonly Cell[]): Placement {
  const positions = Object.fromEntries(
    tablesOf(tab).map((table) => [table.id, findColumns(table, headings).positions]),
  );
  return { tabId: tab.id, tabName, positions };
}

/** Where a tab's columns are after those it lacks have been put in. */
export interface Completion {
  placement: Placement;
  /** Empty columns to insert after a position of the standing tab (-1: before all), rightmost first. */
  inserts: readonly { after: number; count: number }[];
  /** For each column of a fresh tab: where it stands then, and whether it is new there. */
  slots: readonly { position: number; isNew: boolean; inNewTable: boolean }[];
}

/**
 * What a tab of an older version lacks. A new column goes after the one it follows in a fresh tab; columns that stand
 * empty there already, such as those of a migration that was cut short, are taken.
 */
export function completion(tab: Register, tabName: string, cells: readonly (readonly Cell[])[]): Completion {
  const slots = slotsOf(tab);
  const found = foundPlacement(tab, tabName, cells[0] ?? []);
  const standing = slots.map((slot) => (slot ? found.positions[slot.table.id]![slot.key]! : -1));
  // Columns that are not there, gaps among them, after the one that is.
  const runs: { after: number; slots: number[] }[] = [{ after: -1, slots: [] }];
  standing.forEach((position, slot) => {
    if (position >= 0) runs.push({ after: position, slots: [] });
    else runs[runs.length - 1]!.slots.push(slot);
  });
  const lacking = runs
    .filter((run) => run.slots.some((slot) => slots[slot]))
    .map((run) => ({ ...run, count: Math.max(0, run.slots.length - emptyColumns(cells, run.after + 1)) }));
  const shifted = (position: number): number =>
    position + lacking.reduce((sum, { after, count }) => sum + (after < position ? count : 0), 0);

  // A table is new as long as its first column is not there.
  const isNewTable = (table: Table | undefined): boolean =>
    table !== undefined && found.positions[table.id]![Object.keys(table.columns)[0]!]! < 0;
  const placed = standing.map((position) => ({ position: position < 0 ? -1 : shifted(position), isNew: false }));
  for (const { after, slots: run } of lacking) {
    run.forEach((slot, index) => (placed[slot] = { position: shifted(after) + 1 + index, isNew: true }));
  }
  return {
    placement: placementOf(tab, tabName, (slot) => placed[slot]!.position),
    inserts: lacking.filter(({ count }) => count > 0).sort((a, b) => b.after - a.after),
    slots: placed.map((place, at) => ({ ...place, inNewTable: isNewTable(slots[at]?.table) })),
  };
}

/** How many columns from a position on hold nothing at all. */
function emptyColumns(cells: readonly (readonly Cell[])[], from: number): number {
  const width = cells[0]?.length ?? 0;
  let column = from;
  while (column < width && cells.every((row) => row[column] === '')) column++;
  return column - from;
}

/** One column of a layout, as a layout of its own: with its first rows where its table is new as well. */
export function columnOf(layout: TabLayout, slot: number, withRows: boolean): TabLayout {
  const one = <T>(row: readonly T[]): T[] => [row[slot]!];
  return {
    cells: layout.cells.slice(0, withRows ? undefined : 1).map(one),
    widths: one(layout.widths),
    notes: one(layout.notes),
    headings: one(layout.headings),
    formats: layout.formats.map(one),
    validations: layout.validations.map(one),
  };
}

/** Rows that a table begins with, by table, instead of those in its definition. */
export type FirstRows = Record<string, readonly Record<string, Cell>[]>;

export interface LayoutContext {
  /** Where the tables stand that formulas and lists point to. */
  places: readonly Placement[];
  currency: string | null;
  firstRows: FirstRows;
}

/**
 * A formula whose columns are named, with the references of a workbook in their place.
 * @param tableId the table that a name without a point is a column of
 */
export const pointing = (formula: string, to: Reference, tableId?: string): string =>
  formula.replace(/\{([\w.:]+)\}/g, (_, address: string) =>
    to(tableId === undefined || address.includes('.') ? address : `${tableId}.${address}`),
  );

/** Makes references to columns, from a tab of ours or from elsewhere: `reviews.trust` is one column. */
export function referring(
  places: readonly Placement[],
  fromTab: string | null,
  written: typeof columnData = columnData,
): Reference {
  return (address) => {
    const [tableId = '', key = ''] = address.split('.');
    const place = places.find(({ positions }) => (positions[tableId]?.[key] ?? -1) >= 0);
    if (!place) throw new Error(`No column ${tableId}.${key} in any tab.`);
    return written(place.positions[tableId]![key]! + 1, place.tabId === fromTab ? undefined : place.tabName);
  };
}

/** The heading row of a tab: texts, and the formulas of computed columns. */
export function headingRow(tab: Register, places: readonly Placement[]): Cell[] {
  const to = referring(places, tab.id);
  return slotsOf(tab).map((slot): Cell => {
    if (!slot) return '';
    const { header, formula } = slot.column;
    return formula === undefined ? header : renderFormula(columnFormula(header, pointing(formula, to, slot.table.id)));
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

/** Everything about a fresh tab. */
export function layOut(tab: Register, context: LayoutContext): TabLayout {
  const { places, currency, firstRows } = context;
  const slots = slotsOf(tab);
  const address = referring(places, tab.id, columnReference);

  /** The column that describes a cell: in a table of settings each row's value has one of its own. */
  const columnAt = (slot: Slot, row: number): Column => {
    const values = slot.table.values;
    return (values?.key === slot.key ? Object.values(values.rows)[row] : undefined) ?? slot.column;
  };
  const rows = Array.from({ length: tab.rows }, (_, row) => row);
  const first = (table: Table): FirstRows[string] => firstRows[table.id] ?? table.initial ?? [];
  const firstCount = Math.max(0, ...tablesOf(tab).map((table) => first(table).length));
  return {
    cells: [
      headingRow(tab, places),
      ...rows
        .slice(0, firstCount)
        .map((row) => slots.map((slot) => (slot && first(slot.table)[row]?.[slot.key]) ?? '')),
    ],
    widths: slots.map((slot) => slot?.column.width ?? GAP.width),
    notes: slots.map((slot) => slot?.column.help ?? ''),
    headings: slots.map((slot) => (!slot ? 'gap' : slot.column.filled === 'by formula' ? 'computed' : 'entered')),
    formats: rows.map((row) => slots.map((slot) => (slot ? formatOf(columnAt(slot, row), currency) : GAP.format))),
    validations: rows.map((row) => slots.map((slot) => (slot ? validationOf(columnAt(slot, row), address) : null))),
  };
}

/** The number format as the sheet takes it. */
export const formatOf = ({ format }: Pick<Column, 'format'>, currency: string | null): string =>
  format === 'currency' ? currencyFormat(currency) : format;

function validationOf(column: Column, address: Reference): Validation | null {
  if (column.filled !== 'by people') return null;
  const { help, choices, least, most } = column;
  if (choices) {
    return 'listed' in choices
      ? { kind: 'list', help, values: choices.listed }
      : { kind: 'column', help, reference: address(`${choices.table}.${choices.column}`) };
  }
  if (column.orWords) return null;
  if (column.input === 'number' || column.input === 'rating')
    return { kind: 'number', help, ...(least && { least }), ...(most && { most }) };
  return column.input === 'day' ? { kind: 'day', help } : null;
}
