import { parties, settings } from '../registers/settings';
import { readRows } from '../schema/table';
import type { CellsOf } from './forms/choices';
import type { Workbook } from './workbook';

/** The side whose liaison is at work; undefined where no address is visible or none fits. */
export function sideOf(workbook: Workbook, cellsOf: CellsOf): string | null | undefined {
  if (workbook.user === '') return undefined;
  const user = workbook.user.toLowerCase();
  return readRows(parties, cellsOf(settings.id)).find(({ email }) => email?.toLowerCase() === user)?.party;
}
