import type { Cell } from './column';

/** Whether two cells say the same: names are compared trimmed and without regard to case; a blank is like any blank. */
export const sameText = (a: Cell | null | undefined, b: Cell | null | undefined): boolean => plain(a) === plain(b);

const plain = (cell: Cell | null | undefined): string =>
  String(cell ?? '')
    .trim()
    .toLowerCase();
