import { Direction, ICommandService, type ICellData, type Injector, type Worksheet } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { CopySheetCommand, InsertRowByRangeCommand, MoveRangeCommand } from '@univerjs/sheets';
import type { FWorksheet } from '@univerjs/sheets/facade';
import { engineRange } from '../notation/engine-range';
import { BoundedRules } from './bounded-rules';
import type { Area, Line, SortRule } from '../contract/engine';

/** Changes that move cells. The engine's own commands do them, since they also mend formulas, rules and notes. */
export class Structure {
  private readonly rules: BoundedRules;

  constructor(
    private readonly api: FUniver,
    private readonly injector: Injector,
    private readonly workbookId: string,
  ) {
    this.rules = new BoundedRules(injector, workbookId);
  }

  isLineHidden(sheetId: string, line: Line, index: number): boolean {
    const sheet = this.sheet(sheetId).getSheet();
    return !(line === 'row' ? sheet.getRowRawVisible(index) : sheet.getColVisible(index));
  }

  /** New lines stand before the line `before`, or at the end, and look like the line in front of them. */
  insertLines(sheetId: string, line: Line, before: number, count: number): void {
    const sheet = this.sheet(sheetId);
    this.rules.around(sheetId, { line, before, count }, () => {
      if (before === 0) {
        if (line === 'row') sheet.insertRowsBefore(0, count);
        else sheet.insertColumnsBefore(0, count);
      } else if (line === 'row') this.insertRows(sheet.getSheet(), before, count);
      else sheet.insertColumnsAfter(before - 1, count);
    });
  }

  /** As the engine's own method does it, which asks each new cell anew what the one in front of all of them looks like. */
  private insertRows(sheet: Worksheet, before: number, count: number): void {
    const columns = sheet.getColumnCount();
    const look: [column: number, style: ICellData['s']][] = [];
    for (let column = 0; column < columns; column++) {
      const style = sheet.getCell(before - 1, column)?.s;
      if (style) look.push([column, style]);
    }
    const cellValue: Record<number, Record<number, ICellData>> = {};
    for (let row = before; look.length > 0 && row < before + count; row++) {
      // The engine keeps these objects and changes them later: every cell has its own.
      const cells: Record<number, ICellData> = (cellValue[row] = {});
      for (const [column, s] of look) cells[column] = { s };
    }
    this.injector.get(ICommandService).syncExecuteCommand(InsertRowByRangeCommand.id, {
      unitId: this.workbookId,
      subUnitId: sheet.getSheetId(),
      direction: Direction.DOWN,
      range: { startRow: before, endRow: before + count - 1, startColumn: 0, endColumn: columns - 1 },
      cellValue,
    });
  }

  deleteLines(sheetId: string, line: Line, first: number, count: number): void {
    if (line === 'row') this.sheet(sheetId).deleteRows(first, count);
    else this.sheet(sheetId).deleteColumns(first, count);
  }

  moveLines(sheetId: string, line: Line, first: number, count: number, before: number): void {
    const sheet = this.sheet(sheetId);
    if (line === 'row') sheet.moveRows(sheet.getRange(first, 0, count, 1), before);
    else sheet.moveColumns(sheet.getRange(0, first, 1, count), before);
  }

  /** Sorts whole rows of an area; columns count from 0 at the area's left edge. */
  sort(sheetId: string, area: Area, rules: SortRule[]): void {
    this.sheet(sheetId).getRange(area.row, area.column, area.rows, area.columns).sort(rules);
  }

  merges(sheetId: string): Area[] {
    return this.sheet(sheetId)
      .getSheet()
      .getMergeData()
      .map(({ startRow, endRow, startColumn, endColumn }) => ({
        row: startRow,
        column: startColumn,
        rows: endRow - startRow + 1,
        columns: endColumn - startColumn + 1,
      }));
  }

  columnWidth(sheetId: string, column: number): number {
    return this.sheet(sheetId).getSheet().getColumnWidth(column);
  }

  rowHeight(sheetId: string, row: number): number {
    return this.sheet(sheetId).getSheet().getRowHeight(row);
  }

  tabColor(sheetId: string): string | undefined {
    return this.sheet(sheetId).getSheet().getTabColor() || undefined;
  }

  /** The command runs to its end when the realm is next idle. */
  moveArea(sheetId: string, from: Area, to: Area): void {
    void this.injector.get(ICommandService).executeCommand(MoveRangeCommand.id, {
      unitId: this.workbookId,
      subUnitId: sheetId,
      fromRange: engineRange(from),
      toRange: engineRange(to),
    });
  }

  copySheet(sheetId: string): boolean {
    return this.injector
      .get(ICommandService)
      .syncExecuteCommand(CopySheetCommand.id, { unitId: this.workbookId, subUnitId: sheetId });
  }

  private sheet(sheetId: string): FWorksheet {
    const sheet = this.api.getActiveWorkbook()?.getSheetBySheetId(sheetId);
    if (!sheet) throw new Error(`There is no sheet with the id ${sheetId}.`);
    return sheet;
  }
}
