import * as actions from '../actions/setting-up/as-of';
import { SpreadsheetWorkbook } from './spreadsheet-workbook';

/** What is done when the sheet is opened. Without zod: a sheet should open quickly. */
export const refreshOnOpen = (): void =>
  actions.refreshOnOpen(new SpreadsheetWorkbook(SpreadsheetApp.getActiveSpreadsheet()));

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
