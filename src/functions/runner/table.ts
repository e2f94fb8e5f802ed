import { readCell, requireGiven, type Argument } from './argument';
import { isBlank, isErrorValue } from './cell';
import type { CellKind } from './cell-kind';
import { refuse, refuseArgument, toRange, type ArgumentPlace, type RawRange } from './grid';

/** Digits of any script, and what else is a number: ½, ², Ⅳ. */
const DIGIT = /\p{N}/u;
const LETTER = /\p{L}/u;

/** The cells of an argument that is one table, its columns of different kinds. */
export class Table {
  /** The rows (from 0) that are not blank. */
  readonly rows: number[];

  constructor(
    private readonly place: ArgumentPlace,
    readonly range: RawRange,
  ) {
    this.rows = [];
    for (let i = 0; i < range.rows.length; i++) if (!range.rows[i]!.every(isBlank)) this.rows.push(i);
  }

  /**
   * Takes the first row off where it is a heading: where it has nothing but text, and in the columns of numbers at
   * least one and none with a digit. Text with a digit there is a number by mistake, an error arrives as text too, and a
   * row of dashes says that something is missing: all are to be named, not skipped.
   */
  skipHeading(numberColumns: readonly number[]): void {
    const first = this.range.rows[this.rows[0]!];
    if (!first?.every((cell) => isBlank(cell) || (typeof cell === 'string' && !isErrorValue(cell)))) return;
    if (!first.some((cell) => LETTER.test(String(cell ?? '')))) return;
    const titles = numberColumns.map((column) => first[column]).filter((cell) => !isBlank(cell));
    if (titles.length > 0 && !titles.some((title) => DIGIT.test(title as string))) this.rows.shift();
  }

  /** A cell; null where it is blank. */
  at<T>(row: number, column: number, kind: CellKind<T>): T | null {
    return isBlank(this.range.rows[row]![column]) ? null : readCell(this.place, this.range, row, column, kind);
  }

  /** A cell that must not be blank. */
  required<T>(row: number, column: number, kind: CellKind<T>): T {
    return this.at(row, column, kind) ?? this.refuse(row, column, `blank, where ${kind.expected} is expected`);
  }

  /** Throws the error that something is wrong with a cell. */
  refuse(row: number, column: number, complaint: string): never {
    refuse(this.place, this.range, row, column, complaint);
  }

  /** Throws the error that something is wrong with the table as a whole. */
  refuseAll(complaint: string): never {
    refuseArgument(this.place, complaint);
  }
}

/** An argument that is one table, which `read` turns into what the calculation needs. */
export function tableArgument<const N extends string, T>(
  name: N,
  expected: string,
  read: (table: Table) => T,
): Argument<N, T> {
  return {
    name,
    optional: false,
    takesRange: false,
    expected,
    type: 'Array<Array<number>>',
    holdsDays: true,
    read(given, functionName) {
      const place = { functionName, argumentName: name };
      requireGiven(place, given, false, expected);
      return read(new Table(place, toRange(given)));
    },
  };
}

/** As a table, but it may be left out. */
export function optionalTable<const N extends string, T>(
  name: N,
  expected: string,
  read: (table: Table) => T,
): Argument<N, T | null> {
  const argument = tableArgument(name, expected, read);
  return {
    ...argument,
    optional: true,
    read: (given, functionName) => (isBlank(given) ? null : argument.read(given, functionName)),
  };
}

/** Rows of two cells, none blank, with the number (from 0) of each row; at least one. A heading above them is skipped. */
export function pairsIn<A, B>(table: Table, first: CellKind<A>, second: CellKind<B>): [A, B, row: number][] {
  table.skipHeading(first.type === 'number' ? [0, 1] : [1]);
  if (table.rows.length === 0) table.refuseAll('no rows are given');
  if (table.range.width < 2) table.refuseAll('two columns are expected');
  return table.rows.map((row) => [table.required(row, 0, first), table.required(row, 1, second), row]);
}
