import { nameKey } from '../../calc/name';
import { REGISTERS } from '../../registers';
import { AUTOMATIC, countingOf, PLAIN_NUMBER, type Cell, type Column } from '../../schema/column';
import { columnLetters } from '../../schema/formula';
import type { Field } from '../../schema/form';
import { isPercentUnit, PERCENT_FORMAT, RATE_FORMAT } from '../../schema/percent';
import type { EntryRegister, Register } from '../../schema/register';
import { findColumns, type Positions } from '../../schema/table';
import type { ReadyTabs } from '../tabs';
import type { WorkbookTab } from '../workbook';
import { besideChoices, rowOfChoice } from './choices';
import { readWhenAsked, type CellsOf } from '../cells-of';

/** What the number of a column is counted in; blank where no column says so. */
export const unitIn =
  ({ columns }: EntryRegister, valueOf: (key: string) => Cell, cellsOf: CellsOf) =>
  ({ column: of }: Pick<Field, 'column'>): Cell => {
    const counting = countingOf(of);
    if (!counting) return '';
    const { column, beside, units } = counting;
    if (units) return units[nameKey(String(valueOf(column)))] ?? '';
    if (beside === undefined) return valueOf(column);
    return (rowOfChoice(columns[beside]!, valueOf(beside), cellsOf)?.[column] as Cell | null | undefined) ?? '';
  };

/** Of a field whose unit stands beside a choice: the unit of each choice. */
export const unitsOfChoices =
  ({ columns }: EntryRegister, cellsOf: CellsOf) =>
  ({ column: of }: Pick<Field, 'column'>): Readonly<Record<string, string>> | null => {
    const { column, beside, units = null } = countingOf(of) ?? {};
    if (column === undefined || beside === undefined) return units;
    return Object.fromEntries(
      besideChoices(columns[beside]!, column, cellsOf).map(([name, unit]) => [name, String(unit)]),
    );
  };

/** Columns that decide what numbers are counted in. */
export const countingColumns = ({ columns }: Register): string[] =>
  countedColumns({ columns }).map(([, { countedIn }]) => countedIn!.beside ?? countedIn!.column);

/** Those whose cells are shown in their unit. */
const countedColumns = ({ columns }: Pick<Register, 'columns'>): [key: string, column: Column][] =>
  Object.entries(columns).filter(([, { countedIn }]) => countedIn !== undefined);

/** How the numbers of a column are shown where they are percentages, and where they are not. */
const formatsOf = ({ countedIn }: Column): { percent: string; other: string } =>
  countedIn?.units ? { percent: RATE_FORMAT, other: AUTOMATIC } : { percent: PERCENT_FORMAT, other: PLAIN_NUMBER };

/**
 * Shows the numbers of a row that was just written in the unit that they are counted in: as percentages, or as plain
 * numbers. A write a format.
 */
export function showInUnit(
  tab: WorkbookTab,
  register: EntryRegister,
  positions: Positions,
  row: number,
  unitOf: (field: { column: Column }) => Cell,
): void {
  const formats = new Map<string, string[]>();
  for (const [key, column] of countedColumns(register)) {
    if (positions[key]! < 0) continue;
    const { percent, other } = formatsOf(column);
    const format = isPercentUnit(unitOf({ column })) ? percent : other;
    formats.set(format, [...(formats.get(format) ?? []), `${columnLetters(positions[key]! + 1)}${row}`]);
  }
  for (const [format, cells] of formats) tab.format(cells, format);
}

/** The registers that hold numbers whose unit stands beside them; those that name their units themselves come first. */
const COUNTED: readonly Register[] = REGISTERS.filter((register) => countingColumns(register).length > 0);

/** Whether a register's form writes such numbers. */
export const isCounted = (register: Register): boolean => COUNTED.includes(register);

/**
 * Shows the numbers that people have typed into cells in the unit that they are counted in. Two reads for the KPIs, and two
 * for what is counted in their units where one of these is a percentage; a write a format where something is to be shown
 * in another way.
 * @param of only this register and those that are counted as it is
 */
export function takeUnits(tab: ReadyTabs, of?: Register): void {
  const cellsOf = readWhenAsked((id) => tab(id).read());
  for (const register of COUNTED) {
    if (!tab.has(register) || (of && hasFixedUnits(of) !== hasFixedUnits(register))) continue;
    const places = percentPlaces(register, cellsOf);
    if (places) showPlaces(tab(register), places);
  }
}

const hasFixedUnits = (register: Register): boolean =>
  countedColumns(register).some(([, { countedIn }]) => countedIn!.units !== undefined);

/** Positions of counted columns, and by row whether its number is a percentage. */
type Places = readonly { position: number; column: Column; isPercent: readonly boolean[] }[];

