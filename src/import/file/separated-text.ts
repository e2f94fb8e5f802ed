import Papa from 'papaparse';
import type { Slices } from '../slices';
import { NotATable } from './file-kind';

/** Characters parsed at a time: some tens of milliseconds. */
const PART = 200_000;
/** Lines that are looked at to find out how a file is made. */
const FIRST_ROWS = 40;
const FIRST_CHARACTERS = 100_000;

export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = string;

/** `sep=;` in the first line, as Excel writes and reads it. */
export const namedSeparator = (text: string): Separator | null =>
  /^\ufeff?"?sep=(.)"?\s*(?:\r|\n|$)/i.exec(text)?.[1] ?? null;

/** The first rows as they come out with one separator. */
export function firstRows(text: string, separator: Separator): string[][] {
  return Papa.parse<string[]>(text.slice(0, FIRST_CHARACTERS), { delimiter: separator, preview: FIRST_ROWS }).data;
}

/** Characters looked through at a time: a few milliseconds. */
const LONG_PART = 2_000_000;

/** Lines that end in one way: files that were put together end theirs in several, and old ones in another. */
export async function withOneLineEnd(text: string, slices: Slices): Promise<string> {
  if (!text.includes('\r')) return text;
  const parts: string[] = [];
  for (let start = 0; start < text.length;) {
    let end = start + LONG_PART;
    // The two characters of one end stay together.
    if (text[end - 1] === '\r') end += 1;
    parts.push(text.slice(start, end).replace(/\r\n?/g, '\n'));
    start = end;
    await slices.pause();
  }
  return parts.join('');
}

/** Of a row with a mark amid a quoted cell: whether cells or rows ran together at it. `"5" disk"` alone does no harm. */
const isTorn = (cells: readonly string[], width: number): boolean =>
  cells.length !== width || cells.some((cell) => cell.includes('\n'));

/**
 * All rows, blank ones included.
 * @param width how many cells the headings are
 * @throws NotATable where a quotation mark is opened and never closed, or closed by that of another cell: what stands
 * between would be one cell
 */
export function allRows(text: string, separator: Separator, width: number, slices: Slices): Promise<string[][]> {
  const rows: string[][] = [];
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(text, {
      delimiter: separator,
      // It is the library's name for parts of a file that comes piece by piece.
      chunkSize: PART,
      chunk: ({ data, errors }: Papa.ParseResult<string[]>, parser: Papa.Parser) => {
        const open = errors.find(({ code }) => code === 'MissingQuotes');
        if (open) {
          const line = rows.length + (open.row ?? 0) + 1;
          reject(
            new NotATable(
              `In row ${line} a quotation mark (") is opened and never closed. Close or remove it in the file, or export the file again.`,
            ),
          );
          parser.abort();
          return;
        }
        const torn = errors.find(({ code, row }) => code === 'InvalidQuotes' && isTorn(data[row ?? 0] ?? [], width));
        if (torn) {
          const line = rows.length + (torn.row ?? 0) + 1;
          reject(
            new NotATable(
              `In row ${line} a quotation mark (") is opened that does not end with its cell, so that rows run together. Close or remove it in the file, or export the file again.`,
            ),
          );
          parser.abort();
          return;
        }
        for (const row of data) rows.push(row);
        parser.pause();
        slices.pause().then(() => parser.resume(), reject);
      },
      complete: ({ meta }: Papa.ParseResult<string[]>) => {
        if (!meta.aborted) resolve(rows);
      },
      error: (error: Error) => reject(error),
    });
  });
}
