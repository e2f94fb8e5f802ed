import type { Example, ExampleCell } from '../../../src/functions/help/help';
import { positionOf, sheetOf } from '../../../src/functions/help/sheet';

/** A call as it is typed: the function's name and its arguments as Google Sheets would hand them over. */
export interface ParsedCall {
  name: string;
  given: unknown[];
}

/** Reads the formula of an example against the example's cells. */
export function parseExample(example: Example): ParsedCall {
  const [, name, list] = /^=([A-Z_]+)\((.*)\)$/.exec(example.formula)!;
  const sheet = sheetOf(example);
  const parts = list!.match(/(?:"[^"]*"|[^,])+|(?<=,)(?=,)/g) ?? [];
  return { name: name!, given: parts.map((part) => valueOf(part.trim(), sheet)) };
}

function valueOf(text: string, sheet: ExampleCell[][]): unknown {
  // Left out between others.
  if (text === '') return undefined;
  if (text.startsWith('"')) return text.slice(1, -1);
  if (/^-?[\d.]+%$/.test(text)) return Number(text.slice(0, -1)) / 100;
  if (/^-?[\d.]+$/.test(text)) return Number(text);
  const [from, to] = text.split(':').map(positionOf);
  const cell = (row: number, column: number) => arriving(sheet[row]?.[column] ?? null);
  if (!to) return cell(from!.row, from!.column);
  return range(from!.row, to.row).map((row) => range(from!.column, to.column).map((column) => cell(row, column)));
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** How the sheet hands a cell over: a blank as "", a day as its midnight. */
function arriving(cell: ExampleCell): unknown {
  if (cell === null) return '';
  return typeof cell === 'object' ? new Date(`${cell.date}T00:00:00Z`) : cell;
}
