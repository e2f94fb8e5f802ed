import type { Cell } from '../../schema/column';
import type { FirstRows } from '../../schema/layout';
import { readSample, sampleRows, type Sample } from '../../sample/sample';
import { findColumns, isUnused, readRows, type Table } from '../../schema/table';
import { ENTRY_REGISTERS, REGISTERS, tableNamed } from '../../registers';
import { closedPeriods } from '../../registers/closed-periods';
import { closedRows } from '../../registers/closed-rows';
import { contributions } from '../../registers/contributions';
import { sealed } from '../../registers/sealed';
import { parties, settings } from '../../registers/settings';
import { nameOf, tablesOf, type Register } from '../../schema/register';
import { checksum, isAsWritten } from '../rows/checksum';
import { readSettings } from '../settings';
import { columnsOf, readyTabs, type ReadyTabs } from '../tabs';
import { begunRows } from './begun-rows';
import { closedSample } from './closed-sample';
import type { Workbook, WorkbookTab } from '../workbook';

/**
 * Rows of the sample are known by their names, which also say what was written: `C-SAMPLE-12-1K2J3` ends in a checksum of
 * the row. A row whose checksum no longer fits was changed by somebody.
 */
const NAME = /SAMPLE-\d+-(\w+)$/;

/** `#3` stands for the name of the third row of the same table, which stands before the row that names it. */
const EARLIER = /^#(\d+)$/;

const mapped = (record: Readonly<Record<string, Cell>>, of: (cell: Cell) => Cell): Record<string, Cell> =>
  Object.fromEntries(Object.entries(record).map(([key, cell]) => [key, of(cell)]));

/** Besides what forms write, what only the add-on writes. */
const UNTYPED: readonly Register[] = [sealed, closedPeriods, closedRows];

/** Of the packs those that the sample is about; of other pages it has rows for when they are there. */
export const PACKS_OF_SAMPLE: readonly string[] = ['money'];

/** The row with which a table begins that a row of the sample stands in; of the sample, the first column says which. */
export function begunAs(
  { initial = [] }: Table,
  keyed: string,
  row: Readonly<Record<string, unknown>>,
): Record<string, Cell> | undefined {
  return initial.find((one) => one[keyed] === row[keyed]);
}

/** Rows of the sample by their tables, every one whole, and with its name where rows of the table have names. */
export function namedSample(workbook: Workbook, currency: string, start: number): FirstRows {
  const sample = readSample(workbook.projectFile('sample'));
  const kept = sampleRows(sample, start);
  const named: Record<string, FirstRows[string]> = {};
  for (const [id, { columns }] of Object.entries(sample)) {
    const table = tableNamed(id);
    const [key] = columns as [string];
    // What says where a row belongs stands first in it.
    named[id] = kept[id]!.map((row) => ({ [key]: row[key]!, ...begunAs(table, key, row), ...row }));
  }
  for (const register of ENTRY_REGISTERS) {
    const { column } = register.named;
    const done: Record<string, Cell>[] = [];
    for (const [at, row] of (named[register.id] ?? []).entries()) {
      const record = mapped(row, (cell) => done[Number(EARLIER.exec(String(cell))?.[1]) - 1]?.[column] ?? cell);
      const name = `SAMPLE-${at + 1}-${checksum(register, (key) => record[key])}`;
      done.push({ ...record, [column]: nameOf(register, name) });
    }
    named[register.id] = done;
  }
  // Nobody fills in what only the add-on writes: the checksum is that of nothing.
  const untyped = (at: number): string => `X-SAMPLE-${at + 1}-${checksum(closedPeriods, () => '')}`;
  const opened = (named[sealed.id] ?? []).map((row, at) => ({ ...row, id: untyped(at) }));
  return { ...named, [sealed.id]: opened, ...closedSample(named, currency, untyped) };
}

/** The same as the rows that fresh tabs begin with: what a table begins with stands, filled in where the sample does. */
export function freshRows(rows: FirstRows): FirstRows {
  const fresh = Object.entries(rows).map(([id, filled]) => {
    const { initial } = tableNamed(id);
    const [key = ''] = Object.keys(filled[0] ?? {});
    const inPlace = (row: Record<string, Cell>): Record<string, Cell> =>
      filled.find((one) => one[key] === row[key]) ?? row;
    return [id, initial ? initial.map(inPlace) : filled];
  });
  return Object.fromEntries(fresh) as FirstRows;
}

