import type { CellAddress } from '../../contract/engine';

/** What Sheets lets the lambdas of one cell calculate, about. */
const MOST_CALLS = 2_000_000;

interface Cell {
  unitId: string;
  sheetId: string;
  row: number;
  column: number;
}

/**
 * Counts what the lambdas of a formula calculate: each time one is called, and each function and operator in it. What exactly
 * Google counts is not confirmed.
 */
export class CallLimit {
  private readonly cells = new Map<string, CellAddress>();
  private calls = 0;

  /** To be called when a formula begins. */
  begin(): void {
    this.calls = 0;
  }

  count(calls = 1): void {
    this.calls += calls;
  }

  /** To be called when something else than their number is too much. */
  exceed(): void {
    this.calls = Infinity;
  }

  get isReached(): boolean {
    return this.calls > MOST_CALLS;
  }

  /** To be told of each formula that was calculated. */
  note({ sheetId, row, column }: Cell): void {
    const key = `${sheetId}!${row},${column}`;
    if (this.isReached) this.cells.set(key, { sheetId, row, column });
    else if (this.cells.size > 0) this.cells.delete(key);
  }

  /** To be called when cells have moved; everything is calculated anew then. */
  forget(): void {
    this.cells.clear();
  }

  /** The cells that would have calculated more. */
  all(): CellAddress[] {
    return [...this.cells.values()];
  }
}
