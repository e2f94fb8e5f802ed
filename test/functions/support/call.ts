import { DEFINITIONS } from '../../../src/functions/catalogue';
import { ArgumentError } from '../../../src/functions/runner/argument-error';
import type { Answer } from '../../../src/functions/runner/cell';
import { runFunction } from '../../../src/functions/runner/run';

/** Calls a custom function by its name, as its stub does. */
export function call(name: string, ...given: unknown[]): Answer {
  const definition = DEFINITIONS.find((entry) => entry.name === name);
  if (!definition) throw new Error(`There is no function ${name}.`);
  return runFunction(definition, given);
}

/** The message of the error that a call ends in. */
export function refusal(name: string, ...given: unknown[]): string {
  try {
    call(name, ...given);
  } catch (error) {
    if (error instanceof ArgumentError) return error.message;
    throw error;
  }
  throw new Error('The call was answered.');
}
