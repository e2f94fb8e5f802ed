import {
  type BaseValueObject,
  ErrorValueObject,
  type FunctionVariantType,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';
import { forEachCell } from './amended';
import { answerOf, cell, rowsOf, scalarOf } from './values';

type Calculate = (...args: FunctionVariantType[]) => FunctionVariantType;

const number = (value: number): BaseValueObject =>
  Number.isFinite(value) ? NumberValueObject.create(value) : ErrorValueObject.create('#NUM!' as never);

/** A function of numbers under its name in formulas: texts that are numbers count, errors go through. */
function ofNumbers(calculate: (...numbers: number[]) => BaseValueObject): Calculate {
  return (...args) =>
    forEachCell((...cells) => {
      const values = cells.map((one) => scalarOf(one)!);
      const failed = values.find((value) => value.isError());
      if (failed) return failed;
      const numbers = values.map((value) => (value.isNull() ? 0 : Number(value.getValue())));
      return numbers.some(Number.isNaN) ? ErrorValueObject.create('#VALUE!' as never) : calculate(...numbers);
    }, args);
}

/** The operators that Sheets also has as functions; comparisons are the engine's own. */
export const NAMED_OPERATORS: Readonly<Record<string, Calculate>> = {
  ADD: ofNumbers((a, b) => number(a! + b!)),
  DIVIDE: ofNumbers((a, b) => (b === 0 ? ErrorValueObject.create('#DIV/0!' as never) : number(a! / b!))),
  POW: ofNumbers((a, b) => number(a! ** b!)),
  UMINUS: ofNumbers((a) => number(-a!)),
  UPLUS: ofNumbers((a) => number(a!)),
  UNARY_PERCENT: ofNumbers((a) => number(a! / 100)),
};

/** TO_PERCENT, TO_DOLLARS: a number with a format; everything else as it is. */
export function withFormat(pattern: string): Calculate {
  return (value) =>
    answerOf(
      rowsOf(value!).map((row) =>
        row.map((one) => (one?.isNumber() ? NumberValueObject.create(Number(one.getValue()), pattern) : one)),
      ),
    );
}

/** TO_TEXT: as it would be shown. */
export function toText(format: (value: number, pattern: string) => string): Calculate {
  return (...[value]) =>
    answerOf(
      rowsOf(value!).map((row) =>
        row.map((one) => {
          const known = cell(one);
          if (known.isNumber()) return StringValueObject.create(format(Number(known.getValue()), known.getPattern()));
          return known.isBoolean() ? StringValueObject.create(String(known.getValue()).toUpperCase()) : known;
        }),
      ),
    );
}
