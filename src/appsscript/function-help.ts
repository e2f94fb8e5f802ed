import * as actions from '../actions/forms/insert-formula';
import { argumentSeparator, decimalSeparator } from '../schema/formula';
import { htmlPage } from './html-page';
import { SpreadsheetWorkbook } from './spreadsheet-workbook';

/** The page of functions over the sheet that is open. Without zod: it writes nothing but what a person chose to write. */

const workbook = (): SpreadsheetWorkbook => new SpreadsheetWorkbook(SpreadsheetApp.getActiveSpreadsheet());

/** Shows the page, which writes formulas as this sheet's locale wants them. */
export function showFunctions(): void {
  const { locale } = workbook();
  const notation = `data-separator="${argumentSeparator(locale)}" data-decimal="${decimalSeparator(locale)}"`;
  const page = htmlPage('functions').setTitle('Functions').append(`<div id="start" ${notation}></div>`);
  SpreadsheetApp.getUi().showSidebar(page);
}

export const selectedReference = (): string => actions.selectedReference(workbook());

export const insertExample = (block: actions.ExampleBlock): ReturnType<typeof actions.insertExample> =>
  actions.insertExample(workbook(), block);

export const insertFormula = (formula: string): ReturnType<typeof actions.insertFormula> =>
  actions.insertFormula(workbook(), formula);
