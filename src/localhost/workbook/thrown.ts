import { type CellAddress, type Engine, THROWN } from '../contract/engine';

/** Whether a cell shows that a custom function has thrown. */
export function isThrown(engine: Engine, { sheetId, row, column }: CellAddress): boolean {
  if (!engine.sheets().some(({ id }) => id === sheetId)) return false;
  return engine.read(sheetId, { row, column, rows: 1, columns: 1 })[0]?.[0] === THROWN;
}
