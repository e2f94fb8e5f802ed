import { ICommandService, type Injector } from '@univerjs/core';
import {
  IFormulaDependencyGenerator,
  LexerTreeBuilder,
  SetFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import type { Book } from './book';

/** Has every formula read and calculated anew where the engine would go on with what it remembers. */
export class Recalculation {
  private readonly commands: ICommandService;
  private wanted = false;

  constructor(
    private readonly injector: Injector,
    private readonly book: Pick<Book, 'workbook' | 'spills' | 'circular' | 'volatile'>,
  ) {
    this.commands = injector.get(ICommandService);
    this.commands.beforeCommandExecuted((command) => {
      // The recalculation that an edit has started anyway does the whole work: one of its own would be a second one.
      if (command.id !== SetFormulaCalculationStartMutation.id || !this.wanted) return;
      (command.params as { forceCalculation?: boolean }).forceCalculation = true;
      this.wanted = false;
    });
  }

  /** Cells are not where they were. */
  forgetPositions(): void {
    const { workbook, spills, circular, volatile } = this.book;
    const generator = this.injector.get(IFormulaDependencyGenerator) as unknown as {
      _disposeByUnitId(unitId: string): void;
    };
    generator._disposeByUnitId(workbook.getUnitId());
    this.injector.get(LexerTreeBuilder).dispose();
    // Spilled values stay behind when their formula moves, and would then stand in its way.
    spills.forget();
    circular.forget();
    volatile.forget();
    this.wanted = true;
  }

  /** Starts the recalculation that no edit has started. */
  ifForgotten(): boolean {
    if (!this.wanted) return false;
    return this.commands.syncExecuteCommand(
      SetFormulaCalculationStartMutation.id,
      { commands: [] },
      { onlyLocal: true },
    );
  }
}
