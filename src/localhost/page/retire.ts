import type { ICommandService } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type {} from '@univerjs/sheets-data-validation/facade';
import type {} from '@univerjs/sheets-note/facade';

/**
 * Takes the shown workbook away so that another one of the same id can take its place. The grid forgets the cells but not who
 * follows their moves: left-over followers of notes and rules would act on the new workbook, and make inserting a row fail.
 * So these are removed one by one before, which tells their followers.
 */
export function retireWorkbook(api: FUniver, commands: ICommandService): void {
  const workbook = api.getActiveWorkbook();
  if (!workbook) return;
  const unitId = workbook.getId();
  const remove = (id: string, params: object) => {
    commands.syncExecuteCommand(id, params, { fromCollab: true });
  };
  for (const sheet of workbook.getSheets()) {
    const subUnitId = sheet.getSheetId();
    const ruleId = sheet.getDataValidations().map(({ rule }) => rule.uid);
    if (ruleId.length > 0) remove('data-validation.mutation.removeRule', { unitId, subUnitId, ruleId });
    for (const { id, row, col } of sheet.getNotes()) {
      remove('sheet.mutation.remove-note', { unitId, sheetId: subUnitId, noteId: id, row, col });
    }
  }
  api.disposeUnit(unitId);
}
