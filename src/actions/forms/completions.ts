import { columnsOf } from '../tabs';
import { isBlank } from '../../schema/table';
import type { Cell } from '../../schema/column';
import type { Field } from '../../schema/form';
import type { EntryRegister } from '../../schema/register';
import type { WorkbookTab } from '../workbook';

/** Of a long log the last rows are looked at, and the latest texts offered. */
const ROWS = 3_000;
const MOST = 100;

/** What was written in a column before, the latest first. At most two reads, none where no field is completed. */
export function completionsIn(
  register: EntryRegister,
  tab: WorkbookTab,
  fields: readonly Field[],
): (field: Field) => readonly string[] {
  if (!fields.some(({ column }) => column.completes)) return () => [];
  const [headings = [], ...lines] = linesOf(tab);
  const positions = columnsOf(register, tab, [headings], []);
  return ({ key }) => {
    const texts = lines.flatMap((line) => {
      const cell = line[positions[key]!];
      return isBlank(cell) ? [] : [String(cell).trim()];
    });
    return [...new Set(texts.reverse())].slice(0, MOST);
  };
}

const linesOf = (tab: WorkbookTab): Cell[][] =>
  tab.rows <= ROWS ? tab.read() : [tab.headings(), ...tab.readBelow(tab.rows - ROWS)];