/** Rows of the sample for tabs that are added while it is in the sheet; none where it is not. */
export function sampleFor(workbook: Workbook): FirstRows {
  const ready = readyTabs(workbook);
  if (!ready.has(contributions)) return {};
  const cells = ready(settings).read();
  const { start, currency } = readSettings(cells);
  const sides = readRows(parties, cells).map(({ party }) => party);
  const sample = readSample(workbook.projectFile('sample'));
  const isThere =
    start !== null &&
    sample.parties!.rows.every(([side]) => sides.includes(String(side))) &&
    surveyed(ready(contributions), contributions, ready(contributions).read()).some(({ is }) => is === 'sample');
  return isThere ? freshRows(namedSample(workbook, currency ?? '', start)) : {};
}

export interface SurveyedRow {
  /** 1-based. */
  row: number;
  cells: readonly Cell[];
  /** A person's own, the sample's as it came, or the sample's with changes or something of a person's beside it. */
  is: 'own' | 'sample' | 'changed';
  /** The row that its table begins with, where the sample has filled in that one. */
  begun?: Record<string, Cell>;
}

export interface SurveyedTab {
  tab: WorkbookTab;
  rows: SurveyedRow[];
  /** Of the whole tab, as it was read. */
  cells: Cell[][];
  register: Register;
  table: Table;
}

/** What stands in the logs, and what the sample has filled in elsewhere: whose every row is. One read a tab. */
export function survey(ready: ReadyTabs, sample: Sample): SurveyedTab[] {
  const logs = [...UNTYPED, ...ENTRY_REGISTERS].filter((register) => ready.has(register));
  const others = REGISTERS.filter((one) => one.pack !== undefined && ready.has(one) && !logs.includes(one));
  const all = [
    ...logs.map((register): SurveyedTab => {
      const tab = ready(register);
      const cells = tab.read();
      return { register, table: register, tab, cells, rows: surveyed(tab, register, cells) };
    }),
    ...others.flatMap((register) =>
      tablesOf(register).flatMap((table): SurveyedTab[] => {
        const rows = table.initial && sample[table.id];
        if (!rows) return [];
        const tab = ready(register);
        const cells = tab.read();
        return [{ register, table, tab, cells, rows: filledIn(table, rows, cells) }];
      }),
    ),
  ];
  return all.map((one) => ({ ...one, rows: withBegun(one, sample) }));
}

/** Rows of the sample that stand in the place of rows that their table begins with know these. */
function withBegun({ table, cells, rows }: SurveyedTab, sample: Sample): SurveyedRow[] {
  const { positions } = findColumns(table, cells[0] ?? []);
  const key = sample[table.id]?.columns[0] ?? '';
  return rows.map((row) => {
    const begun = row.is === 'own' ? undefined : begunAs(table, key, { [key]: row.cells[positions[key]!] });
    return begun ? { ...row, begun } : row;
  });
}

function surveyed(tab: WorkbookTab, register: Register, cells: readonly (readonly Cell[])[]): SurveyedRow[] {
  const name = register.named?.column ?? 'id';
  const positions = columnsOf(register, tab, cells, [name]);
  const isBegun = begunRows(register, cells[0]!);
  return cells.flatMap((line, at): SurveyedRow[] => {
    if (at === 0 || isUnused(register, positions, line) || isBegun(line)) return [];
    const is = stateOf(register, cells[0]!, String(line[positions[name]!]), line);
    // What somebody has closed of the sample says nothing without it.
    return is === 'own' && UNTYPED.includes(register) ? [] : [{ row: at + 1, cells: line, is }];
  });
}

/** Rows without names, of a table that begins with rows: those that still say what the sample says. */
function filledIn(table: Table, { columns, rows }: Sample[string], cells: readonly (readonly Cell[])[]): SurveyedRow[] {
  const { positions } = findColumns(table, cells[0] ?? []);
  return cells.flatMap((line, at): SurveyedRow[] => {
    const is = rows.some((row) => columns.every((key, column) => line[positions[key]!] === row[column]));
    return at > 0 && is ? [{ row: at + 1, cells: line, is: 'sample' }] : [];
  });
}

function stateOf(
  register: Register,
  headings: readonly Cell[],
  name: string,
  line: readonly Cell[],
): SurveyedRow['is'] {
  const sum = NAME.exec(name)?.[1];
  if (sum === undefined) return 'own';
  return isAsWritten(register, headings, line, sum) ? 'sample' : 'changed';
}

/** Is this a row of the sample, or one of its sides? */
export const isOfSample = (line: readonly Cell[], { parties = [] }: FirstRows): boolean =>
  line.some((cell) => NAME.test(String(cell)) || parties.some(({ party }) => party === cell));
