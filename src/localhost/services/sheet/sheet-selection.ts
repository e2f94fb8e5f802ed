import { type CallTable, own } from '../base/service';
import { RangeBase } from '../base/range-base';
import { SelectionService } from './selection';
import { SheetBase } from './sheet-base';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

export const selectionCalls = {
  activate: 'other',
  getActiveCell: 'other',
  getActiveRange: 'other',
  getActiveRangeList: 'other',
  getCurrentCell: 'other',
  getSelection: 'handle',
  setActiveRange: 'other',
  setActiveRangeList: 'other',
  setActiveSelection: 'other',
  setCurrentCell: 'other',
} as const satisfies CallTable<Sheet>;

/** What of the sheet the person has selected. */
export abstract class SheetSelection extends SheetBase {
  activate(): Sheet {
    this.environment.select({ sheetId: this.id, a1: 'A1' });
    return this.api;
  }

  getActiveRange(): Range {
    const selection = this.environment.selection();
    return this.asGoogle.getRange(selection?.sheetId === this.id ? selection.a1 : 'A1');
  }

  getActiveRangeList(): GoogleAppsScript.Spreadsheet.RangeList {
    const selection = this.environment.selection();
    const selected = selection?.sheetId === this.id ? [...(selection.others ?? []), selection.a1] : ['A1'];
    return this.asGoogle.getRangeList(selected);
  }

  setActiveRangeList(list: GoogleAppsScript.Spreadsheet.RangeList): GoogleAppsScript.Spreadsheet.RangeList {
    return list.activate();
  }

  getSelection(): GoogleAppsScript.Spreadsheet.Selection {
    return new SelectionService(this.environment).asGoogle;
  }

  getActiveCell(): Range {
    return this.getActiveRange().getCell(1, 1);
  }

  getCurrentCell(): Range {
    return this.getActiveCell();
  }

  setActiveRange(range: unknown): Range {
    return own(RangeBase, range, 'SpreadsheetApp.Sheet.setActiveRange').asGoogle.activate();
  }

  setActiveSelection(range: unknown): Range {
    return typeof range === 'string' ? this.asGoogle.getRange(range).activate() : this.setActiveRange(range);
  }

  setCurrentCell(cell: unknown): Range {
    return this.setActiveRange(cell);
  }
}
