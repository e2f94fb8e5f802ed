import { type BaseValueObject, ErrorValueObject, type FunctionVariantType } from '@univerjs/engine-formula';
import { answerOf, rowsOf } from './values';

/** `{a,b}`: tables beside each other. `#REF!` where one has more rows than another: only VSTACK and HSTACK fill up. */
export function arrayRow(...tables: FunctionVariantType[]): BaseValueObject {
  const parts = tables.map(rowsOf);
  const height = parts[0]?.length ?? 0;
  if (parts.some((part) => part.length !== height)) return ErrorValueObject.create('#REF!' as never);
  return answerOf(Array.from({ length: height }, (_, i) => parts.flatMap((part) => part[i] ?? [])));
}

/** `{a;b}`: tables below each other. `#VALUE!` where one has more columns than another. */
export function arrayLiteral(...tables: FunctionVariantType[]): BaseValueObject {
  const parts = tables.map(rowsOf);
  const width = parts[0]?.[0]?.length ?? 0;
  if (parts.some((part) => part.some((row) => row.length !== width)))
    return ErrorValueObject.create('#VALUE!' as never);
  return answerOf(parts.flat());
}
