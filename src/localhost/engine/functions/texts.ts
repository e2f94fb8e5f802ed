import {
  type BaseValueObject,
  ErrorValueObject,
  type FunctionVariantType,
  StringValueObject,
} from '@univerjs/engine-formula';
import { forEachValue } from './amended';
import { scalarOf } from './values';

const wrong = (): BaseValueObject => ErrorValueObject.create('#VALUE!' as never);

const textOf = (value: BaseValueObject): string => {
  if (value.isNull()) return '';
  return value.isBoolean() ? String(value.getValue()).toUpperCase() : String(value.getValue());
};

/** Over tables, with errors handed on. */
function ofValues(calculate: (...values: BaseValueObject[]) => BaseValueObject) {
  return (...args: FunctionVariantType[]): FunctionVariantType =>
    forEachValue((...cells) => {
      const values = cells.map((cell) => scalarOf(cell)!);
      return values.find((value) => value.isError()) ?? calculate(...values);
    }, args);
}

/** SUBSTITUTE: one kind of space is not another. The engine's own takes all of them for the same. */
export const substitute = ofValues((text, searched, replacement, occurrence) => {
  const [whole, old, instead] = [text!, searched!, replacement!].map(textOf) as [string, string, string];
  const which = occurrence && Math.trunc(Number(occurrence.getValue()));
  if (which !== undefined && !(which >= 1)) return wrong();
  if (old === '') return StringValueObject.create(whole);
  const parts = whole.split(old);
  if (which === undefined) return StringValueObject.create(parts.join(instead));
  if (which >= parts.length) return StringValueObject.create(whole);
  return StringValueObject.create(`${parts.slice(0, which).join(old)}${instead}${parts.slice(which).join(old)}`);
});

/** UNICHAR, beyond the first 65,536 characters as well. */
export const unichar = ofValues((number) => {
  const code = Math.trunc(Number(number!.getValue()));
  const isCharacter = code >= 1 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? StringValueObject.create(String.fromCodePoint(code)) : wrong();
});
