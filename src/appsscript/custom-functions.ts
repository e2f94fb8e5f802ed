import { DEFINITIONS } from '../functions/catalogue';
import { runFunction } from '../functions/runner/run';

/** The custom functions by name; a generated stub of the same name calls each. */
export const formulas = Object.fromEntries(
  DEFINITIONS.map((definition) => [definition.name, (...given: unknown[]) => runFunction(definition, given)]),
);
