import * as actions from '../actions/documents/documents';
import { putDocument as put } from '../actions/documents/put-document';
import type { Chosen } from '../documents/fill';
import { htmlPage } from './html-page';
import { SpreadsheetWorkbook } from './spreadsheet-workbook';

/** The documents of the sheet that is open: one page shows the list in the sidebar, and the paper in a dialog. */

const workbook = (): SpreadsheetWorkbook => new SpreadsheetWorkbook(SpreadsheetApp.getActiveSpreadsheet());

/** Pixels: the paper at its own width, with room for a scroll bar. */
const DIALOG = { width: 880, height: 640 };

export function showDocuments(): void {
  SpreadsheetApp.getUi().showSidebar(htmlPage('documents').setTitle('Documents'));
}

/** What is to be shown is handed over in an attribute of the page, in letters that no attribute ends at. */
export function printDocument(id: string, chosen: Chosen): void {
  const asked = encodeURIComponent(JSON.stringify({ id, chosen }));
  const page = htmlPage('documents').append(`<div id="start" data-asked="${asked}"></div>`);
  SpreadsheetApp.getUi().showModalDialog(page.setWidth(DIALOG.width).setHeight(DIALOG.height), 'Print or save as PDF');
}

export const openDocuments = (): ReturnType<typeof actions.openDocuments> => actions.openDocuments(workbook());

export const fillDocument = (id: string, chosen: Chosen): ReturnType<typeof actions.fillDocument> =>
  actions.fillDocument(workbook(), id, chosen);

export const putDocument = (id: string, chosen: Chosen): ReturnType<typeof put> => put(workbook(), id, chosen);
