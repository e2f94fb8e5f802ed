import { readDeal, type DealTables } from '../../functions/money/deal/deal';
import { toRange } from '../../functions/runner/grid';
import type { Problem } from '../../calc/statement/problem';
import type { FieldErrors } from '../../schema/checks';
import type { Cell } from '../../schema/column';
import type { EntryRegister } from '../../schema/register';
import type { Positions } from '../../schema/table';

/** Somebody bears the deal: who that is does not matter to rows of revenue. */
const SOME_TERMS = toRange([
  ['Party', 'Term', 'Value', 'Effective from'],
  ['payer', 'payer', '', ''],
]);
export const NO_REVENUE = toRange([['Date', 'Gross']]);

/**
 * What the statement would refuse of a row of a deal, by field; null where it fits. It is held against the rows that
 * stand, so that a refund beyond its sale, or a term that stands twice, is found before it is written.
 * @param lines the cells of the tab, headings first
 * @param at where the row stands among them (from 0); null for a new one
 * @param decimals of the partnership's currency
 */
export function dealErrors(
  { columns, deal, form }: EntryRegister,
  lines: readonly (readonly Cell[])[],
  positions: Positions,
  record: Record<string, Cell>,
  at: number | null,
  decimals: number,
): FieldErrors | null {
  if (!deal) return null;
  // Whether a side is one of the terms is not asked here: revenue may come before terms.
  const keys = Object.keys(columns).filter((key) => key !== 'collectedBy' && columns[key]!.filled !== 'by formula');
  const standing = lines.slice(1).map((line) => keys.map((key) => line[positions[key]!] ?? ''));
  const row = at ?? standing.length + 1;
  const changed = [...standing];
  changed[row - 1] = keys.map((key, i) => record[key] ?? standing[row - 1]?.[i] ?? '');
  const problemsOf = (rows: readonly Cell[][]): readonly Problem[] => {
    const range = toRange([keys.map((key) => columns[key]!.header), ...rows]);
    const tables: DealTables = { revenue: NO_REVENUE, terms: SOME_TERMS, payments: null, [deal.table]: range };
    return readDeal(tables, null, decimals).problems.filter(({ table, row: of }) => table === deal.table && of);
  };
  const found = problemsOf(changed);
  const own = found.filter((problem) => problem.row === row);
  const fieldOf = ({ column }: Problem): string =>
    Object.keys(form.ask).find((key) => columns[key]!.header === column) ?? deal.blame;
  if (own.length > 0) return Object.fromEntries(own.reverse().map((one) => [fieldOf(one), sentence(one.complaint)]));
  if (found.length === 0) return null;
  // Another row may be to blame that was right before.
  const before = new Set(problemsOf(standing).map(({ row: of, complaint }) => `${of} ${complaint}`));
  const other = found.find(({ row: of, complaint }) => !before.has(`${of} ${complaint}`));
  return other ? { [deal.blame]: `Row ${other.row! + 1} would not fit any more: ${other.complaint}.` } : null;
}

const sentence = (complaint: string): string => `${complaint.charAt(0).toUpperCase()}${complaint.slice(1)}.`;
