import type { Injector } from '@univerjs/core';
import { IDefinedNamesService, Lexer } from '@univerjs/engine-formula';
import { withoutClashes } from '../../notation/clashing-names';

/**
 * Lets a name that LET or LAMBDA gives go before a named range of the workbook. The engine writes what a named range stands
 * for wherever it finds its name, before it reads anything else.
 */
export function letGivenNamesGoFirst(injector: Injector): void {
  const lexer = injector.get(Lexer);
  const service = injector.get(IDefinedNamesService);
  const build = lexer.treeBuilder.bind(lexer);
  const taken = (): Set<string> =>
    new Set(
      Object.values(service.getAllDefinedNames()).flatMap((names) =>
        Object.values(names).map(({ name }) => name.toLowerCase()),
      ),
    );
  lexer.treeBuilder = (formula, transformSuffix) => build(withoutClashes(formula, taken()), transformSuffix);
}
