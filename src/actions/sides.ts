import { parties, settings } from '../registers/settings';
import { readRows } from '../schema/table';
import type { CellsOf } from './cells-of';
import type { Workbook } from './workbook';

/** The sides beside which the address of whoever is at work stands; none where no address is visible or none fits. */
export function sidesOf({ user }: Workbook, cellsOf: CellsOf): string[] {
  if (user === '') return [];
  return readRows(parties, cellsOf(settings.id)).flatMap(({ party, email }) =>
    party !== null && addressesIn(email).includes(user.toLowerCase()) ? [party] : [],
  );
}

/** The side whose liaison is at work; undefined where no address is visible or none fits. */
export const sideOf = (workbook: Workbook, cellsOf: CellsOf): string | undefined => sidesOf(workbook, cellsOf)[0];

/** People write several addresses into one cell. */
export const addressesIn = (cell: string | null): string[] =>
  (cell ?? '')
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((address) => address !== '');
