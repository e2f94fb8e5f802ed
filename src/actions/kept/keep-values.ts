import { dayOf } from '../../calc/day';
import { REGISTERS } from '../../registers';
import { kept } from '../../registers/kept';
import { PAGES } from '../../registers/pages';
import type { Cell } from '../../schema/column';
import { callsOurs, DAY, MOMENT, sourceOf } from '../../schema/kept';
import { cornersOf, pageOfSize, readDesigns } from '../../schema/page';
import { isEntryRegister, tablesOf, type Register } from '../../schema/register';
import { findColumns, isUnused, type Positions } from '../../schema/table';
import { whereAllowed } from '../forbidden';
import { joinRuns, rowBlocks } from '../rows/blocks';
import { plainTextColumns } from '../rows/change-rows';
import { nameRows } from '../rows/name-rows';
import { readyTabs, type ReadyTabs } from '../tabs';
import { Busy, NotReady, Unsettled, type Block, type Workbook, type WorkbookTab } from '../workbook';

interface KeptValue {
  source: string;
  row: string;
  value: Cell;
}

/**
 * Keeps what formulas with functions of ours show now, with the moment. What shows an error or is still loading keeps the
 * values that were kept before. A read for each tab that has such formulas and one of what is kept; where something has
 * changed since or another day has begun, a write for each run of rows that differ. It takes no lock, so that nobody waits
 * for it: what it writes only says again what others show, and if two people keep different values at the same moment, the
 * next time puts them right. Nothing is done where this person may not write.
 */
export function keepValues(workbook: Workbook): void {
  try {
    const tabs = readyTabs(workbook);
    if (!tabs.has(kept)) return;
    const tab = tabs(kept);
    const shown = [...shownInRegisters(workbook, tabs), ...shownOnPages(workbook, tabs)];
    const cells = tab.read();
    const blocks = changes(workbook, cells, shown);
    if (blocks.length === 0) return;
    const { positions } = findColumns(kept, cells[0] ?? []);
    whereAllowed(() => tab.write(blocks, plainTextColumns(kept, positions), cells.length));
  } catch (error) {
    if (!(error instanceof NotReady || error instanceof Busy || error instanceof Unsettled)) throw error;
  }
}

/** Rows that are not far apart are written at once, with what stands between them. */
const NEAR = 10;

/** What has to be written so that the tab holds what is shown; nothing where only the moment is another one. */
function changes(workbook: Workbook, cells: readonly (readonly Cell[])[], shown: readonly Shown[]): Block[] {
  const { positions } = findColumns(kept, cells[0] ?? []);
  const standing = cells.slice(1).map((line) => valueIn(line, positions));
  const known = standing.filter(({ source }) => source !== '');
  const sure = shown.flatMap(({ source, values }) => values ?? known.filter((one) => one.source === source));
  const moment = { source: MOMENT, row: '', value: workbook.now() };
  const lines = [moment, { source: DAY, row: '', value: workbook.today() }, ...sure].map(recordOf);
  const rows = Array.from({ length: Math.max(lines.length, standing.length) }, (_, at) => lines[at] ?? recordOf(null));
  const differs = (at: number): boolean => JSON.stringify(rows[at]) !== JSON.stringify(recordOf(standing[at] ?? null));
  const different = [...rows.keys()].slice(1).filter(differs);
  if (different.length === 0) return [];
  const between = (at: number, next = at): number => (next - at <= NEAR ? next : at + 1);
  const written = [0, ...different].flatMap((at, index, all) =>
    Array.from({ length: Math.max(1, between(at, all[index + 1]) - at) }, (_, more) => at + more),
  );
  return joinRuns(written.flatMap((at) => rowBlocks(at + 2, rows[at]!, positions)));
}

/** What a source shows: null where that is not sure. */
interface Shown {
  source: string;
  values: KeptValue[] | null;
}

