import type { Cell } from './column';
import { INVISIBLE, SPACES } from './names';

const classOf = (codes: readonly number[]): string => `[${codes.map((code) => String.fromCharCode(code)).join('')}]`;

const invisible = new RegExp(classOf(INVISIBLE), 'g');
/** Line breaks and tabs are spaces to the eye as well. */
const spaces = new RegExp(`(?:\\s|${classOf(SPACES)})+`, 'g');

/**
 * Whether two cells say the same to the eye: without regard to case, to the kind and number of spaces, and to characters
 * that nobody sees, as the formulas compare names. A blank is like any blank.
 */
export const sameText = (a: Cell | null | undefined, b: Cell | null | undefined): boolean =>
  a === b || plain(a) === plain(b);

const plain = (cell: Cell | null | undefined): string =>
  String(cell ?? '')
    .replace(invisible, '')
    .replace(spaces, ' ')
    .trim()
    .toLowerCase();
