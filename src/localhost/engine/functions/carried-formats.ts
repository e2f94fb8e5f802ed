import { type BaseValueObject, type FunctionVariantType, NumberValueObject } from '@univerjs/engine-formula';
import { isDatePattern } from '../cell-values';
import { rowsOf, scalarOf } from './values';

type Operator = 'PLUS' | 'MINUS' | 'MULTIPLY' | 'DIVIDED';

type Kind = 'date' | 'time' | 'currency' | 'percent';

/** A currency goes before a percentage: a part of an amount is an amount. */
const AMOUNTS: readonly Kind[] = ['currency', 'time', 'percent'];

type Args = readonly FunctionVariantType[];

interface Aggregate {
  name: string;
  /** The kinds of formats that it hands on. */
  kinds: readonly Kind[];
  /** Those of its arguments that the answer is made of. */
  numbers: (args: Args) => Args;
}

const named = (names: string, kinds: readonly Kind[], numbers: Aggregate['numbers']): Aggregate[] =>
  names.split(' ').map((name) => ({ name, kinds, numbers }));

const first: Aggregate['numbers'] = (args) => args.slice(0, 1);

/** Functions whose answer looks like the numbers it is made of. */
export const AGGREGATES: readonly Aggregate[] = [
  ...named('SUM', AMOUNTS, (args) => args),
  ...named('AVERAGE MEDIAN MIN MAX', ['date', ...AMOUNTS], (args) => args),
  ...named('SUMIFS AVERAGEIFS', AMOUNTS, first),
  ...named('MINIFS MAXIFS', ['date', ...AMOUNTS], first),
  ...named('SUMIF AVERAGEIF', AMOUNTS, (args) => (args.length > 2 ? args.slice(2) : first(args))),
  ...named('ROUND ROUNDUP ROUNDDOWN MROUND CEILING FLOOR INT TRUNC ABS', AMOUNTS, first),
];

function kindOf(pattern: string): Kind | undefined {
  if (pattern === '') return undefined;
  if (isDatePattern(pattern)) return hasDay(pattern) ? 'date' : 'time';
  if (/\p{Sc}|\[\$/u.test(pattern)) return 'currency';
  return pattern.includes('%') ? 'percent' : undefined;
}

/** Whether a format of a day or a time shows a day: `m` alone may be minutes. */
function hasDay(pattern: string): boolean {
  return /[yd]|mmm/i.test(pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
}

/**
 * Hands the format of the first number on to what a function makes of many, where it is of one of these kinds. Which of
 * several formats counts is not confirmed of Google.
 */
export function carryFirstFormat(
  { kinds, numbers }: Aggregate,
  answer: FunctionVariantType,
  args: Args,
): FunctionVariantType {
  const result = scalarOf(answer);
  if (!result?.isNumber()) return answer;
  const pattern = firstNumber(numbers(args))?.getPattern() ?? '';
  const kind = kindOf(pattern);
  return kind && kinds.includes(kind) ? NumberValueObject.create(Number(result.getValue()), pattern) : answer;
}

function firstNumber(args: Args): BaseValueObject | undefined {
  for (const arg of args) {
    for (const row of rowsOf(arg)) {
      const found = row.find((value) => value?.isNumber());
      if (found) return found;
    }
  }
  return undefined;
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