const UNSURE = /^(#(NAME\?|REF!|N\/A|VALUE!|DIV\/0!|NUM!|NULL!|ERROR!)|Loading(\.{3}|…))$/;
const isUnsure = (cell: Cell | undefined): boolean => typeof cell === 'string' && UNSURE.test(cell);

function shownInRegisters(workbook: Workbook, tabs: ReadyTabs): Shown[] {
  return REGISTERS.filter((register) => tabs.has(register)).flatMap((register: Register) => {
    const keeping = tablesOf(register).flatMap((table) => {
      const keys = Object.keys(table.columns).filter((key) => callsOurs(table.columns[key]!.formula ?? ''));
      const name = table.id === register.id ? register.named?.column : table.knownBy;
      return keys.length > 0 && name !== undefined ? [{ table, keys, name }] : [];
    });
    if (keeping.length === 0) return [];
    const tab = tabs(register);
    const cells = tab.read();
    let headings: readonly string[] | undefined;
    return keeping.flatMap(({ table, keys, name }) => {
      const { positions } = findColumns(table, cells[0] ?? []);
      const rows = cells.flatMap((line, index) =>
        index === 0 || isUnused(table, positions, line) ? [] : [{ row: index + 1, line }],
      );
      const names =
        table.id === register.id
          ? namesOf(workbook, tabs, register, cells, rows)
          : rows.map(({ line }) => String(line[positions[name]!] ?? ''));
      // A column whose heading shows an error or is still loading reads as an empty one.
      const isBlank = (key: string): boolean => rows.every(({ line }) => (line[positions[key]!] ?? '') === '');
      if (rows.length > 0 && keys.some(isBlank)) headings ??= tab.shown()[0]!;
      return keys.map((key): Shown => {
        const source = sourceOf(table.id, key);
        const values = rows.map(({ line }, at) => ({ source, row: names[at]!, value: line[positions[key]!] ?? '' }));
        const isThere =
          positions[key]! >= 0 && ![headings?.[positions[key]!], ...values.map(({ value }) => value)].some(isUnsure);
        return { source, values: isThere ? values.filter(({ row, value }) => row !== '' && value !== '') : null };
      });
    });
  });
}

/** By what rows are found again. Those that were typed get their names now; where that cannot be, they stay without. */
function namesOf(
  workbook: Workbook,
  tabs: ReadyTabs,
  register: Register,
  cells: readonly (readonly Cell[])[],
  rows: readonly { row: number; line: readonly Cell[] }[],
): string[] {
  const at = findColumns(register, cells[0] ?? []).positions[register.named!.column]!;
  const names = rows.map(({ line }) => String(line[at] ?? ''));
  const nameless = rows.filter((_, index) => names[index] === '').map(({ row }) => row);
  if (at < 0 || nameless.length === 0 || !isEntryRegister(register)) return names;
  let given: string[] = [];
  whereAllowed(() => {
    given = workbook.exclusively(() => nameRows(workbook, tabs(register), register, cells, nameless));
  });
  return names.map((name, index) => name || (given[nameless.indexOf(rows[index]!.row)] ?? ''));
}

function shownOnPages(workbook: Workbook, tabs: ReadyTabs): Shown[] {
  const standing = tabs.all.filter(({ id }) => PAGES.some((page) => page.id === id));
  if (standing.length === 0) return [];
  const designs = readDesigns(workbook.projectFile('pages'));
  return standing.flatMap((tab: WorkbookTab) => {
    const page = designs[tab.id] && pageOfSize(designs[tab.id]!, tab.size ?? 0);
    const own = Object.entries(page?.cells ?? {}).filter(([, text]) => callsOurs(text));
    if (own.length === 0) return [];
    const cells = tab.read();
    return own.map(([address]): Shown => {
      const source = sourceOf(tab.id, address);
      const { top, left, bottom, right } = cornersOf(page!.kept?.[address] ?? address);
      const lines = cells.slice(top - 1, bottom).map((line) => line.slice(left - 1, right));
      while (lines.length > 1 && lines[lines.length - 1]!.every((cell) => cell === '')) lines.pop();
      const values = lines.flat();
      if (values.some(isUnsure)) return { source, values: null };
      const place = (index: number): string => (page!.kept?.[address] ? String(index).padStart(7, '0') : '');
      return { source, values: values.map((value, index) => ({ source, row: place(index), value })) };
    });
  });
}

const isNumber = (value: Cell): boolean => typeof value === 'number' || value instanceof Date;

/** As a row of the tab; an empty one in the place of a value that is gone. */
const recordOf = (one: KeptValue | null): Record<string, Cell> => ({
  source: one?.source ?? '',
  row: one?.row ?? '',
  number: one && isNumber(one.value) ? plain(one) : '',
  text: one && !isNumber(one.value) ? one.value : '',
});

/** A day as its number; only the moment keeps its time. */
const plain = ({ source, value }: KeptValue): Cell =>
  source !== MOMENT && value instanceof Date ? (dayOf(value) ?? '') : value;

function valueIn(line: readonly Cell[], positions: Positions): KeptValue {
  const cell = (key: string): Cell => line[positions[key]!] ?? '';
  const number = cell('number');
  const days = number instanceof Date ? (dayOf(number) ?? '') : number;
  return { source: String(cell('source')), row: String(cell('row')), value: number === '' ? cell('text') : days };
}
