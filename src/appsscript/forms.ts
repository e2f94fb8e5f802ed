import { answerPage as page } from '../actions/forms/answers/answer-entries';
import * as actions from '../actions/forms/forms';
import { forgetSent, keepDraft as keep } from '../actions/asking/memory';
import { makeRoom as make } from '../actions/setting-up/mend-headings';
import type { Outcome } from '../actions/asking/outcome';
import { undoEntry as undo } from '../actions/forms/undo-entry';
import { readSubmission } from '../schema/checks';
import type { FormValues } from '../schema/form';
import { SpreadsheetWorkbook } from './spreadsheet-workbook';

/** The forms over the sheet that is open. This module brings zod: it is loaded when a form is used, never by a formula. */

const workbook = (): SpreadsheetWorkbook => new SpreadsheetWorkbook(SpreadsheetApp.getActiveSpreadsheet());

export const openForm = (formId: string): actions.Opened => actions.openForm(workbook(), formId);

export const completeForm = (formId: string): actions.Completed => actions.completeForm(workbook(), formId);

export const submitForm = (formId: string, submission: unknown): ReturnType<typeof actions.submitForm> =>
  actions.submitForm(workbook(), formId, readSubmission(submission));

export const answerPage = (side: string, from: number): ReturnType<typeof page> => page(workbook(), side, from);

export const keepDraft = (formId: string, values: FormValues, key: string): void =>
  keep(workbook(), formId, values, key);

export const outcomeOf = (formId: string, key: string): Outcome | null => actions.outcomeOf(workbook(), formId, key);

export const outcomeSeen = (formId: string, key: string): void => forgetSent(workbook(), formId, key);

export const undoEntry = (formId: string, name: string, sum: string): Outcome => undo(workbook(), formId, name, sum);

export const makeRoom = (): void => make(workbook());

export function showRow(tabId: string, row: number): void {
  const tab = workbook()
    .tabs()
    .find(({ id }) => id === tabId);
  // Rows below it may be gone by now.
  if (tab) tab.show(Math.min(row, tab.rows));
}
