import type { Injector, Nullable, ObjectMatrix } from '@univerjs/core';
import { FormulaExecuteStageType, IFormulaRuntimeService } from '@univerjs/engine-formula';

interface ResultCell {
  v?: unknown;
}

type Results = Record<string, Nullable<Record<string, Nullable<ObjectMatrix<Nullable<ResultCell>>>>>>;

/** Errors under the names that Sheets has for them: a blocked spill is a reference that cannot be made. */
const NAMES: Readonly<Record<string, string>> = { '#SPILL!': '#REF!' };

/** Renames errors when a calculation ends; while it runs the engine goes by its own names. */
export function nameErrorsLikeSheets(injector: Injector): void {
  const runtime = injector.get(IFormulaRuntimeService);
  const allData = runtime.getAllRuntimeData.bind(runtime);
  runtime.getAllRuntimeData = () => {
    const data = allData();
    if (runtime.getFormulaExecuteStage() === FormulaExecuteStageType.CALCULATION_COMPLETED) {
      rename(data.unitData as Results);
      rename(data.arrayFormulaCellData as Results);
    }
    return data;
  };
}

function rename(results: Results): void {
  for (const sheets of Object.values(results)) {
    for (const cells of Object.values(sheets ?? {})) {
      cells?.forValue((_row, _column, cell) => {
        const name = typeof cell?.v === 'string' ? NAMES[cell.v] : undefined;
        if (cell && name) cell.v = name;
      });
    }
  }
}
