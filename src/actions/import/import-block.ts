import { MOST_ROWS, type RowBlock } from '../../import/blocks';
import { digest } from '../../import/values/digest';
import type { Cell } from '../../schema/column';
import { LONGEST } from '../../schema/form';
import { nameOf } from '../../schema/register';
import { answering, type Refused } from '../answering';
import { readWhenAsked } from '../cells-of';
import { appendRows, type Place } from '../rows/append-rows';
import { checksum } from '../rows/checksum';
import { completing } from '../rows/completing';
import { readyTabs } from '../tabs';
import type { Workbook } from '../workbook';
import { importable, type Importable } from './importable';

export interface WrittenBlock {
  kind: 'block';
  written: number;
  known: number;
  /** Of the register's tab. */
  tab: { id: string; name: string };
  first: number | null;
  /**
   * To be sent along with the next block. Null where rows have come or gone since the page asked what stands: it asks again,
   * because rows of the next block may be among them.
   */
  place: Place | null;
}

/**
 * Writes rows of a file. Whatever was written already, by a try before or by another import, is left out.
 * @param after below which rows are to go on, where the page knows by their keys what stands above
 */
export const importBlock = (
  workbook: Workbook,
  registerId: string,
  importId: string,
  block: RowBlock,
  after: Place | null,
): WrittenBlock | Refused =>
  answering(() => {
    const register = importable(registerId);
    checkBlock(register, importId, block);
    return workbook.exclusively((): WrittenBlock => {
      const ready = readyTabs(workbook);
      const tab = ready(register);
      const complete = completing(
        register,
        workbook,
        readWhenAsked((id) => ready(id).read()),
      );
      const records = block.rows.map((cells, at) => {
        const key = block.keys[at]!;
        const entry: Record<string, Cell> = Object.fromEntries(block.columns.map((id, column) => [id, cells[column]!]));
        const { named } = register;
        if (named.column !== 'sourceKey' && !entry[named.column]) {
          entry[named.column] = nameOf(register, digest(key).toUpperCase());
        }
        const record = complete({ ...entry, sourceKey: key, importId });
        return { ...record, rowDigest: checksum(register, (id) => record[id]) };
      });
      const { place, whole, ...appended } = appendRows(tab, register, 'sourceKey', records, after);
      return { kind: 'block', ...appended, place: whole ? null : place, tab: { id: tab.id, name: tab.name } };
    });
  });

/** Anything else than what our page sends is a programming error. */
function checkBlock({ columns }: Importable, importId: string, block: RowBlock): void {
  const { rows, keys } = block;
  const known = block.columns.every((id) => columns[id]?.filled === 'by people' || id === 'id');
  const isKey = (key: unknown): boolean => typeof key === 'string' && key !== '' && key.length <= 200;
  const isCell = (cell: unknown, at: number): boolean =>
    typeof cell === 'string'
      ? cell.length <= LONGEST
      : typeof cell === 'number' &&
        Number.isFinite(cell) &&
        ['number', 'day'].includes(columns[block.columns[at]!]!.holds);
  const fits = rows.every((row) => row.length === block.columns.length && row.every(isCell));
  if (
    !known ||
    !fits ||
    !isKey(importId) ||
    !keys.every(isKey) ||
    keys.length !== rows.length ||
    rows.length > MOST_ROWS
  ) {
    throw new Error('That is no block of rows of an import.');
  }
}
