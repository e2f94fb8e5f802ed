import { type BaseValueObject, ErrorValueObject, type FunctionVariantType } from '@univerjs/engine-formula';
import { forEachCell } from './amended';
import { compared } from './array-operators';
import { cell, isBlank, scalarOf } from './values';

/** SWITCH, IFS and CHOOSE. Against the engine's own way a value that is left out or blank is chosen like others. */

const error = (name: string): BaseValueObject => ErrorValueObject.create(name as never);

const equals = compared('=');

/** SWITCH(expression, case, value, …, [otherwise]): texts without regard to case. */
export function switchCase(...args: FunctionVariantType[]): FunctionVariantType {
  return forEachCell((...cells) => {
    const [expression, ...rest] = cells.map((one) => cell(scalarOf(one))) as [BaseValueObject, ...BaseValueObject[]];
    if (expression.isError()) return expression;
    const last = rest.length - 1;
    for (let i = 0; i < last; i += 2) {
      if (rest[i]!.isError()) return rest[i]!;
      if (equals(expression, rest[i]!).getValue() === true) return rest[i + 1]!;
    }
    return rest.length % 2 === 1 ? rest[last]! : error('#N/A');
  }, args);
}

/** IFS(condition, value, …): what comes after the first condition that holds is not looked at. */
export function ifs(...args: FunctionVariantType[]): FunctionVariantType {
  if (args.length % 2 !== 0) return error('#N/A');
  return forEachCell((...cells) => {
    const values = cells.map((one) => cell(scalarOf(one)));
    for (let i = 0; i < values.length; i += 2) {
      const holds = truthOf(values[i]!);
      if (typeof holds !== 'boolean') return holds;
      if (holds) return values[i + 1]!;
    }
    return error('#N/A');
  }, args);
}

function truthOf(condition: BaseValueObject): boolean | BaseValueObject {
  if (condition.isError()) return condition;
  if (isBlank(condition)) return false;
  if (!condition.isString()) return Boolean(condition.getValue());
  const text = String(condition.getValue()).toUpperCase();
  return text === 'TRUE' || (text === 'FALSE' ? false : error('#VALUE!'));
}

/** CHOOSE, where the place is one that no choice has; undefined leaves the others to the engine. */
export function outOfChoices(
  index: FunctionVariantType,
  ...choices: FunctionVariantType[]
): FunctionVariantType | undefined {
  const place = scalarOf(index);
  if (!place?.isNumber()) return undefined;
  const position = Math.trunc(Number(place.getValue()));
  return position < 1 || position > choices.length ? error('#NUM!') : undefined;
}
