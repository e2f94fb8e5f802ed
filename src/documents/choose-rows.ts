import { dayOf } from '../calc/day';
import { sameText } from '../schema/same-text';
import type { SourceRow } from './source';
import type { Rows } from './template';

/**
 * The rows that belong into a document, in the order in which they are shown.
 * @param said a word of the template with what was chosen filled in
 */
export function chooseRows(
  { where = {}, unless = {}, filled = [], newest, together }: Rows,
  all: readonly SourceRow[],
  said: (word: string) => string,
): SourceRow[] {
  const says = ({ shown }: SourceRow, [key, words]: [string, readonly string[]]): boolean =>
    words.some((word) => sameText(shown[key] ?? '', said(word)));
  const found = all.filter(
    (row) =>
      Object.entries(where).every((one) => says(row, one)) &&
      !Object.entries(unless).some((one) => says(row, one)) &&
      filled.every((key) => (row.shown[key] ?? '').trim() !== ''),
  );
  if (newest !== undefined) {
    const on = ({ values }: SourceRow): number => dayOf(values[newest]) ?? 0;
    found.sort((a, b) => on(b) - on(a));
  }
  if (together !== undefined) {
    const first = (row: SourceRow): number =>
      found.findIndex(({ shown }) => sameText(shown[together] ?? '', row.shown[together] ?? ''));
    return found
      .map((row) => ({ row, at: first(row) }))
      .sort((a, b) => a.at - b.at)
      .map(({ row }) => row);
  }
  return found;
}
