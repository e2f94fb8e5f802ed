import { FunctionType } from '@univerjs/engine-formula';
import { IDescriptionService } from '@univerjs/sheets-formula';
import type { FunctionHelp } from '../contract/protocol';
import { NOT_IN_SHEETS } from '../notation/not-in-sheets';
import type { Grid } from './grid';

/** Has the grid offer the project's functions, with their arguments, while a formula is typed. */
export class Completion {
  private offered: string[] = [];

  constructor(private readonly grid: Grid) {}

  /** Those offered before are offered no longer. */
  replace(functions: readonly FunctionHelp[]): void {
    const service = this.grid.univer.__getInjector().get(IDescriptionService);
    service.unregisterDescriptions([...this.offered, ...NOT_IN_SHEETS]);
    const own = functions.filter(({ name }) => !service.hasFunction(name.toUpperCase()));
    this.offered = own.map(({ name }) => name.toUpperCase());
    service.registerDescriptions(
      own.map(({ name, text, parameters }) => ({
        functionName: name.toUpperCase(),
        functionType: FunctionType.User,
        description: text,
        abstract: text,
        functionParameter: parameters.map((parameter) => ({
          name: parameter.name,
          detail: parameter.text,
          example: parameter.name,
          // Whether one may be left out stands in no comment that Google would read.
          require: 1 as const,
          repeat: 0 as const,
        })),
      })),
    );
  }
}
