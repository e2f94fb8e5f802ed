import type { Line } from '../../contract/engine';
import { Outline } from '../../workbook/outline';
import { BandingService } from '../rules/banding';
import { FilterService } from '../rules/filter';
import { ServiceError } from '../../contract/service-error';
import type { CallTable } from '../base/service';
import { RangeBase } from '../base/range-base';

type Range = GoogleAppsScript.Spreadsheet.Range;

export const outlineCalls = {
  applyColumnBanding: 'write',
  applyRowBanding: 'write',
  createFilter: 'write',
  getBandings: 'read',
  getFilter: 'read',
  shiftColumnGroupDepth: 'write',
  shiftRowGroupDepth: 'write',
} as const satisfies CallTable<Range>;

/** The filter over a range, its alternating colours, and the groups of its rows and columns. */
export abstract class RangeOutline extends RangeBase {
  applyRowBanding(...theme: unknown[]): GoogleAppsScript.Spreadsheet.Banding {
    return BandingService.ofTheme(this.environment, this, 'row', theme);
  }

  applyColumnBanding(...theme: unknown[]): GoogleAppsScript.Spreadsheet.Banding {
    return BandingService.ofTheme(this.environment, this, 'column', theme);
  }

  getBandings(): GoogleAppsScript.Spreadsheet.Banding[] {
    return BandingService.at(this.environment, this.sheetId, this.area);
  }

  createFilter(): GoogleAppsScript.Spreadsheet.Filter {
    return FilterService.create(this.environment, this);
  }

  getFilter(): GoogleAppsScript.Spreadsheet.Filter | null {
    return FilterService.ofSheet(this.environment, this.sheetId);
  }

  shiftRowGroupDepth(delta: number): Range {
    return this.shift('row', this.area.row, this.rows, delta);
  }

  shiftColumnGroupDepth(delta: number): Range {
    return this.shift('column', this.area.column, this.columns, delta);
  }

  private shift(line: Line, first: number, count: number, delta: number): Range {
    const outline = new Outline(this.environment.workbook, this.sheetId, line);
    if (first === 0 && delta > 0 && outline.position === 'BEFORE') {
      throw new ServiceError(
        `The first ${line} cannot be grouped while the control of ${line} groups stands before them.`,
      );
    }
    outline.shift(first, count, Math.trunc(delta));
    return this.api;
  }
}
