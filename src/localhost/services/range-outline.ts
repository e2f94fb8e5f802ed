import { FilterService } from './filter';
import { RangeTidying } from './range-tidying';
import type { CallTable } from './service';

type Range = GoogleAppsScript.Spreadsheet.Range;

export const outlineCalls = {
  createFilter: 'write',
  getFilter: 'read',
} as const satisfies CallTable<Range>;

/** The filter over a range. */
export abstract class RangeOutline extends RangeTidying {
  createFilter(): GoogleAppsScript.Spreadsheet.Filter {
    return FilterService.create(this.environment, this);
  }

  getFilter(): GoogleAppsScript.Spreadsheet.Filter | null {
    return FilterService.ofSheet(this.environment, this.sheetId);
  }
}
