import * as actions from '../actions/refreshing/as-of';
import { keepValues } from '../actions/kept/keep-values';
import { SpreadsheetWorkbook } from './spreadsheet-workbook';

/** What is done when the sheet is opened. Without zod: a sheet should open quickly. */
export function refreshOnOpen(): void {
  actions.refreshOnOpen(new SpreadsheetWorkbook(SpreadsheetApp.getActiveSpreadsheet()));
  keepShown();
}

/** Keeps what the pages show, for whoever opens the sheet without the add-on. */
export const keepShown = (): void => keepValues(new SpreadsheetWorkbook(SpreadsheetApp.getActiveSpreadsheet()));

/** Ids of the tabs that are there; none where they cannot be read, because a menu is needed all the same. One read. */
export function tabIds(): string[] {
  try {
    return new SpreadsheetWorkbook(SpreadsheetApp.getActiveSpreadsheet())
      .tabs()
      .filter(({ version }) => version !== null)
      .map(({ id }) => id);
  } catch {
    return [];
  }
}
