import {
  type ArrayValueObject,
  type BaseValueObject,
  BooleanValueObject,
  type FunctionVariantType,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';
import { cell, filledArray, valueOf } from './values';

type Pair = (a: BaseValueObject, b: BaseValueObject) => BaseValueObject;

/**
 * An operator over tables, cell by cell; the engine's own way makes several objects for each cell. Answers undefined
 * where there is no table, or where the engine has to say what two tables of different sizes mean.
 */
export function overArrays(pair: Pair, ...operands: FunctionVariantType[]): BaseValueObject | undefined {
  const [a, b] = operands.map(valueOf) as [BaseValueObject, BaseValueObject];
  if (!a.isArray() && !b.isArray()) return undefined;
  const left = cellsOf(a);
  const right = cellsOf(b);
  const rows = common(left.rows, right.rows);
  const columns = common(left.columns, right.columns);
  if (rows === undefined || columns === undefined) return undefined;
  const answerOfPair = againForTheSame(pair);
  const answer: BaseValueObject[][] = [];
  for (let row = 0; row < rows; row++) {
    const line: BaseValueObject[] = [];
    for (let column = 0; column < columns; column++)
      line.push(answerOfPair(left.at(row, column), right.at(row, column)));
    answer.push(line);
  }
  return filledArray(answer);
}

/** Most rows of a column are blank: what was just worked out for the same two values is answered again. */
function againForTheSame(pair: Pair): Pair {
  let known: { a: BaseValueObject; b: BaseValueObject; answer: BaseValueObject } | undefined;
  return (a, b) => {
    if (known?.a !== a || known.b !== b) {
      known = { a, b, answer: a.isError() ? a : b.isError() ? b : pair(a, b) };
    }
    return known.answer;
  };
}

export const product: Pair = (a, b) => whole(a, b, (x, y) => x * y) ?? a.multiply(b);
export const sum: Pair = (a, b) => whole(a, b, (x, y) => x + y) ?? a.plus(b);
export const difference: Pair = (a, b) => whole(a, b, (x, y) => x - y) ?? a.minus(b);
export const quotient: Pair = (a, b) => a.divided(b);
export const joined: Pair = (a, b) => new StringValueObject(textOf(a) + textOf(b));

/**
 * Texts are compared as they are: * and ? are wildcards in criteria only. A yes or no is neither a text nor a number, and
 * more than any.
 */
export const compared =
  (operator: string): Pair =>
  (a, b) => {
    if (isOfAnotherKind(a, b)) return BooleanValueObject.create(holds(operator, a.isBoolean(), b.isBoolean()));
    if (!a.isString() || !b.isString()) return a.compare(b, operator as never);
    const x = String(a.getValue()).toLowerCase();
    const y = String(b.getValue()).toLowerCase();
    return BooleanValueObject.create(holds(operator, x, y));
  };

/** One is a yes or no, and the other a text or a number; the engine answers that TRUE is not different from "a". */
export const isOfAnotherKind = (a: BaseValueObject, b: BaseValueObject): boolean =>
  (a.isBoolean() && (b.isString() || b.isNumber())) || (b.isBoolean() && (a.isString() || a.isNumber()));

function holds<T extends string | boolean>(operator: string, x: T, y: T): boolean {
  if (operator === '=') return x === y;
  if (operator === '<>') return x !== y;
  if (operator === '>') return x > y;
  if (operator === '>=') return x >= y;
  return operator === '<' ? x < y : x <= y;
}

/** Whole numbers are exact as they are; anything else is the engine's, which calculates in decimals. */
function whole(
  a: BaseValueObject,
  b: BaseValueObject,
  calculate: (x: number, y: number) => number,
): BaseValueObject | undefined {
  if (a.isString() || b.isString()) return undefined;
  const result = calculate(Number(a.getValue()), Number(b.getValue()));
  return Number.isSafeInteger(result) ? NumberValueObject.create(result) : undefined;
}

function textOf(value: BaseValueObject): string {
  if (value.isNull()) return '';
  return value.isBoolean() ? String(value.getValue()).toUpperCase() : String(value.getValue());
}

interface Cells {
  rows: number;
  columns: number;
  at(row: number, column: number): BaseValueObject;
}

function cellsOf(value: BaseValueObject): Cells {
  if (!value.isArray()) return { rows: 1, columns: 1, at: () => value };
  const array = value as ArrayValueObject;
  const rows = array.getRowCount();
  const columns = array.getColumnCount();
  const cells = array.getArrayValue();
  return {
    rows,
    columns,
    at: (row, column) => cell(cells[rows === 1 ? 0 : row]?.[columns === 1 ? 0 : column]),
  };
}

/** The size of the answer where one operand goes with every line of the other. */
function common(a: number, b: number): number | undefined {
  if (a === b || b === 1) return a;
  return a === 1 ? b : undefined;
}
