import { beginImport as begin, endImport as end } from '../actions/import/begun';
import { importBlock as write } from '../actions/import/import-block';
import { openImport as open } from '../actions/import/open-import';
import { keepPlan as keep } from '../actions/import/plans';
import { standingImports as standing } from '../actions/import/standing-imports';
import { takeImportBack as takeBack } from '../actions/import/take-back';
import type { RowBlock } from '../import/blocks';
import type { Place } from '../actions/rows/append-rows';
import { htmlPage } from './html-page';
import { SpreadsheetWorkbook } from './spreadsheet-workbook';

/** The import over the sheet that is open. Files are read in the page: what comes here are rows. */

const workbook = (): SpreadsheetWorkbook => new SpreadsheetWorkbook(SpreadsheetApp.getActiveSpreadsheet());

export function showImport(): void {
  SpreadsheetApp.getUi().showSidebar(htmlPage('import').setTitle('Import'));
}

export const openImport = (): ReturnType<typeof open> => open(workbook());

export const standingImports = (registerId: string): ReturnType<typeof standing> => standing(workbook(), registerId);

export const beginImport = (begun: unknown): void => begin(workbook(), begun);

export const endImport = (importId: string): void => end(workbook(), importId);

export const importBlock = (
  registerId: string,
  importId: string,
  block: RowBlock,
  after: Place | null,
): ReturnType<typeof write> => write(workbook(), registerId, importId, block, after);

export const takeImportBack = (registerId: string, importId: string): ReturnType<typeof takeBack> =>
  takeBack(workbook(), registerId, importId);

export const keepImportPlan = (signature: string, plan: unknown): void => keep(workbook(), signature, plan);
