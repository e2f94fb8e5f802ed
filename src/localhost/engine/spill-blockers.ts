import type { IRange, Injector, Nullable } from '@univerjs/core';
import { IFormulaCurrentConfigService, IFormulaRuntimeService } from '@univerjs/engine-formula';

type Ranges = Nullable<Record<number, Nullable<Record<number, Nullable<IRange>>>>>;

interface Runtime {
  _isInOtherArrayFormulaRange(
    unitId: string,
    sheetId: string,
    formulaRow: number,
    formulaColumn: number,
    row: number,
    column: number,
  ): boolean;
}

/**
 * Finds out quickly whether another formula has spilled where one is about to. The engine looks through all formulas of the
 * sheet for each cell of a column.
 */
export function findBlockersOfSpills(injector: Injector): void {
  const config = injector.get(IFormulaCurrentConfigService);
  const service = injector.get(IFormulaRuntimeService);
  const runtime = service as unknown as Runtime;
  let formula = '';
  let others: IRange[] = [];

  const spilledByOthers = (unitId: string, sheetId: string, row: number, column: number): IRange[] => {
    const spilled = config.getArrayFormulaRange()[unitId]?.[sheetId] as Ranges;
    const results = service.getUnitData()[unitId]?.[sheetId];
    return Object.entries(spilled ?? {}).flatMap(([r, line]) =>
      Object.entries(line ?? {}).flatMap(([c, range]) => {
        const isOwn = Number(r) === row && Number(c) === column;
        const isBlocked = results?.getValue(Number(r), Number(c))?.v === '#SPILL!';
        return range && !isOwn && !isBlocked ? [range] : [];
      }),
    );
  };

  runtime._isInOtherArrayFormulaRange = (unitId, sheetId, formulaRow, formulaColumn, row, column) => {
    const now = `${unitId} ${sheetId} ${formulaRow} ${formulaColumn}`;
    if (now !== formula) {
      formula = now;
      others = spilledByOthers(unitId, sheetId, formulaRow, formulaColumn);
    }
    return others.some(
      ({ startRow, endRow, startColumn, endColumn }) =>
        column >= startColumn && column <= endColumn && row >= startRow && row <= endRow,
    );
  };

  const setRuntimeData = service.setRuntimeData.bind(service);
  service.setRuntimeData = (value) => {
    formula = '';
    setRuntimeData(value);
  };
}
