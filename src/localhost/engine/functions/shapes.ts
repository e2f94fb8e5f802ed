import { type BaseValueObject, ErrorValueObject, type FunctionVariantType } from '@univerjs/engine-formula';
import { type Rows, answerOf, cell, isBlank, rowsOf, scalarOf } from './values';

/** Functions that cut and rearrange tables. The engine's own turn blanks into zeros. */

const error = (name: string): BaseValueObject => ErrorValueObject.create(name as never);

/** A whole number; undefined for an argument that is absent or blank, NaN for anything else. */
function count(argument: FunctionVariantType | undefined): number | undefined {
  const value = argument && scalarOf(argument);
  if (!argument || !value || isBlank(value)) return undefined;
  return Math.trunc(Number(value.getValue()));
}

/** TAKE(table, rows, [columns]): negative numbers count from the end. */
export function take(...[table, rows, columns]: FunctionVariantType[]): BaseValueObject {
  return cut(rowsOf(table!), count(rows), count(columns), (line, wanted) =>
    wanted < 0 ? line.slice(wanted) : line.slice(0, wanted),
  );
}

/** DROP(table, rows, [columns]). */
export function drop(...[table, rows, columns]: FunctionVariantType[]): BaseValueObject {
  return cut(rowsOf(table!), count(rows), count(columns), (line, unwanted) =>
    unwanted < 0 ? line.slice(0, unwanted) : line.slice(unwanted),
  );
}

function cut(
  table: Rows,
  rows: number | undefined,
  columns: number | undefined,
  part: <T>(line: T[], size: number) => T[],
): BaseValueObject {
  if ([rows, columns].some((size) => Number.isNaN(size))) return error('#VALUE!');
  const kept = rows === undefined ? table : part(table, rows);
  const narrowed = columns === undefined ? kept : kept.map((row) => part(row, columns));
  return narrowed.length === 0 || narrowed[0]!.length === 0 ? error('#N/A') : answerOf(narrowed);
}

/** TOCOL and TOROW(table, [1: leave out blanks, 2: errors, 3: both], [column by column]). */
export function toLine(isColumn: boolean) {
  return (...[table, ignored, byColumn]: FunctionVariantType[]): BaseValueObject => {
    const rows = rowsOf(table!);
    const ignore = count(ignored) ?? 0;
    const columnwise = Boolean(byColumn && scalarOf(byColumn)?.getValue());
    const cells = columnwise ? (rows[0] ?? []).flatMap((_, j) => rows.map((row) => row[j])) : rows.flat();
    const kept = cells.filter(
      (value) =>
        !((ignore === 1 || ignore === 3) && isBlank(value)) && !((ignore === 2 || ignore === 3) && value?.isError()),
    );
    if (kept.length === 0) return error('#N/A');
    return answerOf(isColumn ? kept.map((value) => [value]) : [kept]);
  };
}

/** WRAPROWS and WRAPCOLS(line, length, [what fills the last line]). */
export function wrap(asRows: boolean) {
  return (...[line, length, filler]: FunctionVariantType[]): BaseValueObject => {
    const rows = rowsOf(line!);
    const size = count(length);
    if (rows.length > 1 && (rows[0]?.length ?? 0) > 1) return error('#VALUE!');
    if (size === undefined || !(size >= 1)) return error('#NUM!');
    const cells = rows.flat();
    const rest = filler ? scalarOf(filler) : error('#N/A');
    const lines = Array.from({ length: Math.ceil(cells.length / size) }, (_, i) =>
      Array.from({ length: size }, (__, j) => (i * size + j < cells.length ? cells[i * size + j] : rest)),
    );
    return answerOf(asRows ? lines : Array.from({ length: size }, (_, j) => lines.map((one) => one[j])));
  };
}

/** FILTER(table, condition, …): rows, or columns where the conditions stand in a row, for which all of them hold. */
export function filter(...[table, ...conditions]: FunctionVariantType[]): BaseValueObject {
  const failed = [table, ...conditions].find((argument) => argument!.isError());
  if (failed) return failed as BaseValueObject;
  const rows = rowsOf(table!);
  const masks = conditions.map(rowsOf);
  const [height, width] = [rows.length, rows[0]?.length ?? 0];
  const isTall = (mask: Rows): boolean => mask.length === height && mask[0]?.length === 1;
  const isWide = (mask: Rows): boolean => mask.length === 1 && mask[0]?.length === width;
  const holds = (mask: Rows, i: number): boolean => {
    const value = cell((isTall(mask) ? mask[i] : mask[0])?.[isTall(mask) ? 0 : i]);
    return !value.isError() && typeof value.getValue() !== 'string' && Boolean(value.getValue());
  };
  if (masks.every(isTall)) {
    const kept = rows.filter((_, i) => masks.every((mask) => holds(mask, i)));
    return kept.length === 0 ? error('#N/A') : answerOf(kept);
  }
  if (!masks.every(isWide)) return error('#N/A');
  const places = (rows[0] ?? []).flatMap((_, j) => (masks.every((mask) => holds(mask, j)) ? [j] : []));
  return places.length === 0 ? error('#N/A') : answerOf(rows.map((row) => places.map((j) => row[j])));
}

/**
 * UNIQUE(table, [by column], [only what stands there once]). The engine's own looks each line up among all that it leaves out,
 * which takes seconds for a long column.
 */
export function unique(...[table, byColumn, once]: FunctionVariantType[]): BaseValueObject {
  if (table!.isError()) return table as BaseValueObject;
  const is = (flag: FunctionVariantType | undefined): boolean => Boolean(flag && scalarOf(flag)?.getValue());
  const rows = rowsOf(table!);
  const lines = is(byColumn) ? transposed(rows) : rows;
  const keys = lines.map((line) => line.map(exactKeyOf).join('\n'));
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  const seen = new Set<string>();
  const kept = lines.filter((_, i) => {
    const key = keys[i]!;
    if (seen.has(key)) return false;
    seen.add(key);
    return !is(once) || times.get(key) === 1;
  });
  if (kept.length === 0) return error('#N/A');
  return answerOf(is(byColumn) ? transposed(kept) : kept);
}

const transposed = (rows: Rows): Rows => (rows[0] ?? []).map((_, j) => rows.map((row) => row[j]));

/** Equal for the same values; texts with regard to case. */
function exactKeyOf(value: Rows[number][number]): string {
  if (isBlank(value)) return '';
  const content = value!.getValue();
  return typeof content === 'string' ? JSON.stringify(content) : String(content);
}
