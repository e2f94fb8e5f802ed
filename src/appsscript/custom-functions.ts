import { DEFINITIONS, OF_REGISTERS } from '../functions/catalogue';
import { isRowByRow, rowsNameOf, type FunctionDefinition } from '../functions/runner/definition';
import { runFunction, runRows } from '../functions/runner/run';
import { withSheetDays } from './sheet-days';

type Formula = (...given: unknown[]) => ReturnType<typeof runFunction>;

/** The custom functions by name; a generated function of the same name calls each. */
export const formulas: Readonly<Record<string, Formula>> = Object.fromEntries([
  ...[...DEFINITIONS, ...OF_REGISTERS].map((definition): [string, Formula] => [
    definition.name,
    (...given) => runFunction(definition, asRead(definition, given)),
  ]),
  ...DEFINITIONS.filter(isRowByRow).map((definition): [string, Formula] => [
    rowsNameOf(definition),
    (...given) => runRows(definition, asRead(definition, given)),
  ]),
]);

/** Custom functions may ask for the sheet's time zone; those that take no days need not look for one. */
function asRead({ arguments: list }: FunctionDefinition, given: readonly unknown[]): readonly unknown[] {
  return list.some(({ holdsDays }) => holdsDays)
    ? withSheetDays(given, () => SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone())
    : given;
}
