import type { IRange } from '@univerjs/core';
import { adjustRangeOnMutation } from '@univerjs/sheets';
import type { Area, PlacedArea } from '../contract/engine';

interface MoveParams {
  subUnitId?: string;
  from?: { subUnitId: string };
  to?: { subUnitId: string };
  fromRange?: IRange;
  toRange?: IRange;
}

/** Where cells stand after a mutation that may have moved them; undefined when it has deleted them all. */
export function areaAfter(mutation: { id: string; params: unknown }, place: PlacedArea): PlacedArea | undefined {
  const params = (mutation.params ?? {}) as MoveParams;
  const { from, to, fromRange, toRange } = params;
  if (from && to) return fromRange && toRange ? afterCut(from, to, fromRange, toRange, place) : place;
  if (params.subUnitId !== place.sheetId) return place;
  const adjusted = adjustRangeOnMutation(rangeOf(place.area), mutation as Parameters<typeof adjustRangeOnMutation>[1]);
  return adjusted ? { sheetId: place.sheetId, area: areaOf(adjusted) } : undefined;
}

/** References to cells that were cut as a whole go where they are pasted; what is pasted over others leaves theirs alone. */
function afterCut(
  from: { subUnitId: string },
  to: { subUnitId: string },
  fromRange: IRange,
  toRange: IRange,
  place: PlacedArea,
): PlacedArea {
  const { row, column, rows, columns } = place.area;
  const isInside =
    place.sheetId === from.subUnitId &&
    row >= fromRange.startRow &&
    column >= fromRange.startColumn &&
    row + rows - 1 <= fromRange.endRow &&
    column + columns - 1 <= fromRange.endColumn;
  if (!isInside) return place;
  const area = {
    ...place.area,
    row: row + toRange.startRow - fromRange.startRow,
    column: column + toRange.startColumn - fromRange.startColumn,
  };
  return { sheetId: to.subUnitId, area };
}

function rangeOf({ row, column, rows, columns }: Area): IRange {
  return { startRow: row, endRow: row + rows - 1, startColumn: column, endColumn: column + columns - 1 };
}

function areaOf({ startRow, endRow, startColumn, endColumn }: IRange): Area {
  return { row: startRow, column: startColumn, rows: endRow - startRow + 1, columns: endColumn - startColumn + 1 };
}
