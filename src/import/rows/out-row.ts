/** Cells by the register's columns; days are serial numbers. */
export type Cells = Readonly<Record<string, string | number>>;

/** A row as it would stand in the register. */
export interface OutRow {
  /** Of the file. */
  line: number;
  /** Names it for good: a file that holds it again writes nothing. */
  key: string;
  cells: Cells;
  /**
   * What can become more under the same key, as the hours of a day that was not over: how much there is, and the row that
   * adds what came since. Null where what came since cannot be a row.
   */
  grows?: { measure: number; since(before: number): Cells | null };
}

/** A row of the file that does not become one, and why. */
export interface LeftOut {
  line: number;
  column: string;
  found: string;
  why: string;
}

/** Ends the reading of one row. */
export class RowLeftOut extends Error {
  constructor(readonly left: LeftOut) {
    super(left.why);
    this.name = 'RowLeftOut';
  }
}

export interface ReadRows {
  rows: OutRow[];
  leftOut: LeftOut[];
}
