import type { FileTable } from '../file/file-table';
import type { Plan } from '../plan';
import { sourceNamed } from '../sources';
import { cellOf, columnAt } from './cells';

/** Fields whose headings may name the currency. */
const AMOUNTS = ['gross', 'amount', 'unitValue'];

/** The currency of a row: by a column of its own (`usd`, `Euro - EUR`), by a heading (`Amount (USD)`), by the source. */
export function currencyOfRow(plan: Plan, table: FileTable, cells: readonly string[]): string | null {
  const { currency } = sourceNamed(plan.source);
  if (currency && 'column' in currency) {
    const code = /(?:^|\W)([a-z]{3})$/i.exec(cellOf(table, currency.column, cells))?.[1];
    if (code) return code.toUpperCase();
  }
  for (const field of AMOUNTS) {
    const named = table.headings[columnAt(table, plan.columns[field]?.[0] ?? '')]?.currency;
    if (named) return named;
  }
  return currency && 'always' in currency && plan.columns.gross ? currency.always : null;
}
