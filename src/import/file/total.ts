import { readDuration } from '../values/durations';
import { readNumber, type DecimalMark } from '../values/numbers';
import { plainText } from '../values/plain-text';
import type { FileRow } from './file-table';
import { isDay } from './shapes';

const TOTAL =
  /^(?:grand |sub)?(?:totals?|sum|gesamt(?:summe)?|summe|insgesamt|totaux|totale|totaal|suma|razem)(?: \(.*\)|:)?$/i;

const filled = ({ cells }: FileRow): string[] => cells.filter((cell) => cell.trim() !== '');

const nameOf = (row: FileRow): string => plainText(filled(row)[0] ?? '');

/** Called a total, and of no day: what adds others up is of none. */
const isCalledSo = (row: FileRow): boolean => TOTAL.test(nameOf(row)) && !filled(row).slice(1).some(isDay);

/** A line below the table says something about it in one cell. */
const isRemark = (row: FileRow): boolean => filled(row).length === 1;

interface Taken {
  total: FileRow | null;
  /** What is said of a row that is called a total and is none. */
  doubt: string | null;
}

/**
 * Takes out the row that adds the others up: the first one, or the last of those at the end, where remarks may follow. A
 * song or a project may be called so as well: where rows have no days it is told by its figures.
 */
export function takeTotal(rows: FileRow[]): Taken {
  const [first, ...below] = rows;
  if (first && isCalledSo(first)) {
    if (!addsUp(first, below)) return { total: null, doubt: doubtAbout(first) };
    return { total: rows.shift()!, doubt: null };
  }
  let end = rows.length;
  while (end > 0 && (isCalledSo(rows[end - 1]!) || isRemark(rows[end - 1]!))) end -= 1;
  const totals = rows.slice(end).filter(isCalledSo);
  const last = totals[totals.length - 1];
  if (!last) return { total: null, doubt: null };
  const above = rows.slice(0, end);
  // Subtotals tell that the total among them is one.
  if (!totals.some((row) => addsUp(row, above))) return { total: null, doubt: doubtAbout(last) };
  rows.splice(end, rows.length - end, ...rows.slice(end).filter((row) => !isCalledSo(row)));
  return { total: last, doubt: null };
}

const doubtAbout = (row: FileRow): string =>
  `Row ${row.line} is called “${nameOf(row)}”, but its figures are not the sum of the other rows: it is taken for a row like them.`;

/** Rows that are looked at to see whether rows have days. */
const LOOKED_AT = 50;

/** Whether the figures of a row are those of the others together; also where there is nothing to tell it by. */
function addsUp(row: FileRow, others: readonly FileRow[]): boolean {
  // What is exported may be the largest rows only: the total of all is more than they are, and no sum of these.
  const how = /total/i.test(nameOf(row)) ? 'or more' : 'exactly';
  if (others.length === 0 || others.slice(0, LOOKED_AT).some((one) => filled(one).some(isDay))) return true;
  const compared = row.cells.flatMap((cell, at): boolean[] => {
    if (cell.trim() === '' || !/\d/.test(cell)) return [];
    const column = others.map(({ cells }) => cells[at] ?? '').filter((one) => one.trim() !== '');
    const found = READINGS.flatMap((read) => comparedIn(read, cell, column, how) ?? []);
    return found.length === 0 ? [] : [found.some((fits) => fits)];
  });
  // Averages and rates stand beside sums, and by chance a figure is one.
  return 2 * compared.filter((fits) => fits).length >= compared.length;
}

type Reading = (text: string) => number | null;

const inMark = (mark: DecimalMark): Reading[] => [(text) => readNumber(text, mark), (text) => readDuration(text, mark)];
const READINGS: readonly Reading[] = [...inMark('.'), ...inMark(',')];

/** Null where a cell of the column cannot be read so. */
function comparedIn(
  read: Reading,
  cell: string,
  column: readonly string[],
  how: 'exactly' | 'or more',
): boolean | null {
  const figure = read(cell);
  if (figure === null || column.length === 0) return null;
  let sum = 0;
  for (const one of column) {
    const value = read(one);
    if (value === null) return null;
    sum += value;
  }
  const off = figure - sum;
  return Math.abs(off) <= roundedBy(cell, sum, column.length) || (how === 'or more' && off * Math.sign(sum) > 0);
}

/** How far a sum of rounded figures may be off: each by half of its last place, and all together by a few parts in a thousand. */
function roundedBy(cell: string, sum: number, count: number): number {
  const places = /[.,](\d+)\D*$/.exec(cell)?.[1]?.length ?? 0;
  const unit = cell.includes(':') ? 60_000 : 10 ** -places;
  return Math.min((unit * (count + 1)) / 2, Math.abs(sum) / 200) + Math.abs(sum) * 1e-9;
}
