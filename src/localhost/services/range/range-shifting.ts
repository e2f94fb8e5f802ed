import type { Area } from '../../contract/engine';
import { enums } from '../base/enums';
import { requireEdit } from '../base/permission';
import { RangeBase } from '../base/range-base';
import type { CallTable } from '../base/service';

type Range = GoogleAppsScript.Spreadsheet.Range;

export const shiftingCalls = { deleteCells: 'write', insertCells: 'write' } as const satisfies CallTable<Range>;

/** Cells that make room for others, or close up, along their rows or columns; formulas go on referring to them. */
export abstract class RangeShifting extends RangeBase {
  /** Cells below the range (ROWS) or to its right (COLUMNS) move away; the new ones look as those did that stood there. */
  insertCells(shiftDimension: unknown): Range {
    const isDown = enums.Dimension.labelOf(shiftDimension) === 'ROWS';
    const { area } = this;
    const moved = this.rest(isDown, area);
    if (moved) {
      this.makeRoom(isDown, moved);
      const to = isDown ? { ...moved, row: moved.row + area.rows } : { ...moved, column: moved.column + area.columns };
      this.move(moved, to);
      const looks = this.api.offset(isDown ? area.rows : 0, isDown ? 0 : area.columns);
      const pasteFormat: unknown = enums.CopyPasteType.value('PASTE_FORMAT');
      looks.copyTo(this.api, pasteFormat as GoogleAppsScript.Spreadsheet.CopyPasteType, false);
    }
    return this.api;
  }

  /** Cells below the range (ROWS) or to its right (COLUMNS) move into its place. */
  deleteCells(shiftDimension: unknown): void {
    const isUp = enums.Dimension.labelOf(shiftDimension) === 'ROWS';
    const { area } = this;
    const behind: Area = isUp
      ? { ...area, row: area.row + area.rows }
      : { ...area, column: area.column + area.columns };
    const moved = this.rest(isUp, behind);
    this.api.clear();
    this.api.clearNote();
    if (moved) this.move(moved, isUp ? { ...moved, row: area.row } : { ...moved, column: area.column });
  }

  /** The cells from an area on to where the sheet's contents end; undefined where there are none. */
  private rest(isDown: boolean, from: Area): Area | undefined {
    const { rows, columns } = this.environment.workbook.extent(this.sheetId);
    const size = isDown ? rows - from.row : columns - from.column;
    if (size <= 0) return undefined;
    const rest = isDown ? { ...from, rows: size } : { ...from, columns: size };
    requireEdit(this.environment, this.sheetId, { cells: [rest] });
    return rest;
  }

  private makeRoom(isDown: boolean, moved: Area): void {
    const { info, asGoogle } = this.sheet;
    const missing = isDown
      ? moved.row + moved.rows + this.rows - info.rows
      : moved.column + moved.columns + this.columns - info.columns;
    if (missing <= 0) return;
    if (isDown) asGoogle.insertRowsAfter(info.rows, missing);
    else asGoogle.insertColumnsAfter(info.columns, missing);
  }

  private move(from: Area, to: Area): void {
    const { workbook } = this.environment;
    workbook.move(this.sheetId, (engine) => engine.moveArea(this.sheetId, from, to));
  }
}
