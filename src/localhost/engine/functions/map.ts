import {
  type BaseValueObject,
  ErrorValueObject,
  type FunctionVariantType,
  type LambdaValueObjectObject,
  NumberValueObject,
} from '@univerjs/engine-formula';
import { asksForPlaces, linesIn, placesIn } from './places';
import { answerOf, arrayOf, cell, rowsOf, scalarOf } from './values';

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
  const places = asksForPlaces(lambda) ? tables.map(placesIn) : undefined;
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
      const given = rows.map((table, i) => places?.[i]?.(row, column) ?? cell(table[row]?.[column]));
      const result = lambda.execute(...given);
      line.push(scalarOf(result as FunctionVariantType) ?? ErrorValueObject.create('#VALUE!' as never));
    }
    answer.push(line);
  }
  return answerOf(answer);
}

/** MAKEARRAY(rows, columns, lambda). The engine's own is evaluated in another way than every other function. */
export function makeArray(...[rows, columns, function_]: FunctionVariantType[]): BaseValueObject {
  const lambda = function_ as LambdaValueObjectObject | undefined;
  if (!lambda?.isValueObject() || !lambda.isLambda()) return ErrorValueObject.create('#VALUE!' as never);
  const sizes = [rows, columns].map((size) => scalarOf(size!));
  const failed = sizes.find((size) => size?.isError());
  if (failed) return failed;
  const [height, width] = sizes.map((size) => Math.trunc(Number(size?.getValue()))) as [number, number];
  if (!(height >= 1 && width >= 1)) return ErrorValueObject.create('#NUM!' as never);
  const answer: BaseValueObject[][] = [];
  for (let row = 1; row <= height; row++) {
    const line: BaseValueObject[] = [];
    for (let column = 1; column <= width; column++) {
      const result = lambda.execute(NumberValueObject.create(row), NumberValueObject.create(column));
      line.push(scalarOf(result as FunctionVariantType) ?? ErrorValueObject.create('#VALUE!' as never));
    }
    answer.push(line);
  }
  return answerOf(answer);
}

/** BYROW and BYCOL: one answer for each line of a table. */
export function byLine(byRow: boolean) {
  return (...[table, function_]: FunctionVariantType[]): BaseValueObject => {
    const lambda = function_ as LambdaValueObjectObject | undefined;
    if (!lambda?.isValueObject() || !lambda.isLambda()) return ErrorValueObject.create('#VALUE!' as never);
    if (table!.isError()) return table as BaseValueObject;
    const rows = rowsOf(table!);
    const lineAt = asksForPlaces(lambda) ? linesIn(table!, byRow) : undefined;
    const lines = byRow ? rows.map((row) => [row]) : (rows[0] ?? []).map((_, j) => rows.map((row) => [row[j]]));
    const answers = lines.map((line, i) => {
      const result = lambda.execute(lineAt?.(i) ?? arrayOf(line));
      return scalarOf(result as FunctionVariantType) ?? ErrorValueObject.create('#VALUE!' as never);
    });
    return answerOf(byRow ? answers.map((answer) => [answer]) : [answers]);
  };
}
