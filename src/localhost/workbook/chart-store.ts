import type { Chart, ChartSpec } from '../contract/chart';
import type { PlacedArea } from '../contract/engine';
import type { StateValue } from '../contract/state';
import type { Workbook } from './workbook';

const BEGINNING = 'chart/';

/** Changes after which a chart's ranges and its anchor may have to stand elsewhere. */
const MOVING = /^sheet\.mutation\.(insert-row|insert-col|remove-rows|remove-col|move-rows|move-columns|move-range)$/;

/**
 * The charts of the workbook. A chart of a sheet that is gone is kept and not told of, so that undoing the removal brings
 * it back.
 */
export class ChartStore {
  constructor(private readonly workbook: Workbook) {}

  /** The charts of all sheets, without ranges of sheets that are gone. */
  all(): Chart[] {
    const sheets = new Set(this.workbook.sheets().map(({ id }) => id));
    return this.stored()
      .filter(({ sheetId }) => sheets.has(sheetId))
      .map((chart) => ({ ...chart, ranges: chart.ranges.filter(({ sheetId }) => sheets.has(sheetId)) }));
  }

  ofSheet(sheetId: string): Chart[] {
    return this.all().filter((chart) => chart.sheetId === sheetId);
  }

  insert(sheetId: string, spec: ChartSpec): void {
    const taken = new Set(this.stored().map(({ id }) => id));
    let id = 0;
    while (id === 0 || taken.has(id)) id = Math.floor(Math.random() * 2 ** 31);
    this.put({ ...spec, id, sheetId });
  }

  put(chart: Chart): void {
    this.workbook.state.set(`${BEGINNING}${chart.id}`, chart as unknown as StateValue);
  }

  remove(id: number): void {
    this.workbook.state.set(`${BEGINNING}${id}`, undefined);
  }

  /** Gives a copied sheet copies of its source's charts; ranges of the source become ranges of the copy. */
  adopt(sheetId: string, sourceId: string): void {
    // A copy whose removal was undone has its charts already.
    if (this.ofSheet(sheetId).length > 0) return;
    for (const { id: _, ...chart } of this.ofSheet(sourceId)) {
      const ranges = chart.ranges.map((range) => (range.sheetId === sourceId ? { ...range, sheetId } : range));
      this.insert(sheetId, { ...chart, ranges });
    }
  }

  /** Moves ranges and anchors as references move when `mutation` has moved cells. */
  follow(mutation: { id: string; params: unknown }): void {
    if (!MOVING.test(mutation.id)) return;
    const after = (place: PlacedArea): PlacedArea | undefined => this.workbook.engine.areaAfter(mutation, place);
    for (const chart of this.stored()) {
      const { row, column } = chart.anchor;
      // A chart stays where it was when its cell is deleted, and does not go along when a cell is cut.
      const cell = after({ sheetId: chart.sheetId, area: { row, column, rows: 1, columns: 1 } });
      const corner = cell?.sheetId === chart.sheetId ? { row: cell.area.row, column: cell.area.column } : {};
      const ranges = chart.ranges.flatMap((range) => after(range) ?? []);
      const moved = { ...chart, anchor: { ...chart.anchor, ...corner }, ranges };
      if (JSON.stringify(moved) !== JSON.stringify(chart)) this.put(moved);
    }
  }

  private stored(): Chart[] {
    return this.workbook.state.entries(BEGINNING).map(([, chart]) => chart as unknown as Chart);
  }
}
