import { RangeBase } from '../base/range-base';
import type { CallTable } from '../base/service';
import { noteAt, setNote } from './notes';

type Range = GoogleAppsScript.Spreadsheet.Range;

export const noteCalls = {
  clearNote: 'write',
  getNote: 'read',
  getNotes: 'read',
  setNote: 'write',
  setNotes: 'write',
} as const satisfies CallTable<Range>;

/** Notes at cells. */
export abstract class RangeNotes extends RangeBase {
  getNote(): string {
    return noteAt(this.environment.workbook, this.sheetId, this.area.row, this.area.column);
  }

  getNotes(): string[][] {
    const notes = this.table('');
    this.eachCell((row, column, i, j) => {
      notes[i]![j] = noteAt(this.environment.workbook, this.sheetId, row, column);
    });
    return notes;
  }

  setNote(note: string | null): Range {
    return this.setNotes(this.table(note ?? ''));
  }

  setNotes(notes: (string | null)[][]): Range {
    this.checkSize(notes);
    this.eachCell((row, column, i, j) => {
      setNote(this.environment.workbook, this.sheetId, row, column, String(notes[i]?.[j] ?? ''));
    });
    return this.api;
  }

  clearNote(): Range {
    return this.setNote(null);
  }
}
