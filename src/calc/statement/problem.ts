/** What keeps a row, or a whole deal, from being counted: a value, so that a register can show it beside the row. */
export interface Problem {
  readonly table: 'revenue' | 'terms' | 'payments';
  /** The row in its table (from 0); null where no row is to blame. */
  readonly row: number | null;
  /** The heading of its column, where one cell is to blame. */
  readonly column: string | null;
  /** What was found and what is expected. */
  readonly complaint: string;
  /**
   * Nothing can be computed. Rows of revenue and payments can be left out, and the rest is still a true account of what
   * it counts; without one of its terms, or without a column, nothing about a deal would be true.
   */
  readonly fatal: boolean;
}

export type Table = Problem['table'];

/** A problem of a whole row. */
export const rowProblem = (
  table: Table,
  row: number | null,
  complaint: string,
  column: string | null = null,
): Problem => ({
  table,
  row,
  column,
  complaint,
  fatal: table === 'terms',
});
