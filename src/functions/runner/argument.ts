import { asShown } from '../../calc/decimal';
import { isBlank, isErrorValue, type Blank } from './cell';
import type { CellKind, Refuse } from './cell-kind';
import { ArgumentError } from './argument-error';
import { Grid, refuse, refuseArgument, toRange, type ArgumentPlace, type RawRange } from './grid';
import type { Unreadable } from './unreadable';

/** One argument of a custom function: what it is called, what it takes, how it is read. */
export interface Argument<N extends string = string, T = unknown> {
  readonly name: N;
  readonly optional: boolean;
  /** What an omitted one stands for, as a person would type it; absent where leaving it out means something else. */
  readonly byDefault?: string;
  /** Takes a range, not only a single value. */
  readonly takesRange: boolean;
  /** What is expected, in words. */
  readonly expected: string;
  /** Its type in a JSDoc comment. */
  readonly type: string;
  /** Days may stand in it. */
  readonly holdsDays: boolean;
  /**
   * The value for the calculation. Throws an ArgumentError that names the first bad place. With `unreadable`, a bad cell
   * of a range is noted there and left as it is; whoever gives it reads nothing from the rows or columns noted.
   */
  read(given: unknown, functionName: string, unreadable?: Unreadable): T;
}

/** A range of cells of one kind, or a single value for every row. */
export function range<const N extends string, T>(name: N, kind: CellKind<T>): Argument<N, Grid<T>> {
  return rangeArgument(name, kind, false, null);
}

/** A range that may be left out: its grid is then one blank cell. */
export function optionalRange<const N extends string, T>(name: N, kind: CellKind<T>): Argument<N, Grid<T>> {
  return rangeArgument(name, kind, true, null);
}

/** A range that may be left out, and whose blank cells stand for `byDefault`. */
export function rangeWithDefault<const N extends string, T extends number | string>(
  name: N,
  kind: CellKind<T>,
  byDefault: T,
): Argument<N, Grid<T, T>> {
  return { ...rangeArgument(name, kind, true, byDefault), byDefault: String(byDefault) };
}

/** One value; null where its cell is blank. */
export function single<const N extends string, T>(name: N, kind: CellKind<T>): Argument<N, T | null> {
  const argument = optional(name, kind);
  return {
    ...argument,
    optional: false,
    read(given, functionName) {
      requireGiven({ functionName, argumentName: name }, given, false, kind.expected);
      return argument.read(given, functionName);
    },
  };
}

/** One value that may be left out. */
export function optional<const N extends string, T>(name: N, kind: CellKind<T>): Argument<N, T | null> {
  return {
    name,
    optional: true,
    takesRange: false,
    expected: kind.expected,
    type: kind.type,
    holdsDays: kind.type === 'Date',
    read: (given, functionName) => readSingle({ functionName, argumentName: name }, given, kind),
  };
}

/** One value; where it is left out or blank, `byDefault`. */
export function withDefault<const N extends string, T extends number | string>(
  name: N,
  kind: CellKind<T>,
  byDefault: T,
): Argument<N, T> {
  const argument = optional(name, kind);
  return {
    ...argument,
    byDefault: String(byDefault),
    read: (given, functionName) => argument.read(given, functionName) ?? byDefault,
  };
}

function rangeArgument<N extends string, T, M>(
  name: N,
  kind: CellKind<T>,
  isOptional: boolean,
  missing: M,
): Argument<N, Grid<T, M>> {
  return {
    name,
    optional: isOptional,
    takesRange: true,
    expected: kind.expected,
    type: `${kind.type}|Array<Array<${kind.type}>>`,
    holdsDays: kind.type === 'Date',
    read(given, functionName, unreadable) {
      const place = { functionName, argumentName: name };
      requireGiven(place, given, isOptional, kind.expected);
      const raw = toRange(given);
      return new Grid(place, readCells(place, raw, kind, unreadable), raw.width, missing);
    },
  };
}

/** An argument that a formula leaves out arrives as undefined; one that names a blank cell does not. */
export function requireGiven(place: ArgumentPlace, given: unknown, isOptional: boolean, expected: string): void {
  if (given === undefined && !isOptional) refuseArgument(place, `nothing is given, where ${expected} is expected`);
}

