import { enums } from '../base/enums';
import { RangeBase } from '../base/range-base';
import { type CallTable, own } from '../base/service';
import { ServiceError } from '../../contract/service-error';
import { seriesOf } from './fill-series';

type Range = GoogleAppsScript.Spreadsheet.Range;

export const fillingCalls = { autoFill: 'write', autoFillToNeighbor: 'write' } as const satisfies CallTable<Range>;

/** Cells that go on from others, as when a person drags the corner of a selection. */
export abstract class RangeFilling extends RangeBase {
  /** The destination holds this range and goes on from it in one direction. */
  autoFill(destination: unknown, series: unknown): void {
    const target = own(RangeBase, destination, 'SpreadsheetApp.Range.autoFill');
    const alternates = enums.AutoFillSeries.labelOf(series) === 'ALTERNATE_SERIES';
    const [own_, whole] = [this.area, target.area];
    const before = { rows: own_.row - whole.row, columns: own_.column - whole.column };
    const after = {
      rows: whole.row + whole.rows - own_.row - own_.rows,
      columns: whole.column + whole.columns - own_.column - own_.columns,
    };
    const steps = [before.rows, before.columns, after.rows, after.columns];
    if (target.sheetId !== this.sheetId || steps.some((step) => step < 0)) {
      throw new ServiceError('The destination range must include the source range, and be in the same sheet.');
    }
    if (steps.filter((step) => step > 0).length > 1) {
      throw new ServiceError('The destination range must extend the source range in one direction only.');
    }
    if (before.rows > 0) this.fill('row', -before.rows, alternates);
    if (after.rows > 0) this.fill('row', after.rows, alternates);
    if (before.columns > 0) this.fill('column', -before.columns, alternates);
    if (after.columns > 0) this.fill('column', after.columns, alternates);
  }

  /** Down as far as the column beside it is filled: the one on the left, else the one on the right. */
  autoFillToNeighbor(series: unknown): void {
    const { workbook } = this.environment;
    const first = this.area.row + this.rows;
    const { rows } = workbook.extent(this.sheetId);
    const filledBelow = (column: number): number => {
      if (column < 0 || column >= this.sheet.info.columns || rows <= first) return 0;
      const below = workbook.read(this.sheetId, { row: first, column, rows: rows - first, columns: 1 });
      const end = below.findIndex(([value]) => value === null || value === undefined || value === '');
      return end < 0 ? below.length : end;
    };
    const more = filledBelow(this.area.column - 1) || filledBelow(this.area.column + this.columns);
    if (more === 0) throw new ServiceError('There is no filled column beside the range to go along with.');
    this.autoFill(this.api.offset(0, 0, this.rows + more, this.columns), series);
  }

  /** @param count how many lines are filled; negative for those before */
  private fill(along: 'row' | 'column', count: number, alternates: boolean): void {
    const { workbook } = this.environment;
    const size = along === 'row' ? this.rows : this.columns;
    const values = workbook.read(this.sheetId, this.area);
    const formulas = workbook.flushed().formulas(this.sheetId, this.area);
    const lineAt = (place: number): Range =>
      along === 'row' ? this.api.offset(place, 0, 1, this.columns) : this.api.offset(0, place, this.rows, 1);
    const width = along === 'row' ? this.columns : this.rows;
    const at = <T>(table: T[][], place: number, across: number): T | undefined =>
      along === 'row' ? table[place]?.[across] : table[across]?.[place];
    const places = Array.from({ length: size }, (_, place) => place);
    const series = Array.from({ length: width }, (_, across) => {
      if (alternates || places.some((place) => at(formulas, place, across))) return undefined;
      return seriesOf(places.map((place) => at(values, place, across) ?? null));
    });
    for (let step = 1; step <= Math.abs(count); step++) {
      const place = count > 0 ? size - 1 + step : -step;
      lineAt(((place % size) + size) % size).copyTo(lineAt(place));
      series.forEach((next, across) => {
        if (!next) return;
        const [row, column] = along === 'row' ? [place, across] : [across, place];
        const value = next(count > 0 ? step : -step);
        workbook.patch(this.sheetId, this.area.row + row, this.area.column + column, { value });
      });
    }
  }
}
