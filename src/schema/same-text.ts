import { nameKey } from '../calc/name';
import type { Cell } from './column';

/**
 * Whether two cells say the same to the eye: without regard to case, to the kind and number of spaces, and to characters
 * that nobody sees, as the formulas compare names. A blank is like any blank.
 */
export const sameText = (a: Cell | null | undefined, b: Cell | null | undefined): boolean =>
  a === b || plain(a) === plain(b);

const plain = (cell: Cell | null | undefined): string => nameKey(String(cell ?? ''));
