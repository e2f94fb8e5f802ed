import type { Line, SheetInfo } from '../../contract/engine';
import type { BookEnvironment } from '../base/environment';
import { ServiceError } from '../../contract/service-error';
import { own, Service } from '../base/service';
import { sheetNumber } from '../../notation/sheet-number';
import { readA1 } from '../../notation/a1';
import { RangeService } from '../range/range';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Which sheet it is; positions count from 1, as scripts count them. */
export abstract class SheetBase extends Service<Sheet> {
  constructor(
    protected readonly environment: BookEnvironment,
    readonly id: string,
  ) {
    super();
  }

  get asGoogle(): Sheet {
    return this.api;
  }

  /** The sheet as it is now; it may have been deleted since the script got hold of it. */
  get info(): SheetInfo {
    const info = this.environment.workbook.findSheet(this.id);
    if (!info) throw new ServiceError(`Sheet ${sheetNumber(this.id)} not found`);
    return info;
  }

  range(from: number | string, column?: number, rows = 1, columns = 1): RangeService {
    if (typeof from === 'string') return this.rangeByName(from);
    if (typeof column !== 'number')
      throw new ServiceError(
        "The parameters (number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
      );
    if (!(from >= 1)) throw new ServiceError('The starting row of the range is too small.');
    if (!(column >= 1)) throw new ServiceError('The starting column of the range is too small.');
    if (!(rows >= 1)) throw new ServiceError('The number of rows in the range must be at least 1.');
    if (!(columns >= 1)) throw new ServiceError('The number of columns in the range must be at least 1.');
    const { rows: maxRows, columns: maxColumns } = this.info;
    const [row, left, height, width] = [from, column, rows, columns].map(Math.trunc) as [
      number,
      number,
      number,
      number,
    ];
    if (row + height - 1 > maxRows || left + width - 1 > maxColumns) {
      throw new ServiceError('The coordinates of the range are outside the dimensions of the sheet.');
    }
    return new RangeService(this.environment, this, row, left, height, width);
  }

  private rangeByName(name: string): RangeService {
    const area = readA1(name);
    // A named range, or cells of a sheet that the name tells.
    if (!area || area.sheetName !== undefined) {
      return own(RangeService, this.environment.spreadsheet().getRange(name), 'SpreadsheetApp.Sheet.getRange');
    }
    const { rows, columns } = this.info;
    const { startRow = 1, startColumn = 1, endRow = rows, endColumn = columns } = area;
    return this.range(startRow, startColumn, endRow - startRow + 1, endColumn - startColumn + 1);
  }

  protected lines(line: Line, first: number, count: number): Record<string, number> {
    const { rows, columns } = this.info;
    const [start, end] = [first - 1, first + count - 2];
    return line === 'row'
      ? { startRow: start, endRow: end, startColumn: 0, endColumn: columns - 1 }
      : { startRow: 0, endRow: rows - 1, startColumn: start, endColumn: end };
  }

  protected mutate(id: string, params: Record<string, unknown>): Sheet {
    this.environment.workbook.execute(id, { subUnitId: this.info.id, ...params });
    return this.api;
  }
}
