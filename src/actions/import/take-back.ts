import { answering, type Refused } from '../answering';
import { isAsWritten } from '../rows/checksum';
import { takeOutRows } from '../rows/take-out';
import { columnsOf, readyTabs } from '../tabs';
import { settled, type Workbook } from '../workbook';
import { endImport } from './begun';
import { importable } from './importable';

export interface TakenBack {
  kind: 'taken back';
  removed: number;
  /** Rows of the import that people have changed or answered since: they stay. */
  changed: number;
  tab: { id: string; name: string };
}

/** Removes the rows of an import that still are as it wrote them. A run that was cut short is finished by the next one. */
export const takeImportBack = (workbook: Workbook, registerId: string, importId: string): TakenBack | Refused =>
  answering(() =>
    workbook.exclusively((): TakenBack => {
      const register = importable(registerId);
      const tab = readyTabs(workbook)(register);
      const cells = tab.read();
      const positions = columnsOf(register, tab, cells, ['importId', 'rowDigest']);
      const ours = cells.flatMap((line, at) => (at > 0 && line[positions.importId] === importId ? [at + 1] : []));
      const leaving = ours.filter((row) => {
        const line = cells[row - 1]!;
        return isAsWritten(register, cells[0]!, line, line[positions.rowDigest]);
      });
      if (leaving.length > 0) settled(tab, takeOutRows(tab, register, cells, leaving));
      endImport(workbook, importId);
      const { id, name } = tab;
      return { kind: 'taken back', removed: leaving.length, changed: ours.length - leaving.length, tab: { id, name } };
    }),
  );
