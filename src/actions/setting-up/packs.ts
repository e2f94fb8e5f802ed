import { REGISTERS } from '../../registers';
import { answers } from '../../registers/answers';
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

/** The same packs with those that serve them: rows that need agreement have the tab of answers beside them. */
export const servedBy = (packs: readonly string[]): string[] =>
  REGISTERS.some(({ pack, agreement }) => agreement && (pack === undefined || packs.includes(pack)))
    ? [...packs, answers.pack!]
    : [...packs];
