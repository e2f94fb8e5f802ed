import { type ICellData, type Injector } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import type { SpillData } from '../contract/engine';

type SpilledCells = Record<number, Record<number, ICellData | null> | undefined>;

/** The values that array formulas have put into cells which hold nothing of their own. */
export class Spills {
  constructor(
    private readonly injector: Injector,
    private readonly workbookId: string,
  ) {}

  ofSheet(sheetId: string): SpilledCells {
    return (this.model.getArrayFormulaCellData()[this.workbookId]?.[sheetId] ?? {}) as SpilledCells;
  }

  all(): SpillData {
    return {
      arrayFormulaRange: this.model.getArrayFormulaRange(),
      arrayFormulaCellData: this.model.getArrayFormulaCellData(),
    };
  }

  restore({ arrayFormulaRange, arrayFormulaCellData }: SpillData): void {
    this.model.setArrayFormulaRange(arrayFormulaRange as never);
    this.model.setArrayFormulaCellData(arrayFormulaCellData as never);
  }

  forget(): void {
    this.model.setArrayFormulaRange({});
    this.model.setArrayFormulaCellData({});
  }

  private get model(): FormulaDataModel {
    return this.injector.get(FormulaDataModel);
  }
}
