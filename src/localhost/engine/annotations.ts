import { DataValidationErrorStyle, type ISheetDataValidationRule, type Injector } from '@univerjs/core';
import { SheetDataValidationModel } from '@univerjs/sheets-data-validation';
import { SheetsNoteModel } from '@univerjs/sheets-note';
import type { Area, CellNote } from '../contract/engine';

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

  /** The rules whose cells take nothing that does not fit, with their areas. */
  rejectingRules(sheetId: string): { areas: Area[]; rule: ISheetDataValidationRule }[] {
    return this.injector
      .get(SheetDataValidationModel)
      .getRules(this.workbookId, sheetId)
      .filter(({ errorStyle }) => errorStyle === DataValidationErrorStyle.STOP)
      .map((rule) => ({
        rule,
        areas: rule.ranges.map(({ startRow, endRow, startColumn, endColumn }) => ({
          row: startRow,
          column: startColumn,
          rows: endRow - startRow + 1,
          columns: endColumn - startColumn + 1,
        })),
      }));
  }

  validationRule(sheetId: string, row: number, column: number): ISheetDataValidationRule | undefined {
    return this.injector.get(SheetDataValidationModel).getRuleByLocation(this.workbookId, sheetId, row, column);
  }
}
