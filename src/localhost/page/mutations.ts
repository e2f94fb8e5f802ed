import { markSheetNames } from '../engine/univer/sheet-name-marks';
import {
  generateRandomId,
  type ICellData,
  type ICommandInfo,
  type IExecutionOptions,
  type IObjectMatrixPrimitiveType,
} from '@univerjs/core';

/** Carries the values that formulas have spilled into other cells. */
export const spillMutation = 'formula.mutation.set-array-formula-data';

/** What only concerns this page: calculation, which is the host's, and how things are just now shown. */
const ownBusiness = new Set([
  'sheet.mutation.toggle-note-popup',
  'sheet.mutation.data-validation-formula-mark-dirty',
  'sheet.mutation.mark-dirty-filter-change',
  'sheet.mutation.set-worksheet-permission-points',
]);

const definedNames = new Set(['formula.mutation.set-defined-name', 'formula.mutation.remove-defined-name']);

/** Whether a mutation made on the page is a change of the workbook, which the host must know. */
export function isShared(id: string): boolean {
  if (id.startsWith('formula.')) return definedNames.has(id);
  // Documents are the editors of cells and of the formula bar, not the workbook.
  return !id.startsWith('doc.') && !ownBusiness.has(id);
}

const moving = new Set([
  'sheet.mutation.insert-row',
  'sheet.mutation.insert-col',
  'sheet.mutation.remove-rows',
  'sheet.mutation.remove-col',
  'sheet.mutation.move-rows',
  'sheet.mutation.move-columns',
  'sheet.mutation.move-range',
  'sheet.mutation.reorder-range',
  'sheet.mutation.insert-sheet',
  'sheet.mutation.remove-sheet',
]);

/** Whether cells stand elsewhere after this mutation. */
export function movesCells(id: string): boolean {
  return moving.has(id);
}

/**
 * Whether the grid moves notes by itself after cells have moved. It does so a little later and by followers it never forgets,
 * so two quick edits, or a new snapshot, would leave the notes elsewhere on each page. The host tells every move of a note.
 */
export function isNoteEcho({ id }: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): boolean {
  return options?.onlyLocal === true && /^sheet\.mutation\.(update-note-position|remove-note)$/.test(id);
}

/** Puts right what the grid would get wrong, before a mutation of the person's is executed here and sent to the host. */
export function prepareShared(command: Readonly<ICommandInfo>): void {
  const { id, params } = command;
  markSheetNames(command);
  if (id === 'sheet.mutation.update-note') nameNote(params as { note?: { id?: string } });
  if (id === 'sheet.mutation.set-range-values')
    roundTyped(params as { cellValue?: IObjectMatrixPrimitiveType<ICellData | null> });
}

/** A note without an id gets a random one when it is executed, another one on each side. */
function nameNote({ note }: { note?: { id?: string } }): void {
  if (note && !note.id) note.id = generateRandomId(6);
}

/**
 * Typed numbers have 15 significant digits, as in Sheets. The grid reads "70%" as 70 × 0.01, which is 0.7000000000000001 in
 * binary; a share that is not quite what was typed must never reach the workbook.
 */
function roundTyped({ cellValue }: { cellValue?: IObjectMatrixPrimitiveType<ICellData | null> }): void {
  for (const row of Object.values(cellValue ?? {})) {
    for (const cell of Object.values(row ?? {}) as (ICellData | null | undefined)[]) {
      if (typeof cell?.v === 'number') cell.v = Number(cell.v.toPrecision(15));
    }
  }
}
