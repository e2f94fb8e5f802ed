import { dayOf } from '../../calc/day';
import { REGISTERS } from '../../registers';
import { kept } from '../../registers/kept';
import { PAGES } from '../../registers/pages';
import type { Cell } from '../../schema/column';
import { callsOurs, DAY, MOMENT, sourceOf } from '../../schema/kept';
import { cornersOf, pageOfSize, readDesigns } from '../../schema/page';
import { isEntryRegister, type Register } from '../../schema/register';
import { findColumns, isUnused, type Positions } from '../../schema/table';
import { whereAllowed } from '../forbidden';
import { joinRuns, rowBlocks } from '../rows/blocks';
import { plainTextColumns } from '../rows/change-rows';
import { nameRows } from '../rows/name-rows';
import { readyTabs, type ReadyTabs } from '../tabs';
import { Busy, NotReady, Unsettled, type Workbook, type WorkbookTab } from '../workbook';

interface KeptValue {
  source: string;
  row: string;
  value: Cell;
}

/**
 * Keeps what formulas with functions of ours show now, with the moment. What shows an error or is still loading keeps the
 * values that were kept before. A read for each tab that has such formulas; one write, where something has changed since or
 * another day has begun. Nobody is disturbed where somebody else is writing, or where this person may not write.
 */
export function keepValues(workbook: Workbook): void {
  try {
    const tabs = readyTabs(workbook);
    if (!tabs.has(kept)) return;
    // Looked at before the lock is taken: reading takes long, and nobody should wait for it.
    const shown = [...shownInRegisters(workbook, tabs), ...shownOnPages(workbook, tabs)];
    whereAllowed(() => workbook.exclusively(() => write(workbook, tabs(kept), shown)));
  } catch (error) {
    if (!(error instanceof NotReady || error instanceof Busy || error instanceof Unsettled)) throw error;
  }
}

function write(workbook: Workbook, tab: WorkbookTab, shown: readonly Shown[]): void {
  const cells = tab.read();
  const { positions } = findColumns(kept, cells[0] ?? []);
  const before = cells.slice(1).filter((line) => !isUnused(kept, positions, line));
  const standing = before.map((line) => valueIn(line, positions));
  const sure = shown.flatMap(({ source, values }) => values ?? standing.filter((one) => one.source === source));
  const today = { source: DAY, row: '', value: workbook.today() };
  if (isSame([today, ...sure], standing.slice(1))) return;
  const moment = { source: MOMENT, row: '', value: workbook.now() };
  const lines = [moment, today, ...sure].map((one) => recordOf(one));
  const gone = Array.from({ length: Math.max(0, before.length - lines.length) }, () => recordOf(null));
  const blocks = joinRuns([...lines, ...gone].flatMap((record, index) => rowBlocks(index + 2, record, positions)));
  tab.write(blocks, plainTextColumns(kept, positions), cells.length);
}

/** What a source shows: null where that is not sure. */
interface Shown {
  source: string;
  values: KeptValue[] | null;
}

const UNSURE = /^(#(NAME\?|REF!|N\/A|VALUE!|DIV\/0!|NUM!|NULL!|ERROR!)|Loading(\.{3}|…))$/;
const isUnsure = (cell: Cell | undefined): boolean => typeof cell === 'string' && UNSURE.test(cell);

function shownInRegisters(workbook: Workbook, tabs: ReadyTabs): Shown[] {
  return REGISTERS.filter((register) => register.named && tabs.has(register)).flatMap((register: Register) => {
    const keys = Object.keys(register.columns).filter((key) => callsOurs(register.columns[key]!.formula ?? ''));
    if (keys.length === 0) return [];
    const cells = tabs(register).read();
    const { positions } = findColumns(register, cells[0] ?? []);
    const rows = cells.flatMap((line, index) =>
      index === 0 || isUnused(register, positions, line) ? [] : [{ row: index + 1, line }],
    );
    const names = namesOf(workbook, tabs, register, cells, rows);
    // A column whose heading shows an error or is still loading reads as an empty one.
    const isBlank = (key: string): boolean => rows.every(({ line }) => (line[positions[key]!] ?? '') === '');
    const headings = rows.length > 0 && keys.some(isBlank) ? tabs(register).shown()[0]! : [];
    return keys.map((key): Shown => {
      const source = sourceOf(register.id, key);
      const values = rows.map(({ line }, at) => ({ source, row: names[at]!, value: line[positions[key]!] ?? '' }));
      const isThere =
        positions[key]! >= 0 && ![headings[positions[key]!], ...values.map(({ value }) => value)].some(isUnsure);
      return { source, values: isThere ? values.filter(({ row, value }) => row !== '' && value !== '') : null };
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

const isSame = (a: readonly KeptValue[], b: readonly KeptValue[]): boolean =>
  JSON.stringify(a.map(recordOf)) === JSON.stringify(b.map(recordOf));
