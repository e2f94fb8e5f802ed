import { REGISTERS } from '../../registers';
import { PAGES } from '../../registers/pages';
import type { WorkbookTab } from '../workbook';

/**
 * The packs that a sheet has. One of their tabs is enough, also one whose set-up was cut short: its formulas point at the
 * others, so a pack is there as a whole.
 */
export const packsIn = (tabs: readonly WorkbookTab[]): string[] =>
  [...REGISTERS, ...PAGES].flatMap(({ id, pack }) =>
    pack !== undefined && tabs.some((tab) => tab.id === id) ? [pack] : [],
  );
