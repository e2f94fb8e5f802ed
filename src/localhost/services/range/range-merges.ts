import { overlap, within } from '../../notation/areas';
import { engineRange } from '../../notation/engine-range';
import type { Area } from '../../contract/engine';
import { ServiceError } from '../../contract/service-error';
import type { CallTable } from '../base/service';
import { RangeBase } from '../base/range-base';

type Range = GoogleAppsScript.Spreadsheet.Range;

export const mergeCalls = {
  breakApart: 'write',
  getMergedRanges: 'read',
  isPartOfMerge: 'read',
  merge: 'write',
  mergeAcross: 'write',
  mergeVertically: 'write',
} as const satisfies CallTable<Range>;

/** Merged cells: the upper left one keeps its content, the others lose theirs. */
export abstract class RangeMerges extends RangeBase {
  merge(): Range {
    return this.mergeEach([this.area]);
  }

  mergeAcross(): Range {
    const { row } = this.area;
    return this.mergeEach(Array.from({ length: this.rows }, (_, i) => ({ ...this.area, row: row + i, rows: 1 })));
  }

  mergeVertically(): Range {
    const { column } = this.area;
    return this.mergeEach(
      Array.from({ length: this.columns }, (_, j) => ({ ...this.area, column: column + j, columns: 1 })),
    );
  }

  breakApart(): Range {
    const ranges = this.merges(overlap).map(engineRange);
    if (ranges.length > 0) {
      this.environment.workbook.execute('sheet.mutation.remove-worksheet-merge', { subUnitId: this.sheetId, ranges });
    }
    return this.api;
  }

  getMergedRanges(): Range[] {
    return this.merges(overlap).map(({ row, column, rows, columns }) =>
      this.sheet.asGoogle.getRange(row + 1, column + 1, rows, columns),
    );
  }

  isPartOfMerge(): boolean {
    return this.merges(overlap).length > 0;
  }

  private mergeEach(areas: Area[]): Range {
    const { workbook } = this.environment;
    if (this.merges(overlap).some((merged) => !areas.some((area) => within(merged, area)))) {
      throw new ServiceError('You must select all cells in a merged range to merge or unmerge them.');
    }
    this.breakApart();
    const first = (row: number, column: number): boolean =>
      areas.some((area) => area.row === row && area.column === column);
    this.eachCell((row, column) => {
      if (!first(row, column)) workbook.patch(this.sheetId, row, column, { value: null });
    });
    const ranges = areas.filter(({ rows, columns }) => rows * columns > 1).map(engineRange);
    if (ranges.length > 0) {
      workbook.execute('sheet.mutation.add-worksheet-merge', { subUnitId: this.sheetId, ranges });
    }
    return this.api;
  }

  private merges(meets: (merged: Area, area: Area) => boolean): Area[] {
    return this.environment.workbook.engine.merges(this.sheetId).filter((merged) => meets(merged, this.area));
  }
}
