import type { Workbook } from '../../workbook/workbook';

/** Room for a note on the screen, in pixels. */
const SIZE = { width: 220, height: 90 };

export function noteAt(workbook: Workbook, sheetId: string, row: number, column: number): string {
  return workbook.engine.note(sheetId, row, column)?.text ?? '';
}

/** An empty text removes the note. */
export function setNote(workbook: Workbook, sheetId: string, row: number, column: number, text: string): void {
  const old = workbook.engine.note(sheetId, row, column);
  if (text === '') {
    if (old) workbook.execute('sheet.mutation.remove-note', { sheetId, noteId: old.id, row, col: column });
    return;
  }
  // Without an id of our own every page would invent another one.
  const id = old?.id ?? `note-${sheetId}-${row}-${column}-${Date.now().toString(36)}`;
  const note = { id, row, col: column, ...SIZE, note: text, show: false };
  workbook.execute('sheet.mutation.update-note', { sheetId, row, col: column, note });
}
