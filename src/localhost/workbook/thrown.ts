import { type CellAddress, type CellValue, type Engine, THROWN } from '../contract/engine';

/** Whether a cell shows that a custom function has thrown. */
export function isThrown(engine: Engine, at: CellAddress): boolean {
  return isShown(engine, at, THROWN);
}

/** Whether there is a cell that holds this now. */
export function isShown(engine: Engine, { sheetId, row, column }: CellAddress, value: CellValue): boolean {
  if (!engine.sheets().some(({ id }) => id === sheetId)) return false;
  return engine.read(sheetId, { row, column, rows: 1, columns: 1 })[0]?.[0] === value;
}
