import { ENTRY_REGISTERS, REGISTERS } from '../../registers';
import { sameText } from '../../schema/same-text';
import { tablesOf, type EntryRegister } from '../../schema/register';
import { findColumns } from '../../schema/table';
import { answering } from '../answering';
import { isAsWritten } from '../rows/checksum';
import { takeOutRows } from '../rows/take-out';
import { columnsOf, readyTabs, type ReadyTabs } from '../tabs';
import { settled, type Workbook } from '../workbook';
import type { Outcome } from '../asking/outcome';

/**
 * Takes out a row that a form has just written, while it is exactly as it was written and nothing else names it. Two reads,
 * more where other tabs may name it, and one write.
 * @param sum the checksum of what was written
 */
export const undoEntry = (workbook: Workbook, formId: string, name: string, sum: string): Outcome =>
  answering(() =>
    workbook.exclusively((): Outcome => {
      const register = ENTRY_REGISTERS.find(({ form }) => form.id === formId);
      if (!register) return refused('This cannot be taken back from here: delete the row in its tab.');
      const ready = readyTabs(workbook);
      const tab = ready(register);
      const cells = tab.read();
      const positions = columnsOf(register, tab, cells, [register.named.column]);
      const row = cells.findIndex((line, at) => at > 0 && line[positions[register.named.column]!] === name) + 1;
      if (row === 0) return refused('The row is not there any more: there is nothing to take back.');
      const line = cells[row - 1]!;
      if (!isAsWritten(register, cells[0]!, line, sum)) {
        return refused(`Row ${row} of ${tab.name} was changed since, so it stays. Edit or delete it there.`);
      }
      const by = namedBy(register, ready, (column) => String(line[positions[column]!]));
      if (by !== null) return refused(`${by} names this row already, so it stays.`);
      settled(tab, takeOutRows(tab, register, cells, [row]));
      const { one } = register.row;
      return { kind: 'written', message: `Taken back: the ${one} is out of ${tab.name} again.`, where: null, next: {} };
    }),
  );

const refused = (message: string): Outcome => ({ kind: 'refused', message });

/** The tab in which a row names this one, by a choice among rows of this register; null where none does. */
function namedBy({ id }: EntryRegister, ready: ReadyTabs, cellOf: (column: string) => string): string | null {
  for (const other of REGISTERS.filter((one) => ready.has(one))) {
    for (const table of tablesOf(other)) {
      for (const [key, { choices }] of Object.entries(table.columns)) {
        if (!choices || !('table' in choices) || choices.table !== id) continue;
        const cells = ready(other).read();
        const at = findColumns(table, cells[0] ?? []).positions[key]!;
        const wanted = cellOf(choices.column);
        if (at >= 0 && cells.slice(1).some((line) => sameText(line[at], wanted))) return ready(other).name;
      }
    }
  }
  return null;
}
