import { type FunctionVariantType, NumberValueObject } from '@univerjs/engine-formula';
import { isDatePattern } from '../cell-values';
import { scalarOf } from './values';

type Operator = 'PLUS' | 'MINUS' | 'MULTIPLY' | 'DIVIDED';

type Kind = 'date' | 'currency' | 'percent';

/** A currency goes before a percentage: a part of an amount is an amount. */
const AMOUNTS: readonly Kind[] = ['currency', 'percent'];

function kindOf(pattern: string): Kind | undefined {
  if (pattern === '') return undefined;
  if (isDatePattern(pattern)) return 'date';
  if (/\p{Sc}|\[\$/u.test(pattern)) return 'currency';
  return pattern.includes('%') ? 'percent' : undefined;
}

/**
 * Hands the format of single operands on to the result, as Sheets shows it in a cell without a format of its own: a day and
 * a number make a day, an amount and a number an amount. Which format goes before the other is not confirmed of Google.
 */
export function carryFormat(
  operator: Operator,
  answer: FunctionVariantType,
  [first, second]: FunctionVariantType[],
): FunctionVariantType {
  const result = scalarOf(answer);
  const operands = [first, second].map((operand) => operand && scalarOf(operand));
  const patterns = operands.map((operand) => operand?.getPattern() ?? '');
  if (!result?.isNumber() || patterns.every((pattern) => pattern === '')) return answer;
  const pattern = carried(operator, patterns as [string, string]);
  return pattern === undefined ? answer : NumberValueObject.create(Number(result.getValue()), pattern);
}

function carried(operator: Operator, patterns: [string, string]): string | undefined {
  const kinds = patterns.map(kindOf) as [Kind | undefined, Kind | undefined];
  const [first, second] = kinds;
  if (kinds.includes('date')) {
    // From one day to another it is a number of days, and a number less a day is nothing.
    if (operator === 'PLUS' && first !== second) return patterns[kinds.indexOf('date')];
    return operator === 'MINUS' && first === 'date' && second !== 'date' ? patterns[0] : undefined;
  }
  if (operator === 'DIVIDED' && second !== undefined) return first === second ? undefined : patternOf(kinds, patterns);
  return patternOf(kinds, patterns);
}

function patternOf(kinds: readonly (Kind | undefined)[], patterns: readonly string[]): string | undefined {
  const kind = AMOUNTS.find((one) => kinds.includes(one));
  return kind && patterns[kinds.indexOf(kind)];
}