function readSingle<T>(place: ArgumentPlace, given: unknown, kind: CellKind<T>): T | null {
  const raw = toRange(given);
  if (raw.rows.length > 1 || raw.width > 1) {
    const size = `${raw.rows.length} × ${raw.width} cells`;
    refuseArgument(place, `a range of ${size} is given, where ${kind.expected} is expected`);
  }
  const cell = readCells(place, raw, kind)[0]![0];
  return isBlank(cell) ? null : cell;
}

/** Checks every cell, and reads each number as the sheet shows it. Rows that stand as they are wanted are not copied: most ranges are large and clean. */
function readCells<T>(
  place: ArgumentPlace,
  raw: RawRange,
  kind: CellKind<T>,
  unreadable?: Unreadable,
): readonly (readonly (T | Blank)[])[] {
  const { from, to } = kind;
  let rows = raw.rows;
  for (let r = wholeRows(rows, from, to); r < raw.rows.length; r++) {
    const given = raw.rows[r]!;
    let row: unknown[] | undefined;
    for (let c = 0; c < given.length; c++) {
      const value = given[c];
      let shown = NaN;
      if (typeof value === 'number') {
        // Small whole numbers are by far the most frequent, and shown as they are.
        shown = (value | 0) === value ? value : asShown(value);
      } else if (isBlank(value)) continue;
      const read = shown >= from && shown <= to ? shown : readOrNote(place, raw, r, c, kind, unreadable);
      if (read === value) continue;
      row ??= given.slice();
      row[c] = read;
    }
    if (!row) continue;
    if (rows === raw.rows) rows = raw.rows.slice();
    (rows as (readonly unknown[])[])[r] = row;
  }
  return rows as readonly (readonly (T | Blank)[])[];
}

/** Small whole numbers lie between these. */
const SMALLEST = -(2 ** 31);
const LARGEST = 2 ** 31 - 1;

/**
 * How many rows of a range, from the first on, hold nothing but small whole numbers from here to there, which stand as they are.
 * Single values are left to the loop that reads everything: this one stays quick because it only ever meets ranges.
 */
function wholeRows(rows: readonly (readonly unknown[])[], from: number, to: number): number {
  if (rows.length === 1) return 0;
  const least = Math.max(from, SMALLEST);
  const most = Math.min(to, LARGEST);
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!;
    for (let c = 0; c < row.length; c++) {
      const value = row[c];
      if (typeof value !== 'number' || (value | 0) !== value || value < least || value > most) return r;
    }
  }
  return rows.length;
}

/** A cell's value; its own where it is bad and noted. */
function readOrNote<T>(
  place: ArgumentPlace,
  raw: RawRange,
  row: number,
  column: number,
  kind: CellKind<T>,
  unreadable?: Unreadable,
): unknown {
  if (!unreadable) return readCell(place, raw, row, column, kind);
  try {
    return readCell(place, raw, row, column, kind);
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    unreadable.rows.add(row);
    unreadable.columns.add(column);
    return raw.rows[row]![column];
  }
}

/** Apart from the loop, because a closure made in it would be paid for by every cell. */
export function readCell<T>(
  place: ArgumentPlace,
  raw: RawRange,
  row: number,
  column: number,
  kind: CellKind<T>,
): T | null {
  return readValue(raw.rows[row]![column], kind, (complaint) => refuse(place, raw, row, column, complaint));
}

/** The value of a cell that is not blank, as a kind of cell reads it. */
export function readValue<T>(given: unknown, kind: CellKind<T>, refuseCell: Refuse): T | null {
  let value = given;
  if (isErrorValue(value)) {
    refuseCell(value === 'Loading...' ? 'the cell is still loading' : `the cell holds the error ${value}`);
  }
  if (typeof value === 'number' && Number.isFinite(value)) {
    const shown = asShown(value);
    if (Number.isNaN(shown)) refuseCell(`${value} has more than 15 digits, which a sheet does not keep`);
    value = shown;
  }
  return kind.read(value, refuseCell);
}
