import type { Changed } from '../../../src/actions/gallery/gallery';
import { tabsOfPack } from '../../../src/actions/setting-up/packs';
import { REGISTERS } from '../../../src/registers';
import { tablesOf } from '../../../src/schema/register';
import type { Partnership } from '../../support/partnership';

export const addPage = (partnership: Partnership, id: string): Changed => partnership.call('addPage', [id]) as Changed;

export const removePage = (partnership: Partnership, id: string, sure = false): Changed =>
  partnership.call('removePage', [id, sure]) as Changed;

/** Adds a page within 40 writes a tab, and one a column for its mark. */
export function addWithinBudget(partnership: Partnership, id: string): void {
  expect([id, addPage(partnership, id)]).toEqual([id, expect.objectContaining({ kind: 'changed' })]);
  const registers = REGISTERS.filter(({ pack }) => pack === id);
  const columns = registers.flatMap(tablesOf).flatMap((table) => Object.keys(table.columns)).length;
  const each = (partnership.calls.writes - columns) / tabsOfPack(id).length;
  expect([id, each, each <= 40]).toEqual([id, each, true]);
}

/** Errors that any cell of the sheet shows. */
export const errorsIn = (partnership: Partnership): unknown =>
  partnership.script(
    `return book.getSheets().flatMap((sheet) => sheet.getDataRange().getDisplayValues().flatMap((row, r) =>
       row.flatMap((cell, c) => /^#(REF|N.A|VALUE|NAME|ERROR)/.test(cell) ? [sheet.getName() + ' ' + (r + 1) + ',' + (c + 1) + ' ' + cell] : [])));`,
  );
