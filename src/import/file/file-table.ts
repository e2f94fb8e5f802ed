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
  const decoded = typeof given === 'string' ? given : await decode(given, slices);
  checkText(decoded);
  const text = await withOneLineEnd(decoded, slices);
  const { separator, at, cells } = howItIsMade(text, knownHeadings);
  const rows = await allRows(text, separator, cells, slices);
  return tableOf(rows, at, slices);
}

interface Made {
  separator: Separator;
  /** Of the headings' row, from 0. */
  at: number;
  /** How many cells the headings are. */
  cells: number;
}

function howItIsMade(text: string, knownHeadings: KnownHeadings): Made {
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

const TOTAL =
  /^(?:grand |sub)?(?:totals?|sum|gesamt(?:summe)?|summe|insgesamt|totaux|totale|totaal|suma|razem)(?: \(.*\)|:)?$/i;

async function tableOf(all: readonly string[][], at: number, slices: Slices): Promise<FileTable> {
  const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
  const headings = all[at]!.map(headingOf);
  // Of files that were put together each brings its headings. Few rows have even the first of them.
  const isHeadings = (cells: readonly string[]): boolean =>
    headings[0]!.text.length === plainText(cells[0] ?? '').length &&
    headings.every(({ name }, i) => headingOf(cells[i] ?? '').name === name) &&
    cells.slice(headings.length).every((cell) => cell.trim() === '');
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
  const total = takeTotal(rows);
  if (rows.length === 0 && !total)
    throw new NotATable('It has headings and no rows below them: there is nothing to import.');
  return { title, headings: named(headings), rows, total };
}

/** A day amid a row: what adds others up is of none. */
const DAY = /^\s*(?:\d{4}-\d\d?-\d\d?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?!\d)/;

const filled = ({ cells }: FileRow): string[] => cells.filter((cell) => cell.trim() !== '');

function isTotal(row: FileRow): boolean {
  const [first = '', ...others] = filled(row);
  return TOTAL.test(plainText(first)) && !others.some((cell) => DAY.test(cell));
}

/** A line below the table says something about it in one cell. */
const isRemark = (row: FileRow): boolean => filled(row).length === 1;

/** Takes out the row that adds the others up: the first one, or the last of those at the end, where remarks may follow. */
function takeTotal(rows: FileRow[]): FileRow | null {
  if (rows[0] && isTotal(rows[0])) return rows.shift()!;
  let end = rows.length;
  while (end > 0 && (isTotal(rows[end - 1]!) || isRemark(rows[end - 1]!))) end -= 1;
  const totals = rows.slice(end).filter(isTotal);
  if (totals.length === 0) return null;
  rows.splice(end, rows.length - end, ...rows.slice(end).filter((row) => !isTotal(row)));
  return totals[totals.length - 1]!;
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
