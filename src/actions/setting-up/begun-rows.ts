import type { Cell } from '../../schema/column';
import { enteredKeys, findColumns, type Table } from '../../schema/table';

const lineOf = (cells: readonly Cell[]): string => JSON.stringify(cells.map(String));

/**
 * Tells the rows that a table begins with from those that people have entered or changed. Each is found once: what was
 * copied is somebody's own.
 * @param headings row 1 of the tab
 * @returns whether a row of the tab is one of them; asked of every row once, in their order
 */
export function begunRows(table: Table, headings: readonly Cell[]): (line: readonly Cell[]) => boolean {
  const keys = enteredKeys(table);
  const { positions } = findColumns(table, headings);
  const left = new Map<string, number>();
  for (const row of table.initial ?? []) {
    const line = lineOf(keys.map((key) => row[key] ?? ''));
    left.set(line, (left.get(line) ?? 0) + 1);
  }
  return (cells) => {
    const line = lineOf(keys.map((key) => cells[positions[key]!] ?? ''));
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count > 0;
  };
}
