import type { Area } from '../contract/engine';
import type { Change } from '../access/protections';
import type { Mutation } from '../contract/protocol';

interface Lines {
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
}

interface Params {
  subUnitId?: string;
  sheetId?: string;
  cellValue?: Record<string, Record<string, unknown> | null>;
  range?: Lines;
  ranges?: Lines[];
  sourceRange?: Lines;
  rule?: { ranges?: Lines[] };
  payload?: { payload?: unknown };
  row?: number;
  col?: number;
  from?: { subUnitId: string; value?: Record<string, Record<string, unknown> | null> };
  to?: { subUnitId: string; value?: Record<string, Record<string, unknown> | null> };
}

/**
 * Whether a page tells how high it has measured rows. That is nobody's edit: who opens a sheet with a locked tab, or may only
 * look, has done nothing to be refused, and would measure again whatever is put back.
 */
export const isMeasured = ({ id }: Pick<Mutation, 'id'>): boolean =>
  id === 'sheet.mutation.set-worksheet-row-auto-height';

/** What a page's mutation changes, for the protections; undefined where it concerns no sheet. */
export function changesOf({ id, params }: Mutation): [sheetId: string, change: Change][] {
  const known = (params ?? {}) as Params;
  const sheetId = known.subUnitId ?? known.sheetId;
  const [, room, name = ''] = /^([\w-]+)\.mutation\.(.*)$/.exec(id) ?? [];
  if (name === 'move-range') {
    return [known.from, known.to].flatMap((side) =>
      side ? [[side.subUnitId, { cells: cellsOf(side.value) }] as [string, Change]] : [],
    );
  }
  if (sheetId === undefined || room === 'formula' || name === 'insert-sheet') return [];
  if (isMeasured({ id })) return [];
  return [[sheetId, changeOf(name, known)]];
}

function changeOf(name: string, known: Params): Change {
  if (name === 'set-range-values') return { cells: cellsOf(known.cellValue) };
  if (name === 'remove-sheet') return 'everything';
  const before = known.range ?? { startRow: 0, startColumn: 0 };
  if (name === 'insert-row') return { inserted: 'row', before: before.startRow };
  if (name === 'insert-col') return { inserted: 'column', before: before.startColumn };
  if (/^set-(row|col|worksheet|frozen|tab)|^toggle/.test(name)) return 'sheet';
  const rangesOfRule =
    known.rule?.ranges ?? (Array.isArray(known.payload?.payload) ? known.payload.payload : undefined);
  const ranges = known.sourceRange ? [known.sourceRange] : (known.ranges ?? rangesOfRule ?? known.range);
  if (Array.isArray(ranges)) return { cells: (ranges as Lines[]).map(areaOf) };
  if (ranges) return { cells: [areaOf(ranges as Lines)] };
  if (known.row !== undefined && known.col !== undefined) {
    return { cells: [{ row: known.row, column: known.col, rows: 1, columns: 1 }] };
  }
  return 'sheet';
}

function cellsOf(cells: Params['cellValue']): Area[] {
  return Object.entries(cells ?? {}).flatMap(([row, line]) =>
    Object.keys(line ?? {}).map((column) => ({ row: Number(row), column: Number(column), rows: 1, columns: 1 })),
  );
}

function areaOf({ startRow, endRow, startColumn, endColumn }: Lines): Area {
  return { row: startRow, column: startColumn, rows: endRow - startRow + 1, columns: endColumn - startColumn + 1 };
}
