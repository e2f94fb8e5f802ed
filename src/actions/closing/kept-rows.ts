import { dayOf } from '../../calc/day';
import { closedRows, KEPT } from '../../registers/closed-rows';
import { payments } from '../../registers/payments';
import { revenue } from '../../registers/revenue';
import { terms } from '../../registers/terms';
import type { Cell } from '../../schema/column';
import type { Register } from '../../schema/register';
import { findColumns, isBlank, isUnused } from '../../schema/table';
import type { StandingDeal } from '../terms/standing-deal';

export const TABLES = { revenue, terms, payments } as const;
type TableId = keyof typeof TABLES;

/** A row of money as it is kept, without the closing. */
type Kept = Record<string, Cell>;

const CELLS = ['day', 'party', 'other', 'item', 'first', 'second', 'third', 'fourth'] as const;

const nameOf = ({ table, row }: Kept): string => `${String(table)}\n${String(row)}`;
const textOf = (kept: Kept): string =>
  JSON.stringify(CELLS.map((key) => (key === 'day' ? (dayOf(kept.day) ?? '') : (kept[key] ?? ''))));

/** The rows of a table up to a day, as they stand; those without a day hold from the beginning. */
function standing(table: TableId, lines: readonly (readonly Cell[])[], until: number): Kept[] {
  const register: Register = TABLES[table];
  const { positions } = findColumns(register, lines[0] ?? []);
  return lines.flatMap((line, index): Kept[] => {
    if (index === 0 || isUnused(register, positions, line)) return [];
    const kept: Kept = { table, row: line[positions.id!]! };
    for (const [key, of] of Object.entries(KEPT[table])) kept[key] = line[positions[of]!] ?? '';
    const day = dayOf(kept.day);
    if (day === null && !(table === 'terms' && isBlank(kept.day))) return [];
    return (day ?? 0) > until ? [] : [{ ...kept, day: day ?? '' }];
  });
}

/**
 * What has to be kept so that later changes can be told: rows up to a day that are new, changed or gone since the earlier
 * closings kept theirs.
 * @param lines of the tab Closed rows, without those of closings that do not count
 */
export function rowsToKeep(
  { cells }: Pick<StandingDeal, 'cells'>,
  lines: readonly (readonly Cell[])[],
  counts: ReadonlySet<Cell>,
  until: number,
): Kept[] {
  const at = findColumns(closedRows, lines[0] ?? []).positions;
  const last = new Map<string, Kept>();
  for (const line of lines.slice(1)) {
    if (!counts.has(line[at.closing]!)) continue;
    const kept: Kept = { table: line[at.table]!, row: line[at.row]! };
    for (const key of CELLS) kept[key] = line[at[key]] ?? '';
    last.set(nameOf(kept), kept);
  }
  const now = (Object.keys(TABLES) as TableId[]).flatMap((table) => standing(table, cells[table], until));
  const there = new Set(now.map(nameOf));
  const changed = now.filter((row) => {
    const before = last.get(nameOf(row));
    return before === undefined || textOf(before) !== textOf(row);
  });
  const isGone = (row: Kept): boolean => !there.has(nameOf(row)) && CELLS.some((key) => !isBlank(row[key]));
  const gone = [...last.values()].filter(isGone).map(({ table, row }) => ({ table: table!, row: row! }));
  return [...changed, ...gone];
}
