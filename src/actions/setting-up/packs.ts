import { REGISTERS } from '../../registers';
import { answers } from '../../registers/answers';
import { PACKS } from '../../registers/packs';
import { PAGES } from '../../registers/pages';
import type { PageMark } from '../../schema/page';
import type { Chapter, Register } from '../../schema/register';
import type { WorkbookTab } from '../workbook';

/** The tabs of a pack, in the order in which they stand. */
export const tabsOfPack = (packId: string): (Register | PageMark)[] =>
  [...REGISTERS, ...PAGES].filter(({ pack }) => pack === packId);

/**
 * The packs that a sheet has. One of their tabs is enough, also one whose set-up was cut short: its formulas point at the
 * others, so a pack is there as a whole.
 */
export const packsIn = (tabs: readonly WorkbookTab[]): string[] =>
  [...REGISTERS, ...PAGES].flatMap(({ id, pack }) =>
    pack !== undefined && tabs.some((tab) => tab.id === id) ? [pack] : [],
  );

/** Something that can be added to a sheet and removed from it: a page by itself, or tabs that come together. */
export interface Addable {
  id: string;
  name: string;
  chapter: Chapter;
  question: string;
}

/** All of them, a pack before the pages that are packs of their own. */
export const ADDABLE: readonly Addable[] = [
  ...PACKS,
  ...[...REGISTERS, ...PAGES].flatMap(({ id, pack, name, chapter, question }) =>
    pack === id && chapter ? [{ id, name, chapter, question }] : [],
  ),
];

/** The packs with which a partnership of this kind begins. */
export const packsFitting = (kind: unknown): string[] =>
  [...REGISTERS, ...PAGES].flatMap(({ pack, fits = [] }) =>
    pack !== undefined && fits.some((one) => one === kind) ? [pack] : [],
  );
/** The same packs with those that serve them: rows that need agreement have the tab of answers beside them. */
export const servedBy = (packs: readonly string[]): string[] =>
  REGISTERS.some(({ pack, agreement }) => agreement && (pack === undefined || packs.includes(pack)))
    ? [...packs, answers.pack!]
    : [...packs];
