import {
  type BaseValueObject,
  ErrorValueObject,
  type FunctionVariantType,
  NumberValueObject,
} from '@univerjs/engine-formula';
import { SOME_DATE } from '../default-formats';
import { type Rows, answerOf, cell, rowsOf, scalarOf } from './values';

const DAY = 86_400_000;
const EPOCH_SERIAL = 25_569;

/** IFNA and IFERROR: the second argument may be left out, and a blank stays a blank. */
export function ifFailed(isFailure: (value: BaseValueObject) => boolean) {
  return (...[tested, otherwise]: FunctionVariantType[]): BaseValueObject => {
    const values = rowsOf(tested!);
    const others = otherwise ? rowsOf(otherwise) : [[undefined]];
    const height = values.length === 1 ? Math.max(1, others.length) : values.length;
    const width = values[0]?.length === 1 ? Math.max(1, others[0]?.length ?? 1) : (values[0]?.length ?? 0);
    const at = (rows: typeof values, i: number, j: number): BaseValueObject =>
      cell(rows[rows.length === 1 ? 0 : i]?.[rows[0]?.length === 1 ? 0 : j]);
    const failed = values.some((row) => row.some((value) => isFailure(cell(value))));
    if (!failed) return answerOf(values);
    return answerOf(
      Array.from({ length: height }, (_, i) =>
        Array.from({ length: width }, (__, j) => (isFailure(at(values, i, j)) ? at(others, i, j) : at(values, i, j))),
      ),
    );
  };
}

/** EDATE: the last day of a month stays in its month (31 January → 28 February). */
export function edate(...[start, months]: FunctionVariantType[]): BaseValueObject | undefined {
  const from = start && scalarOf(start);
  const count = months && scalarOf(months);
  if (!from?.isNumber() || !count?.isNumber()) return undefined;
  const date = new Date((Math.floor(Number(from.getValue())) - EPOCH_SERIAL) * DAY);
  const month = date.getUTCMonth() + Math.trunc(Number(count.getValue()));
  const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const shifted = Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), last));
  return NumberValueObject.create(shifted / DAY + EPOCH_SERIAL, SOME_DATE);
}

/** An answer that is a day: a number without a format of its own is shown as a date. */
export function asDate(answer: FunctionVariantType): FunctionVariantType {
  const value = scalarOf(answer);
  return value?.isNumber() ? NumberValueObject.create(Number(value.getValue()), SOME_DATE) : answer;
}

/** Lets a function of single values answer for each cell of its arguments; single cells go with every cell. */
export function forEachCell(
  calculate: (...args: FunctionVariantType[]) => FunctionVariantType,
  args: FunctionVariantType[],
): FunctionVariantType {
  if (args.every((arg) => scalarOf(arg))) return calculate(...args);
  const tables = args.map(rowsOf);
  const height = Math.max(...tables.map((table) => table.length));
  const width = Math.max(...tables.map((table) => table[0]?.length ?? 0));
  const at = (table: (typeof tables)[0], row: number, column: number): BaseValueObject =>
    cell(table[table.length === 1 ? 0 : row]?.[table[0]?.length === 1 ? 0 : column]);
  return answerOf(
    Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (__, column) =>
        scalarOf(calculate(...tables.map((table) => at(table, row, column)))),
      ),
    ),
  );
}

/**
 * The same for a function that answers the same for the same values, whatever they look like. Most columns repeat a few
 * texts, and to read a text takes far longer than to know it again.
 */
export function forEachValue(
  calculate: (...args: FunctionVariantType[]) => FunctionVariantType,
  args: FunctionVariantType[],
): FunctionVariantType {
  const isTable = args.map((arg) => !scalarOf(arg));
  const varying = isTable.indexOf(true);
  if (varying < 0 || isTable.lastIndexOf(true) !== varying) return forEachCell(calculate, args);
  const others = args.map((arg) => scalarOf(arg) ?? arg);
  const answerTo = (value: BaseValueObject): BaseValueObject | undefined =>
    scalarOf(calculate(...others.map((other, i) => (i === varying ? value : other))));
  const known = new Map<unknown, BaseValueObject | undefined>();
  const again = (value: BaseValueObject): BaseValueObject | undefined => {
    if (value.isError()) return answerTo(value);
    const content = value.isNull() ? null : value.getValue();
    let answer = known.get(content);
    if (!answer) known.set(content, (answer = answerTo(value)));
    return answer;
  };
  return answerOf(rowsOf(args[varying]!).map((row) => row.map((value) => again(cell(value)))));
}

