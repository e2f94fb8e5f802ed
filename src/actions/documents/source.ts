import { isoOfDay } from '../../calc/day';
import type { Source, SourceRow, SourceTable } from '../../documents/source';
import { REGISTERS } from '../../registers';
import { PAGES } from '../../registers/pages';
import { parties } from '../../registers/settings';
import { tablesOf, type Register } from '../../schema/register';
import { findColumns, isUnused, type Positions, type Table } from '../../schema/table';
import type { PageMark } from '../../schema/page';
import type { ReadyTabs } from '../tabs';
import type { Workbook, WorkbookTab } from '../workbook';

/** What a formula shows that has no answer, or none yet. */
const UNFINISHED = /^(#(N\/A|NAME\?|REF!|VALUE!|DIV\/0!|NUM!|NULL!|ERROR!)|Loading\.\.\.)$/;

/** A tab as it is read for documents. */
interface ReadTab {
  tab: WorkbookTab;
  cells: ReturnType<WorkbookTab['read']>;
  shown: string[][];
}

/**
 * The sheet as documents are filled from it. Two reads a tab, when it is first asked for.
 * @param workedOut tables that were computed for the document, by their ids
 */
export function sheetSource(
  workbook: Workbook,
  ready: ReadyTabs,
  workedOut: (id: string) => SourceTable | null | undefined,
): Source {
  const tabs = new Map<string, ReadTab | null>();
  const tables = new Map<string, SourceTable | null>();
  const read = (of: Pick<Register, 'id'>): ReadTab | null => {
    const known = tabs.get(of.id);
    if (known !== undefined) return known;
    const tab = ready.all.find(({ id }) => id === of.id);
    const found = tab ? { tab, cells: tab.read(), shown: tab.shown().map((row) => row.map(finished)) } : null;
    tabs.set(of.id, found);
    return found;
  };
  const tableOf = (id: string): SourceTable | null => {
    const found = workedOut(id);
    if (found !== undefined) return found;
    const register = REGISTERS.find((one) => tablesOf(one).some((table) => table.id === id));
    if (register) {
      const tab = read(register);
      return (
        tab &&
        fromRegister(
          tablesOf(register).find((table) => table.id === id)!,
          tab,
        )
      );
    }
    const page = PAGES.find((one) => one.id === id);
    const tab = page && read(page);
    return tab ? fromPage(page, tab) : null;
  };
  const table = (id: string): SourceTable | null => {
    if (!tables.has(id)) tables.set(id, tableOf(id));
    return tables.get(id)!;
  };
  return {
    sides: (table(parties.id)?.rows ?? []).flatMap(({ shown }) => (shown.party ? [shown.party] : [])),
    today: isoOfDay(workbook.today()),
    table,
    page(id) {
      const tab = read({ id });
      return tab && { tab: placeOf(tab), cells: tab.shown };
    },
  };
}

const finished = (text: string): string => (UNFINISHED.test(text) ? '' : text);

const placeOf = ({ tab: { id, name } }: ReadTab): { id: string; name: string } => ({ id, name });

function fromRegister(table: Table, read: ReadTab): SourceTable {
  const { positions } = findColumns(table, read.cells[0] ?? []);
  const headings = Object.fromEntries(
    Object.entries(table.columns).map(([key, { header, width }]) => [
      key,
      { text: read.shown[0]?.[positions[key]!] || header, width },
    ]),
  );
  return { tab: placeOf(read), headings, rows: rowsOf(read, positions, (row) => isUnused(table, positions, row)) };
}

function fromPage({ columns = [] }: PageMark, read: ReadTab): SourceTable {
  const positions = Object.fromEntries(columns.map((key, at) => [key, at]));
  const width = (key: string): number => (key === 'what' ? 400 : 100);
  const headings = Object.fromEntries(
    columns.map((key, at) => [key, { text: read.shown[0]?.[at] ?? key, width: width(key) }]),
  );
  return { tab: placeOf(read), headings, rows: rowsOf(read, positions, (row) => row.every((cell) => cell === '')) };
}

function rowsOf(
  { cells, shown }: ReadTab,
  positions: Positions,
  isBlankRow: (row: ReadTab['cells'][number]) => boolean,
): SourceRow[] {
  const keyed = <T>(row: readonly T[], otherwise: T): Record<string, T> =>
    Object.fromEntries(Object.entries(positions).map(([key, at]) => [key, row[at] ?? otherwise]));
  return cells.flatMap((row, at): SourceRow[] =>
    at === 0 || isBlankRow(row) ? [] : [{ row: at + 1, shown: keyed(shown[at] ?? [], ''), values: keyed(row, '') }],
  );
}
