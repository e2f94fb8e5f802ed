import type { Argument } from './argument';
import { ArgumentError } from './argument-error';
import { answerCandidates } from './candidates';
import type { Answer } from './cell';
import type { FunctionDefinition } from './definition';
import { answerEach } from './each';
import { Entries } from './entries';
import { isSingle, refuseArgument, type Grid } from './grid';
import { Refusal } from './refusal';
import { nothingUnreadable, type Unreadable } from './unreadable';

/**
 * Answers a formula. `given` are the arguments as the sheet hands them over: scalars, 2-D arrays, Date objects, ""
 * for blank cells, undefined for what was left out. Throws an ArgumentError for bad input, and answers nothing but
 * finite numbers, texts and null.
 */
export function runFunction(definition: FunctionDefinition, given: readonly unknown[]): Answer {
  return run(definition, given);
}

/**
 * As `runFunction`, for a definition that answers row by row: where that would throw because of what stands in a row,
 * this row is blank and all others are answered. What holds for all rows still throws: arguments that take no range,
 * single values beside ranges, and ranges that do not go together.
 */
export function runRows(definition: FunctionDefinition, given: readonly unknown[]): Answer {
  return run(definition, given, nothingUnreadable());
}

function run(definition: FunctionDefinition, given: readonly unknown[], unreadable?: Unreadable): Answer {
  const isOfRows = unreadable ? argumentsOfRows(definition, given) : () => false;
  const values = definition.arguments.map((argument, i) =>
    argument.read(given[i], definition.name, isOfRows(argument, i) ? unreadable : undefined),
  );
  try {
    const answer = checked(compute(definition, values, unreadable), definition.name, unreadable);
    requireNoMore(definition, given);
    return answer;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { argumentName, complaint } = error;
    return refuseArgument({ functionName: definition.name, argumentName }, complaint);
  }
}

/** A sheet hands over whatever stands between the parentheses: what nothing would be done with is not passed over. */
function requireNoMore({ name, arguments: list }: FunctionDefinition, given: readonly unknown[]): void {
  if (given.length <= list.length || given.slice(list.length).every((value) => value === undefined)) return;
  const names = list.map((argument) => argument.name).join(', ');
  throw new ArgumentError(
    `${name}: ${given.length} arguments are given, where it takes ${list.length}: ${names}; values of one kind stand together in one range`,
  );
}

/** Which arguments hold the values of rows in a call: from single values alone comes one row, which is theirs. */
function argumentsOfRows({ rows, arguments: list }: FunctionDefinition, given: readonly unknown[]) {
  if (rows === 'a candidate each') return (_: Argument, i: number) => i === 0;
  const isAlone = list.every(({ takesRange }, i) => !takesRange || isSingle(given[i]));
  return ({ takesRange }: Argument, i: number) => takesRange && (isAlone || !isSingle(given[i]));
}

function compute(definition: FunctionDefinition, values: readonly unknown[], unreadable?: Unreadable): Answer {
  switch (definition.rows) {
    case 'each on its own':
      return answerEach(definition, values, unreadable);
    case 'a candidate each':
      return answerCandidates(definition, values, unreadable);
    case 'entries of one list': {
      const lists = values.filter((_, i) => definition.arguments[i]!.takesRange);
      return definition.compute(new Entries(lists as Grid<unknown, unknown>[]), ...values);
    }
    case 'all together':
      return definition.compute(...values);
  }
}

/** An answer of finite numbers, none of them -0; null where it has no row. */
function checked(answer: Answer, functionName: string, unreadable?: Unreadable): Answer {
  const rows = Array.isArray(answer) ? answer : [[answer]];
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!;
    for (let c = 0; c < row.length; c++) {
      const cell = row[c]!;
      // Numbers for which this holds need no check; it leaves zeros, which might be -0, and what is not finite.
      if (typeof cell !== 'number' || cell / cell === 1) continue;
      if (Number.isFinite(cell)) row[c] = cell + 0;
      else if (unreadable) row.fill(null);
      else throw new ArgumentError(`${functionName}: the answer of row ${r + 1} is too large for a cell`);
    }
  }
  return Array.isArray(answer) ? (rows.length > 0 ? answer : null) : rows[0]![0]!;
}
