import { CATALOGUE } from '../../../src/functions/catalogue';
import { parseExample } from './formula';

/** What an answered example gives to a function, as the sheet hands it over. */
export const givenInExamples: ReadonlyMap<string, readonly unknown[][]> = new Map(
  CATALOGUE.flatMap(([, functions]) => functions).map(({ definition, help }) => [
    definition.name,
    help.examples.filter((example) => 'answer' in example).map((example) => parseExample(example).given),
  ]),
);

/** The tables that the examples give to arguments of a name; none where it is no table. */
export function exampleTables(argumentName: string): unknown[] {
  return CATALOGUE.flatMap(([, functions]) => functions).flatMap(({ definition }) => {
    const at = definition.arguments.findIndex(({ name, takesRange }) => name === argumentName && !takesRange);
    return at < 0
      ? []
      : givenInExamples
          .get(definition.name)!
          .map((given) => given[at])
          .filter(Array.isArray);
  });
}
