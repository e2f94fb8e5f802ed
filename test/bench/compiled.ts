import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** Calls a custom function as a cell does. */
export type CallFunction = (name: string, ...given: readonly unknown[]) => unknown;

/** The custom functions of the script that is pushed: what runs the sources here adds to every function it makes. */
export function compiledFunctions(project: string): CallFunction {
  new Script(readFileSync(join(project, 'Code.js'), 'utf8')).runInThisContext();
  const functions = globalThis as unknown as Record<string, (...given: readonly unknown[]) => unknown>;
  return (name, ...given) => functions[name]!(...given);
}
