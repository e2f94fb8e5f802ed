/**
 * Rows and columns (from 0) of a call's ranges in which something could not be read, where that is to leave them blank
 * and not to stop the call.
 */
export interface Unreadable {
  readonly rows: Set<number>;
  readonly columns: Set<number>;
}

export const nothingUnreadable = (): Unreadable => ({ rows: new Set(), columns: new Set() });
