import { readA1 } from '../../notation/a1';
import { namedRanges, setNamedRange } from '../range/named-ranges';
import { RangeBase } from '../base/range-base';
import { RangeService } from '../range/range';
import { rangeList } from '../range/range-list';
import { ServiceError } from '../../contract/service-error';
import { type CallTable, own } from '../base/service';
import { TextFinderService } from '../range/text-finder';
import { SelectionService } from '../sheet/selection';
import { SpreadsheetBase } from './spreadsheet-base';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

export const cellCalls = {
  appendRow: 'write',
  createTextFinder: 'handle',
  getActiveCell: 'other',
  getActiveRange: 'other',
  getActiveRangeList: 'other',
  getCurrentCell: 'other',
  getDataRange: 'read',
  getLastColumn: 'read',
  getLastRow: 'read',
  getNamedRanges: 'read',
  getRange: 'handle',
  getRangeByName: 'read',
  getRangeList: 'handle',
  getSelection: 'handle',
  removeNamedRange: 'write',
  setActiveRange: 'other',
  setActiveRangeList: 'other',
  setCurrentCell: 'other',
  setNamedRange: 'write',
} as const satisfies CallTable<Spreadsheet>;

/** Cells of the active sheet, by their selection, address or name. */
export abstract class SpreadsheetCells extends SpreadsheetBase {
  appendRow(values: unknown[]): Sheet {
    return this.api.getActiveSheet().appendRow(values);
  }

  getDataRange(): Range {
    return this.api.getActiveSheet().getDataRange();
  }

  getLastRow(): number {
    return this.api.getActiveSheet().getLastRow();
  }

  getLastColumn(): number {
    return this.api.getActiveSheet().getLastColumn();
  }

  createTextFinder(findText: string): GoogleAppsScript.Spreadsheet.TextFinder {
    const searched = this.environment.workbook.sheets().map(({ id }) => {
      const { rows, columns } = this.environment.workbook.extent(id);
      return this.sheet(id).range(1, 1, Math.max(1, rows), Math.max(1, columns));
    });
    return new TextFinderService(this.environment, searched, String(findText)).asGoogle;
  }

  getCurrentCell(): Range {
    return this.getActiveCell();
  }

  getActiveRange(): Range {
    const selection = this.environment.selection();
    const sheet = this.sheet(this.activeId);
    return sheet.getRange(selection && selection.sheetId === sheet.id ? selection.a1 : 'A1');
  }

  getActiveRangeList(): GoogleAppsScript.Spreadsheet.RangeList {
    return this.sheet(this.activeId).getActiveRangeList();
  }

  setActiveRangeList(list: GoogleAppsScript.Spreadsheet.RangeList): GoogleAppsScript.Spreadsheet.RangeList {
    return list.activate();
  }

  getSelection(): GoogleAppsScript.Spreadsheet.Selection {
    return new SelectionService(this.environment).asGoogle;
  }

  setCurrentCell(cell: unknown): Range {
    return this.setActiveRange(cell);
  }

  getActiveCell(): Range {
    return this.getActiveRange().getCell(1, 1);
  }

  setActiveRange(range: unknown): Range {
    const { sheetId, asGoogle } = own(RangeBase, range, 'SpreadsheetApp.Spreadsheet.setActiveRange');
    this.environment.select({ sheetId, a1: asGoogle.getA1Notation() });
    return asGoogle;
  }

  getRange(name: string): Range {
    const area = readA1(name);
    if (!area) {
      const named = this.getRangeByName(name);
      if (named) return named;
      throw new ServiceError('Range not found');
    }
    const sheet = area.sheetName === undefined ? this.api.getActiveSheet() : this.api.getSheetByName(area.sheetName);
    if (!sheet) throw new ServiceError('Range not found');
    return sheet.getRange(name.slice(name.lastIndexOf('!') + 1));
  }

  /** @param addresses cells of the active sheet, or of the sheets that they name */
  getRangeList(addresses: string[]): GoogleAppsScript.Spreadsheet.RangeList {
    return rangeList(this.environment, addresses, 'SpreadsheetApp.Spreadsheet.getRangeList', (address) =>
      own(RangeService, this.getRange(address), 'SpreadsheetApp.Spreadsheet.getRangeList'),
    );
  }

  getNamedRanges(): GoogleAppsScript.Spreadsheet.NamedRange[] {
    return namedRanges(this.environment).map((range) => range.asGoogle);
  }

  getRangeByName(name: string): Range | null {
    const found = namedRanges(this.environment).find((range) => range.getName().toLowerCase() === name.toLowerCase());
    return found ? found.getRange() : null;
  }

  setNamedRange(name: string, range: unknown): void {
    setNamedRange(this.environment, name, own(RangeBase, range, 'SpreadsheetApp.Spreadsheet.setNamedRange').reference);
  }

  removeNamedRange(name: string): void {
    const found = namedRanges(this.environment).find((range) => range.getName() === name);
    if (!found) throw new ServiceError(`The named range ${name} does not exist`);
    found.remove();
  }
}
