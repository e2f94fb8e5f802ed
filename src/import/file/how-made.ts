import { NotATable } from './file-kind';
import { headingOf, type Heading } from './headings';
import { firstRows, namedSeparator, SEPARATORS, type Separator } from './separated-text';

/** How many of a row's cells are headings that somebody knows; 0 for a row that is no heading. */
export type KnownHeadings = (headings: readonly Heading[]) => number;

export interface Made {
  separator: Separator;
  /** Of the headings' row, from 0. */
  at: number;
  /** How many cells the headings are. */
  cells: number;
}

/** By what cells are separated, and where the headings stand. @throws NotATable where there are none */
export function howItIsMade(text: string, knownHeadings: KnownHeadings): Made {
  const named = namedSeparator(text);
  // What the first line says may have been true of the file before another program wrote it anew.
  const separators = named === null ? SEPARATORS : [named, ...SEPARATORS];
  let best: (Made & { known: number; width: number }) | null = null;
  for (const separator of separators) {
    const rows = firstRows(text, separator);
    const known = rows.map((row) => knownHeadings(row.map(headingOf)));
    const most = Math.max(...known);
    const at = most > 0 ? known.indexOf(most) : likeliestHeadings(rows);
    const width = rows[at]?.filter((cell) => cell.trim() !== '').length ?? 0;
    const fits = rows.slice(at + 1).filter((row) => row.length === rows[at]!.length).length + 1;
    // Of columns that nobody knows, those that the rows below have as well.
    const made = { separator, at, cells: rows[at]?.length ?? 0, known: most, width: width * fits };
    if (separator === named && (most > 0 || width > 1)) best = { ...made, width: Infinity };
    else if (!best || made.known > best.known || (made.known === best.known && made.width > best.width)) best = made;
  }
  if (!best || (best.known === 0 && !firstRows(text, best.separator).some((row) => row.length > 1))) {
    throw new NotATable(
      'There is no table in it: columns have to be separated by commas, semicolons or tabs. Choose the CSV file that the program exports.',
    );
  }
  return best;
}

/** The first row that is about as wide as the widest and has no number in it. */
function likeliestHeadings(rows: readonly string[][]): number {
  const widths = rows.map((row) => row.filter((cell) => cell.trim() !== '').length);
  const wide = Math.max(...widths) * 0.6;
  const at = rows.findIndex(
    (row, index) =>
      widths[index]! >= Math.max(2, wide) && !row.some((cell) => /^[-+]?[\d.,:/ %€$-]*\d$/.test(cell.trim())),
  );
  return at >= 0
    ? at
    : Math.max(
        0,
        widths.findIndex((width) => width >= wide),
      );
}
