import type { Example, ExampleCell } from './help';

/** Row and column, from 0, of an A1 address. */
export function positionOf(address: string): { row: number; column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

/** The letters of a column, from 0. */
export function lettersOf(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest < 0 ? '' : lettersOf(rest)) + String.fromCharCode(65 + (column % 26));
}

/** The sheet of an example from A1 to its last row and column; cells that nothing is said of are null. */
export function sheetOf({ cells }: Example): ExampleCell[][] {
  const blocks = Object.entries(cells).map(([address, rows]) => ({ ...positionOf(address), rows }));
  const height = Math.max(0, ...blocks.map(({ row, rows }) => row + rows.length));
  const width = Math.max(0, ...blocks.map(({ column, rows }) => column + Math.max(...rows.map((r) => r.length))));
  const sheet = Array.from({ length: height }, () => new Array<ExampleCell>(width).fill(null));
  for (const { row, column, rows } of blocks) {
    rows.forEach((line, r) => {
      line.forEach((cell, c) => (sheet[row + r]![column + c] = cell));
    });
  }
  return sheet;
}
