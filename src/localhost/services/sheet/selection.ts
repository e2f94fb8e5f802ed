import type { BookEnvironment } from '../base/environment';
import { type CallTable, Service, type ServiceDefinition } from '../base/service';

type Selection = GoogleAppsScript.Spreadsheet.Selection;
type Range = GoogleAppsScript.Spreadsheet.Range;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

const calls = {
  getActiveRange: 'other',
  getActiveRangeList: 'other',
  getActiveSheet: 'other',
  getCurrentCell: 'other',
  getNextDataRange: 'read',
} as const satisfies CallTable<Selection>;

const definition: ServiceDefinition = { name: 'Selection', calls };

/** What the person has selected. */
export class SelectionService extends Service<Selection> implements Pick<Selection, keyof typeof calls> {
  readonly definition = definition;

  constructor(private readonly environment: Pick<BookEnvironment, 'spreadsheet'>) {
    super();
  }

  get asGoogle(): Selection {
    return this.api;
  }

  getActiveSheet(): GoogleAppsScript.Spreadsheet.Sheet {
    return this.environment.spreadsheet().getActiveSheet();
  }

  getActiveRange(): Range {
    return this.environment.spreadsheet().getActiveRange()!;
  }

  getActiveRangeList(): RangeList {
    return this.environment.spreadsheet().getActiveRangeList()!;
  }

  getCurrentCell(): Range {
    return this.environment.spreadsheet().getCurrentCell()!;
  }

  /** The selection, grown to where Ctrl, Shift and an arrow key lead from its edge. */
  getNextDataRange(direction: GoogleAppsScript.Spreadsheet.Direction): Range {
    const active = this.getActiveRange();
    const cell = this.getCurrentCell().getNextDataCell(direction);
    const [top, left] = [Math.min(active.getRow(), cell.getRow()), Math.min(active.getColumn(), cell.getColumn())];
    const bottom = Math.max(active.getLastRow(), cell.getRow());
    const right = Math.max(active.getLastColumn(), cell.getColumn());
    return active.getSheet().getRange(top, left, bottom - top + 1, right - left + 1);
  }
}
