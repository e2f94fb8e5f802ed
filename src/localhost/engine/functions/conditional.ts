import type { Nullable } from '@univerjs/core';
import {
  type BaseValueObject,
  ErrorValueObject,
  type FunctionVariantType,
  NumberValueObject,
} from '@univerjs/engine-formula';
import { type ReadCriterion, contentOf, readCriterion } from './criteria';
import { type Rows, answerOf, cell, keyOf, rowsOf } from './values';

type Values = Nullable<BaseValueObject>[];

/** What is made of the cells that meet all criteria. */
type Aggregate = (values: Values) => BaseValueObject;

interface Condition {
  cells: Values;
  criteria: Rows;
}

const wrong = (): BaseValueObject => ErrorValueObject.create('#VALUE!' as never);

const numbers = (values: Values): number[] =>
  values.flatMap((value) => (value?.isNumber() ? [Number(value.getValue())] : []));

const aggregates = {
  count: (values) => NumberValueObject.create(values.length),
  countUnique: (values) => NumberValueObject.create(new Set(values.map(keyOf).filter((key) => key !== undefined)).size),
  sum: (values) => NumberValueObject.create(numbers(values).reduce((sum, number) => sum + number, 0)),
  average: (values) => {
    const all = numbers(values);
    if (all.length === 0) return ErrorValueObject.create('#DIV/0!' as never);
    return NumberValueObject.create(all.reduce((sum, number) => sum + number, 0) / all.length);
  },
  min: (values) => extreme(numbers(values), Math.min),
  max: (values) => extreme(numbers(values), Math.max),
} satisfies Record<string, Aggregate>;

function extreme(all: number[], choose: (a: number, b: number) => number): BaseValueObject {
  return NumberValueObject.create(all.length === 0 ? 0 : all.reduce((a, b) => choose(a, b)));
}

/** COUNTIF, SUMIF, AVERAGEIF: range, criterion, and what is added up (the range itself when absent). */
export function ifFunction(name: keyof typeof aggregates) {
  return (...[range, criterion, target]: FunctionVariantType[]): BaseValueObject => {
    if (!range || !criterion || range.isError()) return wrong();
    const searched = rowsOf(range);
    const values = target ? sameShape(rowsOf(target), searched) : searched;
    return answers(aggregates[name], values.flat(), [{ cells: searched.flat(), criteria: rowsOf(criterion) }]);
  };
}

/** COUNTIFS: pairs of a range and a criterion. SUMIFS and the like: what is added up, then such pairs. */
export function ifsFunction(name: keyof typeof aggregates) {
  return (...args: FunctionVariantType[]): BaseValueObject => {
    const [target, ...pairs] = name === 'count' ? [undefined, ...args] : args;
    const conditions: Condition[] = [];
    for (let i = 0; i + 1 < pairs.length; i += 2) {
      if (pairs[i]!.isError()) return pairs[i] as BaseValueObject;
      conditions.push({ cells: rowsOf(pairs[i]!).flat(), criteria: rowsOf(pairs[i + 1]!) });
    }
    const [first] = conditions;
    if (!first || pairs.length % 2 !== 0) return wrong();
    const values = target ? rowsOf(target).flat() : first.cells;
    if (conditions.some(({ cells }) => cells.length !== values.length)) return wrong();
    return answers(aggregates[name], values, conditions);
  };
}

/** What is added up starts where the given range starts and is as large as the searched one. */
function sameShape(values: Rows, shape: Rows): Rows {
  return shape.map((row, i) => row.map((_, j) => values[i]?.[j]));
}

/** One answer for each criterion; several tables of criteria go side by side. */
function answers(aggregate: Aggregate, values: Values, conditions: Condition[]): BaseValueObject {
  const height = Math.max(...conditions.map(({ criteria }) => criteria.length));
  const width = Math.max(...conditions.map(({ criteria }) => criteria[0]?.length ?? 0));
  const select = height * width > 1 ? indexed(conditions) : undefined;
  return answerOf(
    Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (__, column) => {
        const criteria = conditions.map((condition) => readCriterion(at(condition.criteria, row, column)));
        return aggregate((select?.(criteria) ?? walk(conditions, criteria, undefined)).map((place) => values[place]));
      }),
    ),
  );
}

function at(table: Rows, row: number, column: number): BaseValueObject {
  const line = table[table.length === 1 ? 0 : row] ?? [];
  return cell(line[line.length === 1 ? 0 : column]);
}

/** The places where all criteria hold, among the given ones or all. */
function walk(conditions: Condition[], criteria: ReadCriterion[], among: number[] | undefined): number[] {
  const holdsAt = (place: number): boolean => conditions.every(({ cells }, i) => criteria[i]!.holds(cells[place]));
  if (among) return among.filter(holdsAt);
  const places: number[] = [];
  for (let place = 0; place < (conditions[0]?.cells.length ?? 0); place++) if (holdsAt(place)) places.push(place);
  return places;
}

/** For many criteria: the cells of the condition that varies are sorted by their contents once. */
function indexed(conditions: Condition[]): (criteria: ReadCriterion[]) => number[] {
  const varying = Math.max(
    0,
    conditions.findIndex(({ criteria }) => criteria.length * (criteria[0]?.length ?? 0) > 1),
  );
  const places = new Map<unknown, number[]>();
  conditions[varying]?.cells.forEach((value, place) => {
    const content = contentOf(value);
    const known = places.get(content);
    if (known) known.push(place);
    else places.set(content, [place]);
  });
  return (criteria) => {
    const wanted = criteria[varying]?.equals;
    return walk(conditions, criteria, wanted === undefined ? undefined : (places.get(wanted) ?? []));
  };
}
