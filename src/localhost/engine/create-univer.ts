import { type Injector, IUndoRedoService, LocaleType, LogLevel, Tools, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsConditionalFormattingPlugin } from '@univerjs/sheets-conditional-formatting';
import { UniverSheetsDataValidationPlugin } from '@univerjs/sheets-data-validation';
import { UniverSheetsFilterPlugin } from '@univerjs/sheets-filter';
import { CalculationMode, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import formulaWords from '@univerjs/sheets-formula/locale/en-US';
import { UniverSheetsNotePlugin } from '@univerjs/sheets-note';
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
import { UniverSheetsSortPlugin } from '@univerjs/sheets-sort';
import sheetWords from '@univerjs/sheets/locale/en-US';
import { moveOpenRanges } from './univer/open-range-moves';
import { moveReferencesOfRules } from './univer/moved-references';
import '@univerjs/engine-formula/facade';
import '@univerjs/sheets/facade';
import '@univerjs/sheets-conditional-formatting/facade';
import '@univerjs/sheets-data-validation/facade';
import '@univerjs/sheets-filter/facade';
import '@univerjs/sheets-formula/facade';
import '@univerjs/sheets-note/facade';
import '@univerjs/sheets-numfmt/facade';
import '@univerjs/sheets-sort/facade';

export interface UniverInstance {
  api: FUniver;
  injector: Injector;
}

/** Univer without a page: the open-source packages in plugin mode. */
export function createUniver(): UniverInstance {
  moveOpenRanges();
  moveReferencesOfRules();
  // Asked of every cell several times for each edit; the engine's own answer prints the value's class into a text.
  Tools.isString = (value: unknown): value is string => typeof value === 'string';
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: { ...sheetWords, ...formulaWords } },
    logLevel: LogLevel.ERROR,
  });
  univer.registerPlugins([
    [UniverDocsPlugin],
    [UniverFormulaEnginePlugin],
    [UniverSheetsPlugin],
    // The host says what is calculated when a workbook is opened.
    [UniverSheetsFormulaPlugin, { initialFormulaComputing: CalculationMode.NO_CALCULATION }],
    [UniverSheetsNumfmtPlugin],
    [UniverSheetsDataValidationPlugin],
    [UniverSheetsFilterPlugin],
    [UniverSheetsSortPlugin],
    [UniverSheetsConditionalFormattingPlugin],
    [UniverSheetsNotePlugin],
  ]);
  const injector = univer.__getInjector();
  // Nothing is ever undone here, that is the pages' affair: kept for it, all rows of an import would stand in memory twice.
  injector.get(IUndoRedoService).pushUndoRedo = () => undefined;
  return { api: FUniver.newAPI(univer), injector };
}
