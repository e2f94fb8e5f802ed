import { currencyIn } from '../../schema/typed-number';
import type { FileTable } from '../file/file-table';
import { completed, type Plan } from '../plan';
import { sourceNamed } from '../sources';
import { cellOf, columnAt, textOf } from './cells';

/** Fields whose headings may name the currency. */
const AMOUNTS = ['gross', 'amount', 'unitValue'];

/** No amount is longer. */
const LONGEST = 60;

/**
 * The currency of a row: by a column of its own (`usd`, `Euro - EUR`), by a heading (`Amount (USD)`), by the source, else by
 * what stands beside the amount itself: `USD`, or a sign such as `$`.
 */
export function currencyOfRow(plan: Plan, table: FileTable, cells: readonly string[]): string | null {
  const { currency } = sourceNamed(plan.source);
  if (currency && 'column' in currency) {
    const code = /(?:^|\W)([a-z]{3})$/i.exec(cellOf(table, currency.column, cells))?.[1];
    if (code) return code.toUpperCase();
  }
  const { columns } = completed(plan);
  const taken = AMOUNTS.flatMap((field) => (columns[field] ? [columns[field]] : []));
  for (const names of taken) {
    const named = table.headings[columnAt(table, names[0] ?? '')]?.currency;
    if (named) return named;
  }
  if (currency && 'always' in currency && columns.gross) return currency.always;
  for (const names of taken) {
    const text = textOf(table, names, cells);
    const mark = /[^\d.,\s+-]/.test(text) && text.length <= LONGEST ? currencyIn(text, 'en') : null;
    if (mark) return mark.toUpperCase();
  }
  return null;
}
