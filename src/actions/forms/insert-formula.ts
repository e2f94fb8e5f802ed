import { dayOfIso, isDate } from '../../calc/day';
import type { Cell } from '../../schema/column';
import { columnLetters, shiftReferences } from '../../schema/formula';
import { answering, type Refused } from '../answering';
import { NotReady, type SelectedCells, type Workbook } from '../workbook';

/** A cell of a worked example; a day is ISO text, null is left empty. */
export type ExampleCell = string | number | boolean | null | { readonly date: string };

/** A worked example as the sidebar sends it. */
export interface ExampleBlock {
  /** Everything the example takes up, rows of equal length; empty where its formula and its answer will stand. */
  cells: readonly (readonly ExampleCell[])[];
  /** In the notation of the sheet's locale, as if the block began at A1. */
  formula: string;
  /** Where in the block the formula stands, from 0. */
  at: readonly [row: number, column: number];
}

/** What was written, and where. */
export interface Inserted {
  kind: 'written';
  message: string;
}

/** The selected cells as an argument of a formula in any tab: `'Sheet 1'!A2:A10`. One call. */
export const selectedReference = (workbook: Workbook): string => {
  const selected = workbook.selected();
  return `${tabPrefix(selected)}${selected.a1}`;
};

/** Puts a worked example into the sheet: its cells from the current cell on, and its formula beside them. */
export const insertExample = (workbook: Workbook, { cells, formula, at }: ExampleBlock): Inserted | Refused =>
  answering(() =>
    workbook.exclusively(() => {
      const block = cells.map((row) => row.map(asTyped));
      const selected = freeCells(workbook, block.length, block[0]!.length);
      const [row, column] = at;
      block[row]![column] = shiftReferences(formula, selected.row - 1, selected.column - 1);
      selected.write(block, daysOf(cells));
      const place = `${address(selected, 0, 0)}:${address(selected, block.length - 1, block[0]!.length - 1)}`;
      const message = `Written to ${selected.tabName}, ${place}. The formula stands in ${address(selected, row, column)}.`;
      return { kind: 'written', message };
    }),
  );

/** Writes a formula, in the notation of the sheet's locale, into the current cell. */
export const insertFormula = (workbook: Workbook, formula: string): Inserted | Refused =>
  answering(() =>
    workbook.exclusively(() => {
      const selected = freeCells(workbook, 1, 1);
      // A reference to the tab where the formula stands reads better without its name.
      const shortest = formula.split(tabPrefix(selected)).join('');
      selected.write([[shortest]], []);
      return { kind: 'written', message: `Written to ${selected.tabName}, ${address(selected, 0, 0)}: ${shortest}` };
    }),
  );

/**
 * The selected cells, once it is certain that a block from there overwrites nothing. In our own tabs a row of an example
 * would count as an entry, and a formula would stand in the way of a computed column.
 */
function freeCells(workbook: Workbook, rows: number, columns: number): SelectedCells {
  const selected = workbook.selected();
  const { tabName } = selected;
  if (workbook.tabs().some(({ name }) => name === tabName)) {
    throw new NotReady(
      `Nothing was written, because the tab ${tabName} holds the figures of the partnership. ` +
        'Choose a cell in another tab; the plus sign at the bottom adds one.',
    );
  }
  const size = rows * columns === 1 ? '' : `; ${rows} rows and ${columns} columns are needed`;
  selected.read(rows, columns).forEach((line, row) =>
    line.forEach((cell, column) => {
      if (cell === '') return;
      throw new NotReady(
        `Nothing was written, because ${tabName}, ${address(selected, row, column)} already holds ` +
          `${inWords(cell)}. Choose an empty cell${size}.`,
      );
    }),
  );
  return selected;
}

const address = ({ row, column }: SelectedCells, down: number, right: number): string =>
  `${columnLetters(column + right)}${row + down}`;

const tabPrefix = ({ tabName }: SelectedCells): string => `'${tabName.replace(/'/g, "''")}'!`;

const LONGEST_QUOTE = 40;

function inWords(cell: Cell): string {
  if (isDate(cell)) return 'a date';
  if (typeof cell !== 'string') return String(cell).toUpperCase();
  return `“${cell.length > LONGEST_QUOTE ? `${cell.slice(0, LONGEST_QUOTE)}…` : cell}”`;
}

/** Text that Google Sheets takes for text whatever the locale: it begins with a letter and holds no digit. */
const PLAIN = /^(?!(?:true|false)$)\p{L}\P{Nd}*$/iu;

/** A cell of an example as a person types it: the apostrophe keeps text as it is, and the cell ready for a number. */
function asTyped(cell: ExampleCell): Cell {
  if (cell === null) return '';
  if (typeof cell === 'object') return dayOfIso(cell.date) ?? cell.date;
  return typeof cell === 'string' && !PLAIN.test(cell) ? `'${cell}` : cell;
}

const daysOf = (cells: ExampleBlock['cells']): [number, number][] =>
  cells.flatMap((line, row) =>
    line.flatMap((cell, column): [number, number][] =>
      typeof cell === 'object' && cell !== null ? [[row, column]] : [],
    ),
  );