/** Null where nothing of the register can be a percentage. */
function percentPlaces(register: Register, cellsOf: CellsOf): Places | null {
  const counted = countedColumns(register);
  const units = counted.map(([, { countedIn }]) => unitsBeside(register, countedIn!, cellsOf));
  if (units.every((known) => known !== null && known.size === 0)) return null;
  const cells = cellsOf(register.id);
  const { positions } = findColumns(register, cells[0] ?? []);
  const places = counted.map(([key, column], at) => {
    const { countedIn } = column;
    const by = positions[countedIn!.beside ?? countedIn!.column]!;
    const isPercent = (cell: Cell = ''): boolean => units[at]?.has(nameKey(String(cell))) ?? isPercentUnit(cell);
    return { position: positions[key]!, column, isPercent: cells.map((line) => isPercent(line[by])) };
  });
  return places.filter(({ position }) => position >= 0);
}

/** The choices whose unit is a percentage; null where the unit stands in the row itself. */
function unitsBeside(
  { columns }: Register,
  { column, beside, units: fixed }: NonNullable<Column['countedIn']>,
  cellsOf: CellsOf,
): ReadonlySet<string> | null {
  if (fixed) return new Set(Object.keys(fixed).filter((name) => isPercentUnit(fixed[name])));
  if (beside === undefined) return null;
  const units = besideChoices(columns[beside]!, column, cellsOf);
  return new Set(units.flatMap(([name, unit]) => (isPercentUnit(unit as Cell) ? [nameKey(name)] : [])));
}

/** Blank cells of a column, by row from 0. */
export type BlankCells = readonly { key: string; isBlank: readonly boolean[] }[];

/**
 * Where a tab of an older version gives blank cells a format, in columns whose numbers bring their own look along now:
 * `45%` would lose its sign there, and 1:30 be a part of a day. What is filled stays as it is. One read, where there are such columns.
 */
export function formatted(register: Register, tab: WorkbookTab, cells: readonly (readonly Cell[])[]): BlankCells {
  const { positions } = findColumns(register, cells[0] ?? []);
  const counted = Object.entries(register.columns).filter(
    ([key, { format, countedIn, hours }]) => format === AUTOMATIC && (countedIn ?? hours) && positions[key]! >= 0,
  );
  if (counted.length === 0) return [];
  const columns = counted.map(([key]) => positions[key]! + 1);
  const formats = tab.formatsIn(Math.min(...columns), Math.max(...columns));
  return counted.map(([key]) => {
    const at = positions[key]!;
    const format = (row: number): string => formats[row]?.[at + 1 - Math.min(...columns)] ?? '';
    return { key, isBlank: cells.map((line, row) => row > 0 && line[at] === '' && format(row) === PLAIN_NUMBER) };
  });
}

/** Takes the format from these cells. At most one write. */
export function leaveUnformatted(tab: WorkbookTab, positions: Positions, blank: BlankCells): void {
  const ranges = blank.flatMap(({ key, isBlank }) => runs(isBlank, columnLetters(positions[key]! + 1)));
  if (ranges.length > 0) tab.format(ranges, AUTOMATIC);
}

function showPlaces(tab: WorkbookTab, places: Places): void {
  const columns = places.map(({ position }) => position + 1);
  if (columns.length === 0) return;
  const first = Math.min(...columns);
  const formats = tab.formatsIn(first, Math.max(...columns));
  const wanted: Record<string, string[]> = {};
  for (const { position, column: of, isPercent } of places) {
    const column = position + 1;
    const { percent, other } = formatsOf(of);
    const standing = (row: number): string => formats[row]?.[column - first] ?? '';
    // A percentage that people have chosen themselves is one however it is shown; ours goes with its unit.
    const lacks = isPercent.map((is, row) => row > 0 && is && !standing(row).endsWith('%'));
    const keeps = isPercent.map((is, row) => row > 0 && !is && standing(row) === percent);
    (wanted[percent] ??= []).push(...runs(lacks, columnLetters(column)));
    (wanted[other] ??= []).push(...runs(keeps, columnLetters(column)));
  }
  for (const [format, ranges] of Object.entries(wanted)) if (ranges.length > 0) tab.format(ranges, format);
}

/** Rows that follow one another as ranges of a column. */
function runs(rows: readonly boolean[], letters: string): string[] {
  const ranges: string[] = [];
  for (let row = 0; row < rows.length; row++) {
    if (!rows[row]) continue;
    const start = row;
    while (rows[row + 1]) row++;
    ranges.push(`${letters}${start + 1}:${letters}${row + 1}`);
  }
  return ranges;
}
