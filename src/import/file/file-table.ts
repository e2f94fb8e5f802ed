import { eachInSlices, type Slices } from '../slices';
import { plainText } from '../values/plain-text';
import { checkKind, checkText, NotATable } from './file-kind';
import { decode } from './decode';
import { headingOf, type Heading } from './headings';
import { allRows, firstRows, namedSeparator, SEPARATORS, withOneLineEnd, type Separator } from './separated-text';

/** A row of the file. `line` is its number as a spreadsheet would show it: headings and blank rows count. */
export interface FileRow {
  line: number;
  cells: readonly string[];
}

export interface FileTable {
  /** What stands above the headings, in one line. */
  title: string;
  headings: readonly Heading[];
  /** Without blank rows and without the total. */
  rows: readonly FileRow[];
  /** The row that adds the others up, first or last. */
  total: FileRow | null;
}

/** How many of a row's cells are headings that somebody knows; 0 for a row that is no heading. */
export type KnownHeadings = (headings: readonly Heading[]) => number;

/** Reads a file, or text that was pasted. @throws NotATable with a sentence that says what to do */
export async function readFileTable(
  given: Uint8Array | string,
  knownHeadings: KnownHeadings,
  slices: Slices,
): Promise<FileTable> {
  if (typeof given !== 'string') checkKind(given.subarray(0, 4_000), given.length);
  const decoded = typeof given === 'string' ? given : decode(given);
  checkText(decoded);
  const text = await withOneLineEnd(decoded, slices);
  const { separator, at } = howItIsMade(text, knownHeadings);
  const rows = await allRows(text, separator, slices);
  return tableOf(rows, at, slices);
}

interface Made {
  separator: Separator;
  /** Of the headings' row, from 0. */
  at: number;
}

function howItIsMade(text: string, knownHeadings: KnownHeadings): Made {
  const named = namedSeparator(text);
  const separators = named === null ? SEPARATORS : [named];
  let best: (Made & { known: number; width: number }) | null = null;
  for (const separator of separators) {
    const rows = firstRows(text, separator);
    const known = rows.map((row) => knownHeadings(row.map(headingOf)));
    const most = Math.max(...known);
    const at = most > 0 ? known.indexOf(most) : likeliestHeadings(rows);
    const width = rows[at]?.filter((cell) => cell.trim() !== '').length ?? 0;
    const fits = rows.slice(at + 1).filter((row) => row.length === rows[at]!.length).length + 1;
    // Of columns that nobody knows, those that the rows below have as well.
    const made = { separator, at, known: most, width: width * fits };
    if (!best || made.known > best.known || (made.known === best.known && made.width > best.width)) best = made;
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

const TOTAL =
  /^(?:grand |sub)?(?:totals?|sum|gesamt(?:summe)?|summe|insgesamt|totaux|totale|totaal|suma|razem)(?: \(.*\)|:)?$/i;

async function tableOf(all: readonly string[][], at: number, slices: Slices): Promise<FileTable> {
  const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
  const heads = all[at]!.map((cell) => cell.trim());
  // Of files that were put together each brings its headings.
  const isHeadings = (cells: readonly string[]): boolean => heads.every((head, i) => head === (cells[i] ?? '').trim());
  const rows: FileRow[] = [];
  await eachInSlices(all, slices, (cells, index) => {
    if (index > at && !isBlank(cells) && !isHeadings(cells)) rows.push({ line: index + 1, cells });
  });
  const title = plainText(
    all
      .slice(0, at)
      .flat()
      .filter((cell) => !/^\ufeff?sep=/i.test(cell))
      .join(' '),
  );
  const isTotal = (row: FileRow | undefined): boolean =>
    row !== undefined && TOTAL.test(plainText(row.cells.find((cell) => cell.trim() !== '') ?? ''));
  const total = isTotal(rows[0]) ? rows.shift()! : isTotal(rows[rows.length - 1]) ? rows.pop()! : null;
  return { title, headings: named(all[at]!.map(headingOf)), rows, total };
}

/** Columns of the same heading are told apart by a number, and a column without one by its place. */
function named(headings: readonly Heading[]): Heading[] {
  const seen = new Map<string, number>();
  return headings.map((heading, at) => {
    if (heading.name === '') return headingOf(`Column ${at + 1}`);
    const count = (seen.get(heading.name) ?? 0) + 1;
    seen.set(heading.name, count);
    return count === 1 ? heading : { ...heading, text: `${heading.text} ${count}`, name: `${heading.name} ${count}` };
  });
}
