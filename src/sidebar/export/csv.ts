import Papa from 'papaparse';

/**
 * Beginnings that a spreadsheet may take for a formula when it opens the file, after OWASP's advice on CSV injection; the
 * wide forms of the signs as well.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Excel reads UTF-8 only behind this mark. */
const MARK = '\ufeff';

/**
 * Rows as a CSV file. A text that could start a formula gets an apostrophe in front; numbers are numbers. Programs that write
 * a comma into numbers want a semicolon between cells.
 */
export function csvOf(rows: readonly (readonly unknown[])[], decimal: '.' | ',' = '.'): string {
  const written = (cell: unknown): unknown => {
    if (typeof cell === 'string') return FORMULA.test(cell) ? `'${cell}` : cell;
    return typeof cell === 'number' ? String(cell).replace('.', decimal) : cell;
  };
  const cells = withoutBlankEnd(rows).map((row) => row.map(written));
  const quotes = (cell: unknown): boolean => typeof cell === 'string' && cell.startsWith("'");
  return MARK + Papa.unparse(cells, { delimiter: decimal === ',' ? ';' : ',', quotes, newline: '\r\n' });
}

/** Rows and columns that hold nothing, at the end, are the tab's and not the table's. */
function withoutBlankEnd(rows: readonly (readonly unknown[])[]): unknown[][] {
  const widths = rows.map((row) => lengthOf(row, (cell) => cell !== '' && cell !== null));
  const width = Math.max(0, ...new Set(widths));
  return rows
    .slice(
      0,
      lengthOf(widths, (cells) => cells > 0),
    )
    .map((row) => row.slice(0, width));
}

/** How many of the items there are up to the last that holds something. */
function lengthOf<T>(items: readonly T[], isFilled: (item: T) => boolean): number {
  let length = items.length;
  while (length > 0 && !isFilled(items[length - 1]!)) length--;
  return length;
}
