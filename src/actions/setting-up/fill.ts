import type { Cell } from '../../schema/column';
import type { FirstRows } from '../../schema/layout';
import { REGISTERS } from '../../registers';
import { parties, settings as settingsRegister } from '../../registers/settings';
import { enteredKeys, findColumns, isUnused, type Columns, type Table } from '../../schema/table';
import { tablesOf } from '../../schema/register';
import type { Refused } from '../answering';
import { joinRuns, rowBlocks } from '../rows/blocks';
import { plainTextColumns } from '../rows/change-rows';
import { begunRows } from './begun-rows';
import { isOfSample } from './sample';
import type { Block, WorkbookTab } from '../workbook';

/** What a partnership begins with. */
export interface Beginning {
  /** Values of settings, by their names. */
  settings: Record<string, Cell>;
  rows: FirstRows;
  /** Packs that are wanted besides what every sheet has. */
  packs: readonly string[];
  /** It is the sample, and wants to be alone in the sheet. */
  alone: boolean;
}

export interface Filling {
  tab: WorkbookTab;
  blocks: Block[];
  plainText: number[];
  /** Rows of the tab. */
  rows: number;
}

/**
 * What is to be written into tabs that stand already: the first rows of tables in which nothing was entered, and the
 * settings where no side stands beside them. One read a tab that holds such a table, and no write.
 */
export function emptyTables(
  ready: readonly WorkbookTab[],
  { settings, rows, alone }: Beginning,
): { writes: Filling[] } | Refused {
  const writes: Filling[] = [];
  for (const tab of ready) {
    const tables = REGISTERS.filter(({ id }) => id === tab.id)
      .flatMap(tablesOf)
      .filter(({ id }) => rows[id]);
    if (tables.length === 0) continue;
    const cells = tab.read();
    const filling: Filling = { tab, blocks: [], plainText: [], rows: cells.length };
    for (const table of tables) {
      const { positions } = findColumns(table, cells[0] ?? []);
      const isBegun = begunRows(table, cells[0] ?? []);
      const used = cells.filter((line, at) => at > 0 && !isUnused(table, positions, line) && !isBegun(line));
      if (alone && !used.every((line) => isOfSample(line, rows))) {
        const message = `The sample wants an empty ledger, and ${tab.name} holds rows of your own. Nothing was changed.`;
        return { kind: 'refused', message };
      }
      if (used.length > 0) continue;
      if (table.id === parties.id) {
        filling.blocks.push(...valueBlocks(settingsRegister, 'setting', 'value', cells, settings));
      }
      filling.blocks.push(...firstBlocks(table, positions, rows[table.id]!, cells));
      filling.plainText.push(...plainTextColumns(table, positions));
    }
    if (filling.blocks.length > 0) writes.push(filling);
  }
  return { writes };
}

/** Rows below the heading; in a table that begins with rows, in place of those that are still there. */
function firstBlocks(
  table: Table,
  positions: Record<string, number>,
  rows: FirstRows[string],
  cells: readonly (readonly Cell[])[],
): Block[] {
  return joinRuns(
    rows.flatMap((record, at) => {
      const [key] = Object.keys(record);
      const row = table.initial ? cells.findIndex((line) => line[positions[key!]!] === record[key!]) + 1 : at + 2;
      return row > 1 ? rowBlocks(row, wholeRow(table, record), positions) : [];
    }),
  );
}

/** A row with all that people or the add-on may fill in; what it does not say is blank. */
export const wholeRow = (table: Table, record: Readonly<Record<string, Cell>>): Record<string, Cell> =>
  Object.fromEntries(enteredKeys(table).map((key) => [key, record[key] ?? '']));

/** Values of rows that stand, by the text in their key column; what is blank stays as it is. */
export function valueBlocks<C extends Columns>(
  table: Table<C>,
  keyColumn: keyof C & string,
  valueColumn: keyof C & string,
  cells: readonly (readonly Cell[])[],
  values: Record<string, Cell>,
): Block[] {
  const { positions } = findColumns(table, cells[0] ?? []);
  return joinRuns(
    cells.flatMap((line, at) => {
      const value = values[String(line[positions[keyColumn]])] ?? '';
      return value === '' ? [] : rowBlocks(at + 1, { [valueColumn]: value }, positions);
    }),
  );
}
