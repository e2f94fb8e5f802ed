import type { IDisposable } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { overlap, within } from '../notation/areas';
import type { GuardedCells as Guarded } from '../contract/protocol';
import { element } from './dom';
import { activeCell } from './view';

const FILL = 'rgba(95, 99, 104, 0.07)';
const STROKE = '#80868b';

/** Shows which cells the person may not edit: shaded in the grid, and in words while they stand on one. */
export class GuardedCells {
  readonly element = element('span', { class: 'guarded', role: 'status' });
  private guarded: Guarded[] = [];
  private shaded: { sheetId: string; marks: IDisposable[] } | undefined;

  constructor(private readonly api: FUniver) {}

  /** The protections of all sheets that concern the person; the list before is forgotten. */
  replace(guarded: Guarded[]): void {
    this.guarded = guarded;
    this.shadeAnew();
    this.update();
  }

  /** To be called whenever another cell or sheet is selected. */
  update(): void {
    const cell = activeCell(this.api);
    if (cell && cell.getSheetId() !== this.shaded?.sheetId) this.shadeAnew();
    const area = cell && { row: cell.getRow(), column: cell.getColumn(), rows: 1, columns: 1 };
    const met = this.guarded.filter(
      (one) =>
        area &&
        one.sheetId === cell.getSheetId() &&
        (one.area ? overlap(area, one.area) : !one.holes.some((hole) => within(area, hole))),
    );
    const strictest = met.find(({ warningOnly }) => !warningOnly) ?? met[0];
    const text = strictest && cell ? wordsFor(strictest, cell.getA1Notation()) : '';
    if (this.element.textContent !== text) this.element.textContent = text;
  }

  /** To be called when another workbook is shown: what was shaded went with the one before. */
  refresh(): void {
    this.shadeAnew();
    this.update();
  }

  private shadeAnew(): void {
    this.shaded?.marks.forEach((mark) => mark.dispose());
    const sheet = this.api.getActiveWorkbook()?.getActiveSheet();
    if (!sheet) return;
    const sheetId = sheet.getSheetId();
    const [lastRow, lastColumn] = [sheet.getMaxRows(), sheet.getMaxColumns()];
    const marks = this.guarded.flatMap(({ sheetId: on, area }) => {
      if (on !== sheetId || !area || area.row >= lastRow || area.column >= lastColumn) return [];
      const rows = Math.min(area.rows, lastRow - area.row);
      const columns = Math.min(area.columns, lastColumn - area.column);
      return [
        sheet.getRange(area.row, area.column, rows, columns).highlight({ fill: FILL, stroke: STROKE, strokeDash: 4 }),
      ];
    });
    this.shaded = { sheetId, marks };
  }
}

function wordsFor({ area, description, warningOnly }: Guarded, a1: string): string {
  const what = `${area ? 'Protected cells' : 'Protected sheet'}${description === '' ? '' : ` (${description})`}`;
  return warningOnly ? `${what}: change ${a1} with care` : `${what}: you may not edit ${a1}`;
}
