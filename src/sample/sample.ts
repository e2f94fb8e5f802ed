import { addMonths, dayOfIso, isoOfDay } from '../calc/day';
import type { Cell } from '../schema/column';
import { readDataPage } from '../schema/data-page';
import type { FirstRows } from '../schema/layout';

/**
 * The sample partnership as it is kept: rows by table, cells in the order of `columns`. A day is written as the month,
 * counted from the partnership's first, and the day in it, 1 to 28: `13-01` is a year after the start. In a table that
 * begins with rows, the first column says in which of them the others are filled.
 */
export type Sample = Record<string, { columns: readonly string[]; rows: readonly (readonly (string | number)[])[] }>;

/** Reads the sample out of the page that carries it. */
export const readSample = (page: string): Sample => readDataPage(page) as Sample;

/**
 * The day on which the sample partnership begins. Twelve whole months lie behind `today`, so that the year is over whenever
 * somebody begins, and every figure but the pace of what is still under way comes out the same.
 */
export const sampleStart = (today: number): number => addMonths(dayOfIso(`${isoOfDay(today).slice(0, 8)}01`)!, -12);

/** The sample as rows of a workbook, of a partnership that began on the first of a month. */
export function sampleRows(sample: Sample, start: number): FirstRows {
  const cell = (kept: string | number): Cell => {
    const [, month, day] = /^(\d\d)-(\d\d)$/.exec(String(kept)) ?? [];
    return month ? addMonths(start, Number(month) - 1) + Number(day) - 1 : kept;
  };
  const rows = Object.entries(sample).map(([table, { columns, rows: lines }]) => [
    table,
    lines.map((line) => Object.fromEntries(columns.map((key, at) => [key, cell(line[at]!)]))),
  ]);
  return Object.fromEntries(rows) as FirstRows;
}
