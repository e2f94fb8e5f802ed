import { DEFINITIONS, OF_REGISTERS } from '../functions/catalogue';
import { isRowByRow, rowsNameOf } from '../functions/runner/definition';
import { runFunction, runRows } from '../functions/runner/run';

type Formula = (...given: unknown[]) => ReturnType<typeof runFunction>;

/** The custom functions by name; a generated function of the same name calls each. */
export const formulas: Readonly<Record<string, Formula>> = Object.fromEntries([
  ...[...DEFINITIONS, ...OF_REGISTERS].map((definition): [string, Formula] => [
    definition.name,
    (...given) => runFunction(definition, given),
  ]),
  ...DEFINITIONS.filter(isRowByRow).map((definition): [string, Formula] => [
    rowsNameOf(definition),
    (...given) => runRows(definition, given),
  ]),
]);
