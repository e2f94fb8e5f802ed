import { exportRows as rows } from '../actions/export/export-rows';
import { openExport as open } from '../actions/export/open-export';
import { htmlPage } from './html-page';
import { SpreadsheetWorkbook } from './spreadsheet-workbook';

/** The export of the sheet that is open. Files are made in the page: what goes there are rows and dates. */

const workbook = (): SpreadsheetWorkbook => new SpreadsheetWorkbook(SpreadsheetApp.getActiveSpreadsheet());

export function showExport(): void {
  SpreadsheetApp.getUi().showSidebar(htmlPage('export').setTitle('Export'));
}

export const openExport = (): ReturnType<typeof open> => open(workbook());

export const exportRows = (tabName: string, first: number): ReturnType<typeof rows> => rows(workbook(), tabName, first);
