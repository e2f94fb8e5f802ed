import {
  type BaseValueObject,
  ErrorValueObject,
  type FunctionVariantType,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';
import { THROWN } from '../../contract/engine';
import { answerOf, cell, isBlank, keyOf, rowsOf, scalarOf } from './values';

/** The engine calculates every formula over arrays: ARRAYFORMULA only has to hand its argument on. */
export function arrayFormula(...[value]: FunctionVariantType[]): FunctionVariantType {
  return value!;
}

export function countUnique(...args: FunctionVariantType[]): BaseValueObject {
  const keys = args.flatMap((arg) => rowsOf(arg).flat().map(keyOf));
  return NumberValueObject.create(new Set(keys.filter((key) => key !== undefined)).size);
}

/** A number without its format; everything else as it is. */
export function toPureNumber(...[value]: FunctionVariantType[]): BaseValueObject {
  return answerOf(
    rowsOf(value!).map((row) =>
      row.map((one) => (one?.isNumber() ? NumberValueObject.create(Number(one.getValue())) : one)),
    ),
  );
}

export function join(...[delimiter, ...values]: FunctionVariantType[]): BaseValueObject {
  const separator = String(scalarOf(delimiter!)?.getValue() ?? '');
  const cells = values.flatMap((value) => rowsOf(value).flat());
  const failed = cells.find((value) => value?.isError());
  if (failed) return failed;
  return StringValueObject.create(cells.map((value) => (isBlank(value) ? '' : textOf(cell(value)))).join(separator));
}

/**
 * SPLIT(text, delimiters, [each character splits], [drop empty parts]); parts that are numbers become numbers. A column
 * of texts is split row by row.
 */
export function split(...[text, delimiters, byEach, dropEmpty]: FunctionVariantType[]): BaseValueObject {
  const texts = rowsOf(text!);
  if (texts.length === 1) return splitOne(cell(texts[0]?.[0]), delimiters, byEach, dropEmpty);
  const rows = texts.map(([value]) => rowsOf(splitOne(cell(value), delimiters, byEach, dropEmpty))[0]!);
  const width = Math.max(...rows.map((row) => row.length));
  return answerOf(rows.map((row) => Array.from({ length: width }, (_, j) => row[j])));
}

function splitOne(
  value: BaseValueObject,
  delimiters: FunctionVariantType | undefined,
  byEach: FunctionVariantType | undefined,
  dropEmpty: FunctionVariantType | undefined,
): BaseValueObject {
  const separators = String(scalarOf(delimiters!)?.getValue() ?? '');
  if (value.isError()) return value;
  if (separators === '' || value.isNull()) return wrong();
  const isTrue = (option: FunctionVariantType | undefined): boolean => !option || Boolean(scalarOf(option)?.getValue());
  const escaped = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = isTrue(byEach) ? [...separators].map(escaped).join('|') : escaped(separators);
  const parts = textOf(value).split(new RegExp(pattern));
  const kept = isTrue(dropEmpty) ? parts.filter((part) => part !== '') : parts;
  if (kept.length === 0) return wrong();
  return answerOf([kept.map((part) => numberOrText(part))]);
}

/** SPARKLINE and IMAGE: what they draw is left out, the cell holds an empty text. */
export function drawing(...[source]: FunctionVariantType[]): BaseValueObject {
  return source!.isError() ? (source as BaseValueObject) : StringValueObject.create('');
}

/** A formula that Sheets cannot read. */
export function unreadableFormula(): BaseValueObject {
  return ErrorValueObject.create(THROWN as never);
}

function wrong(): BaseValueObject {
  return ErrorValueObject.create('#VALUE!' as never);
}

function numberOrText(part: string): BaseValueObject {
  const number = Number(part);
  return part.trim() === '' || Number.isNaN(number) ? StringValueObject.create(part) : NumberValueObject.create(number);
}

function textOf(value: BaseValueObject): string {
  const content = value.getValue();
  return typeof content === 'boolean' ? String(content).toUpperCase() : String(content);
}
