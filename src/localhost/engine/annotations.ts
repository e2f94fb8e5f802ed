import type { ISheetDataValidationRule, Injector } from '@univerjs/core';
import { SheetDataValidationModel } from '@univerjs/sheets-data-validation';
import { SheetsNoteModel } from '@univerjs/sheets-note';
import type { CellNote } from '../contract/engine';

/** What is attached to cells besides values and looks: notes and validation rules. */
export class Annotations {
  constructor(
    private readonly injector: Injector,
    private readonly workbookId: string,
  ) {}

  note(sheetId: string, row: number, column: number): CellNote | undefined {
    const note = this.injector.get(SheetsNoteModel).getNote(this.workbookId, sheetId, { row, col: column });
    return note ? { id: note.id, text: note.note } : undefined;
  }

  validationRule(sheetId: string, row: number, column: number): ISheetDataValidationRule | undefined {
    return this.injector.get(SheetDataValidationModel).getRuleByLocation(this.workbookId, sheetId, row, column);
  }
}
