import type { Injector, Nullable, ObjectMatrix } from '@univerjs/core';
import type { EngineCallbacks } from '../contract/engine';
import { dateFormat } from '../notation/localized-formulas';
import { formatOfMark } from './default-formats';
import { FormulaExecuteStageType, IFormulaRuntimeService } from '@univerjs/engine-formula';

interface ResultCell {
  v?: unknown;
  s?: Nullable<{ n?: Nullable<{ pattern: string }> }> | string;
}

type Results = Record<string, Nullable<Record<string, Nullable<ObjectMatrix<Nullable<ResultCell>>>>>>;

/** Errors under the names that Sheets has for them: a blocked spill is a reference that cannot be made. */
const NAMES: Readonly<Record<string, string>> = { '#SPILL!': '#REF!' };

/**
 * Gives errors the names of Sheets, and dates the format of the locale, when a calculation ends; while it runs the engine goes
 * by its own names.
 */
export function answerLikeSheets(injector: Injector, { locale }: Pick<EngineCallbacks, 'locale'>): void {
  const runtime = injector.get(IFormulaRuntimeService);
  const allData = runtime.getAllRuntimeData.bind(runtime);
  runtime.getAllRuntimeData = () => {
    const data = allData();
    if (runtime.getFormulaExecuteStage() === FormulaExecuteStageType.CALCULATION_COMPLETED) {
      const format = dateFormat(locale());
      rename(data.unitData as Results, format);
      rename(data.arrayFormulaCellData as Results, format);
    }
    return data;
  };
}

function rename(results: Results, format: string): void {
  for (const sheets of Object.values(results)) {
    for (const cells of Object.values(sheets ?? {})) {
      cells?.forValue((_row, _column, cell) => {
        const name = typeof cell?.v === 'string' ? NAMES[cell.v] : undefined;
        if (cell && name) cell.v = name;
        const number = typeof cell?.s === 'object' ? cell.s?.n : undefined;
        if (number) number.pattern = formatOfMark(number.pattern, format) ?? number.pattern;
      });
    }
  }
}
