import { closedPeriods } from '../../registers/closed-periods';
import { closedRows } from '../../registers/closed-rows';
import type { Cell } from '../../schema/column';
import { enteredKeys, isBlank } from '../../schema/table';
import { columnsOf, type ReadyTabs } from '../tabs';
import type { WorkbookTab } from '../workbook';

type Lines = readonly (readonly Cell[])[];

/** One closing as it stands in Closed periods. */
export interface Closing {
  id: string;
  period: string;
  /** The last day. */
  to: Cell;
  /** The rows of its parties, 1-based. */
  rows: number[];
  isOpen: boolean;
}

export interface ClosedTab {
  tab: WorkbookTab;
  cells: Lines;
  /** In the order in which they stand. */
  closings: Closing[];
}

/** What was closed. One read. */
export function readClosings(ready: ReadyTabs): ClosedTab {
  const tab = ready(closedPeriods);
  const cells = tab.read();
  const at = columnsOf(closedPeriods, tab, cells, ['id', 'closing', 'period', 'to', 'reopenedAt']);
  const closings = new Map<string, Closing>();
  cells.forEach((line, index) => {
    const id = String(line[at.closing]);
    // A row counts once it has its whole name.
    if (index === 0 || id === '' || String(line[at.id]).endsWith('…')) return;
    const known = closings.get(id) ?? {
      id,
      period: String(line[at.period]),
      to: line[at.to]!,
      rows: [],
      isOpen: !isBlank(line[at.reopenedAt]),
    };
    known.rows.push(index + 1);
    closings.set(id, known);
  });
  return { tab, cells, closings: [...closings.values()] };
}

/** Those that were not opened again, the last one first. */
export const closed = ({ closings }: ClosedTab): Closing[] => closings.filter(({ isOpen }) => !isOpen).reverse();

/** Takes out what was kept for a closing that was never finished. One read; writes where there is any. */
export function withoutRemains(
  ready: ReadyTabs,
  { closings }: ClosedTab,
): { tab: WorkbookTab; cells: Lines; gone: number[] } {
  const tab = ready(closedRows);
  const cells = tab.read();
  const at = columnsOf(closedRows, tab, cells, enteredKeys(closedRows) as (keyof typeof closedRows.columns)[]);
  const finished = new Set<Cell>(closings.map(({ id }) => id));
  const gone = cells.flatMap((line, index) =>
    index > 0 && !(isBlank(line[at.id]) && isBlank(line[at.closing])) && !finished.has(line[at.closing]!)
      ? [index + 1]
      : [],
  );
  return { tab, cells, gone };
}
