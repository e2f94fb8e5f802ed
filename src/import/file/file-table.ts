import { eachInSlices, type Slices } from '../slices';
import { plainText } from '../values/plain-text';
import { checkKind, checkText, NotATable } from './file-kind';
import { decode } from './decode';
import { headingOf, type Heading } from './headings';
import { howItIsMade, type KnownHeadings } from './how-made';
import { allRows, withOneLineEnd, type Separator } from './separated-text';
import { TornCells } from './torn-cells';
import { takeTotal } from './total';

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
  /** What somebody should look at before the rows are imported, in sentences. */
  remarks: readonly string[];
}

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
  return tableOf(rows, at, separator, slices);
}

async function tableOf(all: readonly string[][], at: number, separator: Separator, slices: Slices): Promise<FileTable> {
  const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
  const headings = all[at]!.map(headingOf);
  // Of files that were put together each brings its headings. Few rows have even the first of them.
  const isHeadings = (cells: readonly string[]): boolean =>
    headings[0]!.text.length === plainText(cells[0] ?? '').length &&
    headings.every(({ name }, i) => headingOf(cells[i] ?? '').name === name) &&
    cells.slice(headings.length).every((cell) => cell.trim() === '');
  const rows: FileRow[] = [];
  const torn = new TornCells(headings, separator);
  await eachInSlices(all, slices, (cells, index) => {
    if (index <= at || isBlank(cells) || isHeadings(cells)) return;
    rows.push({ line: index + 1, cells });
    torn.look(rows[rows.length - 1]!);
  });
  const title = plainText(
    all
      .slice(0, at)
      .flat()
      .filter((cell) => !/^\ufeff?sep=/i.test(cell))
      .join(' '),
  );
  const { total, doubt } = takeTotal(rows);
  if (rows.length === 0 && !total)
    throw new NotATable('It has headings and no rows below them: there is nothing to import.');
  return {
    title,
    headings: named(headings),
    rows,
    total,
    remarks: [...torn.remarks, ...(doubt === null ? [] : [doubt])],
  };
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
