import { randomUUID } from 'node:crypto';
import type { CellMessage } from '../contract/engine';
import type { EngineRealm } from '../engine/realm/engine-realm';
import type { Workbook } from '../workbook/workbook';
import type { WorkbookFile } from './workbook-file';
import type { StoredEdit, StoredSnapshot } from './workbook-lines';

/** What an opening has of the file; one that is only read is not written. */
export type KeptFile = Pick<WorkbookFile, 'found' | 'damage' | 'mend' | 'compact'>;

/** What the project adds to an opening. */
export interface Opener {
  /** The project's functions that cells may call. */
  functionNames: string[];
  /** Names the code that answers formulas: what another one has answered is not trusted. */
  by: string;
  /** The messages of errors, as they were when the workbook was saved. */
  restoreErrors(errors: readonly CellMessage[]): void;
  /** Everything as it is kept in the file. */
  snapshot(): StoredSnapshot;
}

/**
 * Puts what the file holds into the engine and the workbook's state, calculated; a new workbook is empty. What formulas have
 * answered is taken from the file where nothing has changed since.
 * @param locale of a workbook that is made
 * @returns what a person is to be told of the file, if anything
 * @throws Error that names the damaged line
 */
export function fillWorkbook(
  realm: EngineRealm,
  workbook: Workbook,
  file: KeptFile | undefined,
  { functionNames, by, restoreErrors, snapshot }: Opener,
  locale: string | undefined,
): string | undefined {
  const { engine } = realm;
  const { state } = workbook;
  const found = file?.found;
  try {
    engine.open(found?.snapshot.workbook ?? null, functionNames);
  } catch (cause) {
    throw file && found ? file.damage(2, cause) : cause;
  }
  for (const [key, value] of Object.entries(found?.snapshot.state ?? {})) state.restore(key, value);
  for (const edit of found?.edits ?? []) replay(workbook, file, edit);
  if (!found && locale !== undefined) state.restore('locale', locale);
  if (state.get('spreadsheetId') === undefined) state.restore('spreadsheetId', randomUUID());
  const answers = found?.isCompact ? found.snapshot.answers : undefined;
  const isTrusted = answers?.by === by;
  if (answers && isTrusted) {
    restoreErrors(answers.errors);
    workbook.trust(answers.calculated);
  } else workbook.recalculate();
  // The formulas of conditional formats are asked for once the cells have been calculated.
  realm.settle();
  const notice = file?.mend();
  if (!isTrusted) file?.compact(snapshot());
  return notice;
}

function replay(workbook: Workbook, file: KeptFile | undefined, { line, changes }: StoredEdit): void {
  try {
    for (const change of changes) {
      if ('state' in change) workbook.state.restore(change.state.key, change.state.value);
      else if (!workbook.apply(change.mutation.id, change.mutation.params as object)) throw file?.damage(line);
    }
  } catch (cause) {
    throw file?.damage(line, cause);
  }
}
