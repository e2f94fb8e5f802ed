import type { FileRow } from '../file/file-table';
import type { OutRow } from './out-row';

/** Turns rows of the file into rows of the register, one by one. */
export interface RowMaker {
  /** @throws RowLeftOut */
  take(row: FileRow): OutRow | null;
  /** What only the end of the file completes; each part throws RowLeftOut for itself. */
  rest(): readonly (() => readonly OutRow[])[];
}
