import { answers } from '../../registers/answers';
import { lostWith } from './lost-with';
import type { Workbook, WorkbookTab } from '../workbook';
import { packsIn, servedBy, tabsOfPack } from './packs';
import { prepareTabs } from './prepare-tabs';

/**
 * The tabs that go with some packs: their own, and that of answers once there is nothing left that could be answered and
 * nobody has answered anything.
 */
export function leavingWith(packs: readonly string[], all: readonly WorkbookTab[]): WorkbookTab[] {
  const leaving = all.filter((tab) => packs.some((pack) => tabsOfPack(pack).some(({ id }) => id === tab.id)));
  if (leaving.length === 0) return [];
  const left = all.filter((tab) => !leaving.includes(tab));
  const served = left.find((tab) => tab.id === answers.id);
  if (!served || servedBy(packsIn(left.filter((tab) => tab !== served))).includes(answers.pack!)) return leaving;
  return lostWith(served).length === 0 ? [...leaving, served] : leaving;
}

/**
 * Takes packs out of a sheet. Formulas of other tabs let go of them first, so that a run that is cut short leaves nothing
 * broken.
 * @param leaving their tabs
 */
export function takeOutPacks(
  workbook: Workbook,
  all: readonly WorkbookTab[],
  packs: readonly string[],
  leaving: readonly WorkbookTab[],
): void {
  const served = leaving.some(({ id }) => id === answers.id) ? [answers.pack!] : [];
  prepareTabs(workbook, all, { currency: null, firstRows: {}, packs: [] }, [...packs, ...served]);
  // What serves a pack goes before the pack, whose tabs say that it was there.
  for (const tab of [...leaving].reverse()) tab.remove();
}

/** Packs that came with the sample and in whose tabs nobody has entered anything of their own. A read a tab of theirs. */
export function packsOfSample(all: readonly WorkbookTab[]): string[] {
  return [...new Set(packsIn(all))].filter((pack) => {
    const tabs = all.filter(({ id }) => tabsOfPack(pack).some((one) => one.id === id));
    return pack !== answers.pack && tabs.every((tab) => tab.fromSample && lostWith(tab).length === 0);
  });
}
