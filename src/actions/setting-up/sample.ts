import type { Cell } from '../../schema/column';
import type { FirstRows } from '../../schema/layout';
import { readSample, sampleRows } from '../../sample/sample';
import { isUnused } from '../../schema/table';
import { ENTRY_REGISTERS } from '../../registers';
import { closedPeriods } from '../../registers/closed-periods';
import { closedRows } from '../../registers/closed-rows';
import { isEntryRegister, nameOf, type Register } from '../../schema/register';
import { checksum, isAsWritten } from '../rows/checksum';
import { columnsOf, type readyTabs } from '../tabs';
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

/** The sample laid out up to today, every row with its name, and the day on which the partnership began. */
export function namedSample(workbook: Workbook, currency: string): { start: number; rows: FirstRows } {
  const { start, rows } = sampleRows(readSample(workbook.projectFile('sample')), workbook.today());
  const named = { ...rows };
  for (const register of ENTRY_REGISTERS) {
    const { column } = register.named;
    const done: Record<string, Cell>[] = [];
    for (const [at, kept] of (rows[register.id] ?? []).entries()) {
      const record = mapped(kept, (cell) => done[Number(EARLIER.exec(String(cell))?.[1]) - 1]?.[column] ?? cell);
      const name = `SAMPLE-${at + 1}-${checksum(register, (key) => record[key])}`;
      done.push({ ...record, [column]: nameOf(register, name) });
    }
    named[register.id] = done;
  }
  // Nobody fills in what was closed: the checksum is that of nothing.
  const unfilled = checksum(closedPeriods, () => '');
  return { start, rows: { ...named, ...closedSample(named, currency, (at) => `X-SAMPLE-${at + 1}-${unfilled}`) } };
}

export interface SurveyedRow {
  /** 1-based. */
  row: number;
  cells: readonly Cell[];
  /** A person's own, the sample's as it came, or the sample's with changes or something of a person's beside it. */
  is: 'own' | 'sample' | 'changed';
}

export interface SurveyedTab {
  tab: WorkbookTab;
  rows: SurveyedRow[];
  /** Of the whole tab, as it was read. */
  cells: Cell[][];
  register: Register;
}

/** Besides what forms write, what the sample has closed. */
const SURVEYED: readonly Register[] = [closedPeriods, closedRows, ...ENTRY_REGISTERS];

/** What stands in the logs: whose every row is. One read a tab. */
export function survey(ready: ReturnType<typeof readyTabs>): SurveyedTab[] {
  return SURVEYED.filter((register) => ready.has(register)).map((register) => {
    const name = register.named?.column ?? 'id';
    const tab = ready(register);
    const cells = tab.read();
    const positions = columnsOf(register, tab, cells, [name]);
    const rows = cells.flatMap((line, at): SurveyedRow[] => {
      if (at === 0 || isUnused(register, positions, line)) return [];
      const is = stateOf(register, cells[0]!, String(line[positions[name]!]), line);
      // What somebody has closed of the sample says nothing without it.
      return is === 'own' && !isEntryRegister(register) ? [] : [{ row: at + 1, cells: line, is }];
    });
    return { register, tab, rows, cells };
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
