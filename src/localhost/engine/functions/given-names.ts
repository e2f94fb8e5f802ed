import type { Injector } from '@univerjs/core';
import { IDefinedNamesService, IFunctionService, Lexer } from '@univerjs/engine-formula';
import { withGivenNames } from '../../notation/given-names';

/**
 * Lets a name that LET or LAMBDA gives go before a named range of the workbook and before the same name around it, and be
 * called. The engine writes what a named range stands for wherever it finds its name, before it reads anything else.
 */
export function readGivenNamesLikeSheets(injector: Injector): void {
  const lexer = injector.get(Lexer);
  const service = injector.get(IDefinedNamesService);
  const functions = injector.get(IFunctionService);
  const build = lexer.treeBuilder.bind(lexer);
  const taken = (): Set<string> =>
    new Set(
      Object.values(service.getAllDefinedNames()).flatMap((names) =>
        Object.values(names).map(({ name }) => name.toLowerCase()),
      ),
    );
  lexer.treeBuilder = (formula, transformSuffix) => {
    let names: Set<string> | undefined;
    const outside = {
      isTaken: (name: string) => (names ??= taken()).has(name),
      isFunction: (name: string) => functions.hasExecutor(name.toUpperCase()),
    };
    return build(withGivenNames(formula, outside), transformSuffix);
  };
}
