import { ICommandService, type Injector, type IObjectMatrixPrimitiveType, type Nullable } from '@univerjs/core';
import {
  FormulaDataModel,
  IDefinedNamesService,
  type IFormulaDataItem,
  IFormulaDependencyGenerator,
  LexerTreeBuilder,
  SetFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import type { CellAddress } from '../contract/engine';
import type { Book } from './book';
import { mayBeVolatile } from './functions/volatile-cells';

/** Has every formula read and calculated anew where the engine would go on with what it remembers. */
export class Recalculation {
  private readonly commands: ICommandService;
  private wanted = false;
  /** The names of the workbook when formulas were read. */
  private names = '[]';

  constructor(
    private readonly injector: Injector,
    private readonly book: Pick<Book, 'workbook' | 'spills' | 'circular' | 'volatile' | 'limit'>,
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
    const { spills, circular, volatile, limit } = this.book;
    this.forgetNames();
    // Spilled values stay behind when their formula moves, and would then stand in its way.
    spills.forget();
    circular.forget();
    volatile.forget();
    limit.forget();
    this.wanted = true;
  }

  /** What names stand for is read into the formulas that use them; without them a formula's text says all. */
  private forgetNames(): void {
    const { workbook } = this.book;
    const unitId = workbook.getUnitId();
    const names = Object.values(this.injector.get(IDefinedNamesService).getDefinedNameMap(unitId) ?? {});
    const sheets = workbook.getSheets().map((sheet) => [sheet.getSheetId(), sheet.getName()]);
    const now = JSON.stringify(names.length > 0 ? [names, sheets] : []);
    if (now === this.names) return;
    this.names = now;
    const generator = this.injector.get(IFormulaDependencyGenerator) as unknown as {
      _disposeByUnitId(unitId: string): void;
    };
    generator._disposeByUnitId(unitId);
    this.injector.get(LexerTreeBuilder).dispose();
  }

  /** Has the formulas calculated that answer anew at each calculation, and those that read them. */
  startVolatile(): void {
    const formulas = this.injector.get(FormulaDataModel).getFormulaData()[this.book.workbook.getUnitId()] ?? {};
    this.start(Object.entries(formulas).flatMap(([sheetId, rows]) => cellsOf(sheetId, rows, mayBeVolatile)));
  }

  /** Has the formulas of these cells calculated, and those that read them. */
  start(cells: readonly CellAddress[]): void {
    if (cells.length === 0) return;
    const unitId = this.book.workbook.getUnitId();
    const dirtyRanges = cells.map(({ sheetId, row, column }) => ({
      unitId,
      sheetId,
      range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
    }));
    this.commands.syncExecuteCommand(
      SetFormulaCalculationStartMutation.id,
      { commands: [], dirtyRanges },
      { onlyLocal: true },
    );
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

function cellsOf(
  sheetId: string,
  rows: Nullable<IObjectMatrixPrimitiveType<Nullable<IFormulaDataItem>>>,
  is: (formula: string) => boolean,
): CellAddress[] {
  return Object.entries(rows || {}).flatMap(([row, cells]) =>
    Object.entries(cells || {})
      .filter(([, cell]) => is((cell as Nullable<IFormulaDataItem>)?.f ?? ''))
      .map(([column]) => ({ sheetId, row: Number(row), column: Number(column) })),
  );
}
