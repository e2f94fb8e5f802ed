import { readCell, requireGiven, type Argument } from './argument';
import { isBlank, isErrorValue } from './cell';
import { looksNumeric, type CellKind } from './cell-kind';
import { refuse, refuseArgument, toRange, type ArgumentPlace, type RawRange } from './grid';

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
   * Takes the first row off where it is a header: where it has text in all columns, and neither a number by mistake as
   * text nor an error, which arrives as text.
   */
  skipHeader(columns: readonly number[]): void {
    const first = this.range.rows[this.rows[0]!];
    const isText = (cell: unknown) =>
      typeof cell === 'string' && !isBlank(cell) && !looksNumeric(cell) && !isErrorValue(cell);
    if (first && columns.every((column) => isText(first[column]))) this.rows.shift();
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

/** Rows of two cells, none blank, with the number (from 0) of each row; at least one. A header above them is skipped. */
export function pairsIn<A, B>(table: Table, first: CellKind<A>, second: CellKind<B>): [A, B, row: number][] {
  table.skipHeader(first.type === 'number' ? [0, 1] : [1]);
  if (table.rows.length === 0) table.refuseAll('no rows are given');
  if (table.range.width < 2) table.refuseAll('two columns are expected');
  return table.rows.map((row) => [table.required(row, 0, first), table.required(row, 1, second), row]);
}
