import type { Cell } from '../schema/column';
import { REGISTERS } from '../registers';
import type { Register } from '../schema/register';
import { findColumns, type Columns, type Positions, type Table } from '../schema/table';
import { NotReady, type Workbook, type WorkbookTab } from './workbook';

export interface ReadyTabs {
  /** @throws NotReady where it is not there, or twice */
  (register: Pick<Register, 'id'> | string): WorkbookTab;
  /** Is it there? */
  has(register: Pick<Register, 'id'>): boolean;
  all: readonly WorkbookTab[];
}

/** The workbook's tabs that are ready for use, by id. One read. */
export function readyTabs(workbook: Workbook): ReadyTabs {
  const tabs = workbook.tabs().filter(({ version }) => version !== null);
  const has = ({ id: wanted }: Pick<Register, 'id'>): boolean => tabs.some(({ id }) => id === wanted);
  const one = (wanted: Pick<Register, 'id'> | string): WorkbookTab => {
    const tab = REGISTERS.find(({ id }) => id === (typeof wanted === 'string' ? wanted : wanted.id))!;
    const found = tabs.filter(({ id }) => id === tab.id);
    if (found.length > 1) {
      const names = found.map(({ name }) => `“${name}”`).join(' and ');
      throw new NotReady(
        `Two tabs are both ${tab.name}: ${names}. Choose Extensions › Partner Ledger › Set up this sheet: it asks which one counts.`,
      );
    }
    if (!found[0]) {
      throw new NotReady(
        `This sheet has no ${tab.name} tab yet. Choose Extensions › Partner Ledger › Set up this sheet.`,
      );
    }
    return found[0];
  };
  return Object.assign(one, { has, all: tabs });
}

/** Positions of a table's columns in a tab's cells; the columns in `needed` have to be there. */
export function columnsOf<C extends Columns>(
  table: Table<C>,
  tab: WorkbookTab,
  cells: readonly (readonly Cell[])[],
  needed: readonly (keyof C & string)[],
): Positions<C> {
  const { positions } = findColumns(table, cells[0] ?? []);
  const gone = needed.filter((key) => positions[key] < 0).map((key) => `“${table.columns[key]!.header}”`);
  if (gone.length > 0) {
    throw new NotReady(
      `In the tab “${tab.name}” the heading ${gone.join(' and ')} is missing from row 1. Put it back, then try again.`,
    );
  }
  return positions;
}
