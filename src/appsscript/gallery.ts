import * as actions from '../actions/gallery/gallery';
import { SpreadsheetWorkbook } from './spreadsheet-workbook';

/** The gallery of pages over the sheet that is open. */

const workbook = (): SpreadsheetWorkbook => new SpreadsheetWorkbook(SpreadsheetApp.getActiveSpreadsheet());

export const openGallery = (): ReturnType<typeof actions.openGallery> => actions.openGallery(workbook());

export const addPage = (id: string): ReturnType<typeof actions.addPage> => actions.addPage(workbook(), id);

export const removePage = (id: string, evenWithRows: boolean): ReturnType<typeof actions.removePage> =>
  actions.removePage(workbook(), id, evenWithRows);
