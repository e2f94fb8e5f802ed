import { longText, mixed, text, type Cell, type Column } from '../schema/column';
import { table } from '../schema/table';

/** A number by which a page judges its rows: it stands in a cell beside them, and people change it there. */
export interface Limit {
  column: Column;
  begins: Cell;
}

/** The table of a page's limits, one a row. */
export const limitTable = (id: string, limits: Readonly<Record<string, Limit>>) =>
  table({
    id,
    columns: {
      limit: text('Limit', 'What this page judges by. Change the number beside it, not the name.', { width: 190 }),
      set: mixed('Set to', 'Your number. Empty: it is not watched.', { width: 90 }),
      meaning: longText('What it does', 'What happens at this limit.', { width: 300 }),
    },
    initial: Object.values(limits).map(({ column, begins }) => ({
      limit: column.header,
      set: begins,
      meaning: column.help,
    })),
    values: {
      keys: ['set'],
      rows: Object.fromEntries(Object.entries(limits).map(([key, { column }]) => [key, column])),
    },
  });

/** A limit's number, found by its name; where it is empty, one that nothing reaches. */
export function limitIn(tableId: string, { column }: Limit, unreached = '10^9'): string {
  const found = `XLOOKUP("${column.header}",{${tableId}.limit},{${tableId}.set},)`;
  return `IF(ISNUMBER(${found}),${found},${unreached})`;
}
