import {
  type BaseValueObject,
  ErrorValueObject,
  type FunctionVariantType,
  type LambdaValueObjectObject,
} from '@univerjs/engine-formula';
import { answerOf, cell, rowsOf, scalarOf } from './values';

/**
 * MAP. The engine's own answers 0 where the lambda answers a blank, and reads each column anew for each of its cells.
 */
export function map(...variants: FunctionVariantType[]): BaseValueObject {
  const lambda = variants.at(-1) as LambdaValueObjectObject | undefined;
  if (!lambda?.isValueObject() || !lambda.isLambda()) return ErrorValueObject.create('#VALUE!' as never);
  const tables = variants.slice(0, -1);
  const failed = tables.find((table) => table.isError());
  if (failed) return failed as BaseValueObject;
  const rows = tables.map(rowsOf);
  const height = Math.max(...rows.map((table) => table.length));
  const width = Math.max(...rows.map((table) => table[0]?.length ?? 0));
  const answer: BaseValueObject[][] = [];
  for (let row = 0; row < height; row++) {
    const line: BaseValueObject[] = [];
    for (let column = 0; column < width; column++) {
      if (rows.some((table) => row >= table.length || column >= (table[0]?.length ?? 0))) {
        line.push(ErrorValueObject.create('#N/A' as never));
        continue;
      }
      const result = lambda.execute(...rows.map((table) => cell(table[row]?.[column])));
      line.push(scalarOf(result as FunctionVariantType) ?? ErrorValueObject.create('#VALUE!' as never));
    }
    answer.push(line);
  }
  return answerOf(answer);
}