/** SORT as Sheets has it: pairs of a column, or a column of keys, and whether it ascends. */
export function sort(...[range, ...pairs]: FunctionVariantType[]): BaseValueObject {
  if (range!.isError()) return range as BaseValueObject;
  const rows = rowsOf(range!);
  const order = sorted(rows, pairs);
  return order ? answerOf(order.places.map((place) => rows[place]!)) : ErrorValueObject.create('#VALUE!' as never);
}

/**
 * SORTN(range, [n], [ties], then pairs as in SORT). Ties: 0 n rows; 1 those equal to the nth as well; 2 n rows without
 * repeated rows; 3 n groups of equal rows with their repetitions.
 */
export function sortN(...[range, size, ties, ...pairs]: FunctionVariantType[]): BaseValueObject {
  if (range!.isError()) return range as BaseValueObject;
  const rows = rowsOf(range!);
  const order = sorted(rows, pairs);
  const [n, mode] = [size, ties].map((argument) => (argument ? Number(scalarOf(argument)?.getValue()) : undefined));
  const most = n ?? 1;
  if (!order || !(most >= 1) || ![0, 1, 2, 3].includes(mode ?? 0)) return ErrorValueObject.create('#VALUE!' as never);
  const { places, compare } = order;
  const isNew = (i: number): boolean => i === 0 || compare(places[i - 1]!, places[i]!) !== 0;
  let groups = 0;
  const group = places.map((_, i) => (isNew(i) ? ++groups : groups));
  const kept = places.filter((place, i) => {
    if (mode === 1) return i < most || compare(places[most - 1]!, place) === 0;
    if (mode === 2) return isNew(i) && group[i]! <= most;
    return mode === 3 ? group[i]! <= most : i < most;
  });
  return answerOf(kept.map((place) => rows[place]!));
}

type Compare = (a: number, b: number) => number;

/** The order of a table's rows; undefined when a pair does not fit. */
function sorted(rows: Rows, pairs: FunctionVariantType[]): { places: number[]; compare: Compare } | undefined {
  const rules = pairs.length === 0 ? [ruleOf(rows, undefined, undefined)] : [];
  for (let i = 0; i < pairs.length; i += 2) rules.push(ruleOf(rows, pairs[i], pairs[i + 1]));
  if (rules.some((rule) => rule === undefined)) return undefined;
  const compare: Compare = (a, b) => rules.reduce((result, rule) => result || rule!(a, b), 0);
  return { places: rows.map((_, index) => index).sort(compare), compare };
}

function ruleOf(
  rows: Rows,
  column: FunctionVariantType | undefined,
  ascending: FunctionVariantType | undefined,
): Compare | undefined {
  const number = column ? scalarOf(column) : NumberValueObject.create(1);
  const keys = number ? rows.map((row) => row[Number(number.getValue()) - 1]) : rowsOf(column!).map((row) => row[0]);
  if (keys.length !== rows.length) return undefined;
  const direction = ascending && !scalarOf(ascending)?.getValue() ? -1 : 1;
  return (a, b) => compared(cell(keys[a]), cell(keys[b]), direction);
}

/** Numbers before texts before booleans; blanks always last. */
function compared(a: BaseValueObject, b: BaseValueObject, direction: number): number {
  const [rankA, rankB] = [rank(a), rank(b)];
  if (rankA === 4 || rankB === 4) return rankA - rankB;
  if (rankA !== rankB) return (rankA - rankB) * direction;
  if (rankA === 2) return String(a.getValue()).localeCompare(String(b.getValue())) * direction;
  return (Number(a.getValue()) - Number(b.getValue())) * direction;
}

function rank(value: BaseValueObject): number {
  if (value.isNull()) return 4;
  if (value.isNumber()) return 1;
  return value.isBoolean() ? 3 : 2;
}
