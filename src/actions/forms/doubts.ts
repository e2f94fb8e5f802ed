import type { Cell } from '../../schema/column';
import type { FormValues } from '../../schema/form';
import { filledIn, type Register } from '../../schema/register';
import { sameText } from '../../schema/same-text';
import type { Outcome } from '../asking/outcome';

/** Under this name a form says that a person wants what they were asked about. */
export const SURE = 'sure';

export const asking = (question: string, label: string): Outcome => ({
  kind: 'asks',
  question,
  yes: { label, values: { [SURE]: 'yes' } },
});

/**
 * What is asked about a row because its cells contradict each other; null where nothing is.
 * @param entry the row as it would stand
 * @param changed the keys that were filled in or changed: a row that says so already may still be changed elsewhere
 */
export function questionAbout(
  { doubts = [] }: Pick<Register, 'doubts'>,
  entry: Record<string, Cell | undefined>,
  typed: FormValues,
  changed: readonly string[] = Object.keys(entry),
): string | null {
  const found = doubts.find(({ choice: [column, word], less: [less, than] }) => {
    const [a, b] = [entry[less], entry[than]];
    const isInDoubt = sameText(entry[column], word) && typeof a === 'number' && typeof b === 'number' && a < b;
    return isInDoubt && [column, less, than].some((key) => changed.includes(key));
  });
  return found ? filledIn(found.ask, (key) => (typed[key] ?? '').trim()) : null;
}
