import type { ICellData, Injector, Nullable, ObjectMatrix } from '@univerjs/core';
import type { EngineCallbacks } from '../contract/engine';
import { dateFormat } from '../notation/localized-formulas';
import { plainText } from './cell-values';
import { formatOfMark } from './default-formats';
import {
  FormulaExecuteStageType,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
} from '@univerjs/engine-formula';

interface ResultCell {
  v?: unknown;
  p?: ICellData['p'];
  s?: Nullable<{ n?: Nullable<{ pattern: string }> }> | string;
}

type Standing = Record<string, Nullable<Record<string, Nullable<{ cellData: ObjectMatrix<Nullable<ResultCell>> }>>>>;

type Results = Record<string, Nullable<Record<string, Nullable<ObjectMatrix<Nullable<ResultCell>>>>>>;

/** Errors under the names that Sheets has for them: a blocked spill is a reference that cannot be made. */
const NAMES: Readonly<Record<string, string>> = { '#SPILL!': '#REF!' };

/**
 * Gives errors the names of Sheets, dates the format of the locale, and links their text, when a calculation ends; while it
 * runs the engine goes by its own names.
 */
export function answerLikeSheets(injector: Injector, { locale }: Pick<EngineCallbacks, 'locale'>): void {
  const runtime = injector.get(IFormulaRuntimeService);
  const config = injector.get(IFormulaCurrentConfigService);
  const allData = runtime.getAllRuntimeData.bind(runtime);
  runtime.getAllRuntimeData = () => {
    const data = allData();
    if (runtime.getFormulaExecuteStage() === FormulaExecuteStageType.CALCULATION_COMPLETED) {
      const format = dateFormat(locale());
      const before = config.getUnitData() as Standing;
      forEachCell(data.unitData as Results, (cell, unitId, sheetId, row, column) => {
        rename(cell, format);
        showLink(cell, before[unitId]?.[sheetId]?.cellData.getValue(row, column));
      });
      forEachCell(data.arrayFormulaCellData as Results, (cell) => rename(cell, format));
    }
    return data;
  };
}

type Visit = (cell: ResultCell, unitId: string, sheetId: string, row: number, column: number) => void;

function forEachCell(results: Results, visit: Visit): void {
  for (const [unitId, sheets] of Object.entries(results)) {
    for (const [sheetId, cells] of Object.entries(sheets ?? {})) {
      cells?.forValue((row, column, cell) => {
        if (cell) visit(cell, unitId, sheetId, row, column);
      });
    }
  }
}

function rename(cell: ResultCell, format: string): void {
  const name = typeof cell.v === 'string' ? NAMES[cell.v] : undefined;
  if (name) cell.v = name;
  const number = typeof cell.s === 'object' ? cell.s?.n : undefined;
  if (number) number.pattern = formatOfMark(number.pattern, format) ?? number.pattern;
}

/** The engine answers a link as rich text alone, and anything else as a value alone; what stood before would stay beside it. */
function showLink(cell: ResultCell, before: Nullable<ResultCell>): void {
  if (cell.p) cell.v ??= plainText(cell);
  else if (before?.p) cell.p = null;
}
