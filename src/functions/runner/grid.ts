import { ArgumentError } from './argument-error';
import { isBlank, type Blank } from './cell';

/** Where an argument stands: what its messages begin with. */
export interface ArgumentPlace {
  readonly functionName: string;
  readonly argumentName: string;
}

/** The rows of one argument as the sheet gave them, before anything is known of the cells. */
export interface RawRange {
  readonly rows: readonly (readonly unknown[])[];
  readonly width: number;
}

/**
 * A cell, a row, a column or a block as rows. A range is taken as it is; a single value becomes one row of one cell,
 * and so does each single value of a list, which a script answers to mean a column.
 */
export function toRange(given: unknown): RawRange {
  if (!Array.isArray(given) || given.length === 0) return { rows: [[Array.isArray(given) ? null : given]], width: 1 };
  const list: readonly unknown[] = given;
  let width = 1;
  for (let i = 0; i < list.length; i++) {
    const row = list[i];
    if (!Array.isArray(row))
      return toRange(Array.from(list, (row) => (Array.isArray(row) ? (row as unknown[]) : [row])));
    if (row.length > width) width = row.length;
  }
  return { rows: list as RawRange['rows'], width };
}

/** Is one value given, and not a row, a column or a block of them? */
export function isSingle(given: unknown): boolean {
  const { rows, width } = toRange(given);
  return rows.length === 1 && width === 1;
}

/** An argument's cells, each a T or blank. A grid of a single cell stands for every row and column. */
export class Grid<T, Missing = null> {
  readonly height: number;
  readonly single: boolean;
  /** Rows up to the last that is not blank. */
  readonly used: number;

  constructor(
    readonly place: ArgumentPlace,
    readonly rows: readonly (readonly (T | Blank)[])[],
    readonly width: number,
    private readonly missing: Missing,
  ) {
    this.height = rows.length;
    this.single = this.height === 1 && width === 1;
    let used = this.height;
    while (used > 0 && rows[used - 1]!.every(isBlank)) used--;
    this.used = used;
  }

  /** The cell of a row and column (from 0); what stands for a missing value where it is blank. */
  at(row: number, column = 0): T | Missing {
    const cell = this.single ? this.rows[0]![0] : this.rows[row]![column];
    return isBlank(cell) ? this.missing : cell;
  }

  /** The cells of one row. */
  row(row: number): (T | Missing)[] {
    return Array.from({ length: this.width }, (_, column) => this.at(row, column));
  }

  /** The cells row by row, without the blank rows at the end. */
  list(): (T | Missing)[] {
    const cells: (T | Missing)[] = [];
    for (let row = 0; row < this.used; row++) cells.push(...this.row(row));
    return cells;
  }

  /** Throws the error that something is wrong with the cell of a row and column (from 0). */
  refuse(row: number, column: number, complaint: string): never {
    refuse(this.place, this, row, column, complaint);
  }

  /** Throws the error that something is wrong with a whole row (from 0). */
  refuseRow(row: number, complaint: string): never {
    refuse(this.place, { rows: this.rows, width: 1 }, row, 0, complaint);
  }

  /** Throws the error that something is wrong with the argument as a whole. */
  refuseAll(complaint: string): never {
    refuseArgument(this.place, complaint);
  }
}

/** Throws an error about one argument: function, argument, complaint. */
export function refuseArgument({ functionName, argumentName }: ArgumentPlace, complaint: string): never {
  throw new ArgumentError(`${functionName}: ${argumentName}: ${complaint}`);
}

/** Throws an error about one cell of an argument, rows and columns counted as a person does. */
export function refuse(
  { functionName, argumentName }: ArgumentPlace,
  { rows, width }: RawRange,
  row: number,
  column: number,
  complaint: string,
): never {
  const where = [
    `${functionName}: ${argumentName}`,
    ...(rows.length > 1 || width > 1 ? [`row ${row + 1}`] : []),
    ...(width > 1 ? [`column ${column + 1}`] : []),
  ];
  throw new ArgumentError(`${where.join(', ')}: ${complaint}`);
}
