import { type BaseValueObject, type FunctionVariantType, StringValueObject } from '@univerjs/engine-formula';
import { answerOf, cell, rowsOf, scalarOf } from './values';

/**
 * REGEXREPLACE with one pattern over a table. The engine reads and judges the pattern anew for each cell; here it does so
 * once, and blank cells, of which columns have most, are answered as they were before.
 */
export function replaceInEach(
  calculate: (...args: FunctionVariantType[]) => FunctionVariantType,
  args: FunctionVariantType[],
): FunctionVariantType {
  const [text, pattern, instead] = args;
  const [by, to] = [pattern, instead].map((arg) => arg && scalarOf(arg));
  if (args.length !== 3 || scalarOf(text!) || !by?.isString() || !to?.isString()) return calculate(...args);
  if (scalarOf(calculate(StringValueObject.create(''), by, to))?.isError()) return calculate(...args);
  const expression = new RegExp(String(by.getValue()), 'ug');
  const put = String(to.getValue());
  let known: { text: string; answer: BaseValueObject } | undefined;
  const replaced = (value: BaseValueObject): BaseValueObject => {
    if (value.isError()) return value;
    const given = textOf(value);
    if (known?.text !== given) known = { text: given, answer: new StringValueObject(given.replace(expression, put)) };
    return known.answer;
  };
  return answerOf(rowsOf(text!).map((row) => row.map((value) => replaced(cell(value)))));
}

function textOf(value: BaseValueObject): string {
  if (value.isNull()) return '';
  return value.isBoolean() ? String(value.getValue()).toUpperCase() : String(value.getValue());
}
