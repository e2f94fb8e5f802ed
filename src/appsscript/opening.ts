import * as actions from '../actions/setting-up/as-of';
import { SpreadsheetWorkbook } from './spreadsheet-workbook';

/** What is done when the sheet is opened. Without zod: a sheet should open quickly. */
export const refreshOnOpen = (): void =>
  actions.refreshOnOpen(new SpreadsheetWorkbook(SpreadsheetApp.getActiveSpreadsheet()));
