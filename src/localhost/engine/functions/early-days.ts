import { numfmt } from '@univerjs/core';
import {
  type BaseValueObject,
  type FunctionVariantType,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';
import { SOME_DATE } from '../default-formats';
import { countedDay, isEarlyDay } from '../univer/day-count';
import { answerOf, cell, rowsOf, scalarOf } from './values';

const DAY = 86_400_000;
const EPOCH_SERIAL = 25_569;

const dateOf = (serial: number): Date => new Date((Math.floor(serial) - EPOCH_SERIAL) * DAY);

/** A value's serial number where that is an early day: a blank is day 0. */
function earlySerial(value: BaseValueObject): number | undefined {
  if (!value.isNull() && !value.isNumber()) return undefined;
  const serial = Number(value.getValue());
  return isEarlyDay(serial) ? serial : undefined;
}

type Calculate = (...args: FunctionVariantType[]) => FunctionVariantType;
type Amended = (calculate: Calculate, args: FunctionVariantType[]) => FunctionVariantType;

/** A part of a date, also of the early days. */
const partOf =
  (part: (date: Date) => number): Amended =>
  (calculate, args) => {
    const answer = calculate(...args);
    const answers = rowsOf(answer);
    const tested = rowsOf(args[0]!);
    if (!tested.some((row) => row.some((value) => earlySerial(cell(value)) !== undefined))) return answer;
    return answerOf(
      tested.map((row, i) =>
        row.map((value, j) => {
          const serial = earlySerial(cell(value));
          return serial === undefined ? answers[i]?.[j] : NumberValueObject.create(part(dateOf(serial)));
        }),
      ),
    );
  };

/** Days that the engine has counted, as Sheets counts them. @param least the first that is a day */
const asCounted =
  (least: number): Amended =>
  (calculate, args) => {
    const answer = calculate(...args);
    const days = rowsOf(answer);
    const counted = (value: (typeof days)[0][0]): (typeof days)[0][0] => {
      const serial = value?.isNumber() ? Number(value.getValue()) : -1;
      return serial < least || countedDay(serial) === serial
        ? value
        : NumberValueObject.create(countedDay(serial), value!.getPattern());
    };
    const own = days.map((row) => row.map(counted));
    return own.some((row, i) => row.some((value, j) => value !== days[i]![j])) ? answerOf(own) : answer;
  };

/** TEXT of one value. */
const text: Amended = (calculate, [value, format]) => {
  const serial = value && scalarOf(value) && earlySerial(scalarOf(value)!);
  const pattern = format && scalarOf(format);
  if (serial === undefined || !pattern?.isString()) return calculate(value!, format!);
  return numfmt.isDateFormat(String(pattern.getValue()))
    ? StringValueObject.create(shownNumber(serial, String(pattern.getValue())))
    : calculate(value!, format!);
};

/** EOMONTH of one value. */
const endOfMonth: Amended = (calculate, [start, months]) => {
  const from = start && scalarOf(start);
  const count = months && scalarOf(months);
  if (!from?.isNumber() || !count?.isNumber()) return calculate(start!, months!);
  const date = dateOf(Number(from.getValue()));
  const last = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + Math.trunc(Number(count.getValue())) + 1, 0);
  return NumberValueObject.create(last / DAY + EPOCH_SERIAL, SOME_DATE);
};

export const EARLY_DAYS: Readonly<Record<string, Amended>> = {
  YEAR: partOf((date) => date.getUTCFullYear()),
  MONTH: partOf((date) => date.getUTCMonth() + 1),
  DAY: partOf((date) => date.getUTCDate()),
  DATE: asCounted(0),
  // 0 is what a time alone answers.
  DATEVALUE: asCounted(1),
  TEXT: text,
  EOMONTH: endOfMonth,
};

/** A number in a format. */
export function shownNumber(value: number, pattern: string): string {
  return numfmt.format(pattern || 'General', value, { throws: false, leap1900: false });
}
