import { type ICellData, ICommandService, type Injector, type Nullable, type Workbook } from '@univerjs/core';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import { PatternLookup } from './cells';

interface Params {
  subUnitId: string;
  cellValue?: Record<string, Nullable<Record<string, Nullable<ICellData>>>>;
  trigger?: string;
}

interface Inferred {
  /** The cell's number format came from its formula. */
  inferredFormat?: true;
}

/**
 * Keeps number formats that formulas bring along (a date, a percentage) from staying behind. Sheets shows them while
 * the formula stands and forgets them with it; a format that somebody has set, for the cell or its column, goes before.
 */
export function forgetInferredFormats(injector: Injector, workbook: Workbook): void {
  injector.get(ICommandService).beforeCommandExecuted((command, options) => {
    if (command.id !== SetRangeValuesMutation.id) return;
    const { subUnitId, cellValue } = command.params as Params;
    const sheet = workbook.getSheetBySheetId(subUnitId);
    if (!sheet || !cellValue) return;
    const isResult = Boolean(
      (options as { applyFormulaCalculationResult?: boolean } | undefined)?.applyFormulaCalculationResult,
    );
    const patterns = new PatternLookup(sheet, workbook.getStyles());
    const own = sheet.getCellMatrix().getMatrix();
    for (const row in cellValue) {
      const line = cellValue[row];
      for (const column in line) {
        const cell = line[column];
        if (!cell || cell.v === undefined) continue;
        const old = own[Number(row)]?.[Number(column)];
        if (isResult) markResult(cell, old, () => patterns.at(Number(row), Number(column), old));
        else if (isInferred(old) && !patternIn(cell)) forget(cell, old);
      }
    }
  });
}

function markResult(cell: ICellData, old: Nullable<ICellData>, patternSet: () => string): void {
  if (!patternIn(cell)) {
    if (isInferred(old)) forget(cell, old);
  } else if (!isInferred(old) && patternSet() !== '') delete cell.s;
  else cell.custom = { ...old?.custom, inferredFormat: true };
}

function forget(cell: ICellData, old: Nullable<ICellData>): void {
  cell.s = { ...(typeof cell.s === 'object' ? cell.s : {}), n: null };
  const { inferredFormat: _, ...others } = { ...old?.custom, ...cell.custom } as Inferred & Record<string, unknown>;
  cell.custom = Object.keys(others).length > 0 ? others : null;
}

function isInferred(cell: Nullable<ICellData>): boolean {
  return (cell?.custom as Inferred | null | undefined)?.inferredFormat === true;
}

function patternIn(cell: ICellData): boolean {
  return typeof cell.s === 'object' && Boolean(cell.s?.n?.pattern);
}
