import type { Cell } from '../../schema/column';
import { answering, type Refused } from '../answering';
import { NotReady, type Workbook } from '../workbook';

export interface ExportedRows {
  kind: 'rows';
  rows: Cell[][];
  /** The row to ask for next, 1-based; null at the end. */
  next: number | null;
}

/** So many cross to the page in a few seconds, however wide they are. */
const ROWS_A_CALL = 2_000;

/** The next rows of any tab, for a file: numbers and ticks as they are, everything else as it is shown. Two reads. */
export const exportRows = (workbook: Workbook, tabName: string, first: number): ExportedRows | Refused =>
  answering(() => {
    const rows = workbook.shownRows(tabName, first, ROWS_A_CALL);
    if (!rows) throw new NotReady(`There is no tab “${tabName}” any more. Open Export again.`);
    return { kind: 'rows', rows, next: rows.length < ROWS_A_CALL ? null : first + rows.length };
  });
