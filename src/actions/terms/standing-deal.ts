import type { DealTables } from '../../functions/money/deal/deal';
import { toRange, type RawRange } from '../../functions/runner/grid';
import { payments } from '../../registers/payments';
import { revenue } from '../../registers/revenue';
import { terms } from '../../registers/terms';
import { AGREEMENT } from '../../schema/agreement';
import type { Cell } from '../../schema/column';
import { minorUnits } from '../../schema/currency';
import { enteredKeys, findColumns, type Table } from '../../schema/table';
import type { ReadyTabs } from '../tabs';

type Lines = readonly (readonly Cell[])[];

/** The deal that stands in the sheet, as its rows are: no cell that may still be loading. */
export interface StandingDeal {
  /** Row 0 of a table is its heading row: row n is row n + 1 of its tab. */
  tables: DealTables & { payments: RawRange };
  decimals: number;
  cells: Record<'revenue' | 'terms' | 'payments', Lines>;
}

/** What was entered in a tab, as a table that the functions of money read: headings of ours first. */
export function dealRange(register: Table, cells: Lines): RawRange {
  const { positions } = findColumns(register, cells[0] ?? []);
  const keys = enteredKeys(register).filter((key) => positions[key]! >= 0);
  const rows = cells.slice(1).map((line) => keys.map((key) => line[positions[key]!]));
  return toRange([keys.map((key) => register.columns[key]!.header), ...rows]);
}

/** The terms that hold: one that waits for agreement is none yet; its row stays, empty. */
export function holding(cells: Lines): Lines {
  const state = findColumns(terms, cells[0] ?? []).positions.agreement;
  const isProposed = (line: readonly Cell[], at: number): boolean =>
    at > 0 && state >= 0 && !['', AGREEMENT.agreed].includes(String(line[state]));
  return cells.map((line, at) => (isProposed(line, at) ? line.map(() => '') : line));
}

/** One read a tab. */
export function readStandingDeal(tab: ReadyTabs): StandingDeal {
  const cells = { revenue: tab(revenue).read(), terms: tab(terms).read(), payments: tab(payments).read() };
  return dealOf(cells, tab(terms).currency);
}

/** The deal in the cells of its three tabs. */
export const dealOf = (cells: StandingDeal['cells'], currency: string | null | undefined): StandingDeal => ({
  cells,
  tables: {
    revenue: dealRange(revenue, cells.revenue),
    terms: dealRange(terms, holding(cells.terms)),
    payments: dealRange(payments, cells.payments),
  },
  decimals: minorUnits(currency ?? ''),
});
