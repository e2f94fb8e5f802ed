import { layOut, type LayoutContext } from '../../schema/layout';
import { freshPlacement, type Located, type Placement } from '../../schema/placement';
import { finishTabs } from './finish-tabs';
import { mendTabs } from './mend-tabs';
import { PAGES } from '../../registers/pages';
import type { Register } from '../../schema/register';
import { layOutPage, pageOfSize, type PageMark } from '../../schema/page';
import { leaveUnformatted } from '../asking/units';
import { ifAllowed } from '../forbidden';
import { finish } from './older-tabs';
import { planTabs } from './plan-tabs';
import { whatStands, type Filling } from './what-stands';
import type { Workbook, WorkbookTab } from '../workbook';

/** Names of the tabs to which something was done. */
export interface Prepared {
  added: string[];
  /** An older version had set them up. */
  renewed: string[];
  /** Formulas were put right. */
  mended: string[];
  /** Lists of choices were put right. */
  relisted: string[];
  /** They have as many rows as they need now. */
  resized: string[];
  /** Somebody has locked them for the person at work: they are as they were. */
  locked: string[];
  /** They need what a locked one lacks, and are as they were. */
  waiting: string[];
}

/**
 * Adds the tabs that are missing and gives those of an older version what they lack; what stands stays as it is. All
 * columns are in place before any formula is written, because formulas point at other tabs. A tab counts once it is
 * marked ready, with its version: what was cut short is taken up again from where it was left.
 * @param carrying the tabs that carry our ids
 * @param beginning what a fresh workbook is filled with; a standing one keeps its own. What is added for the sample, which
 * is alone in its sheet, is marked so.
 * @param leaving packs that are about to be removed: no formula points at them any more
 */
export function prepareTabs(
  workbook: Workbook,
  carrying: readonly WorkbookTab[],
  beginning: Filling,
  leaving: readonly string[] = [],
): Prepared {
  const stands = whatStands(workbook, carrying, beginning, leaving);
  const { registers, allPages, designs, isBroken, readyTab, isOld, missing, size } = stands;

  const add = ({ id, name }: Register | PageMark, first: boolean): WorkbookTab =>
    carrying.find((tab) => tab.id === id) ?? workbook.addTab(id, name, first);
  const locked = new Set<string>();
  /** @returns whether it was done */
  const unlessLocked = ({ name }: WorkbookTab, work: () => void): boolean => {
    const isDone = ifAllowed(work);
    if (!isDone) locked.add(name);
    return isDone;
  };

  const { context, placesWithout, held, old, redrawn } = planTabs(stands, beginning, unlessLocked);
  const { currency } = context;
  const goesOn = ({ id }: { id: string }): boolean => !held.has(id);
  const waiting = [...registers, ...allPages].flatMap(({ id, name }) => {
    const now = readyTab(id)?.name ?? name;
    return held.has(id) && !locked.has(now) ? [now] : [];
  });

  const fresh = registers
    .filter(missing)
    .filter(goesOn)
    .map((tab) => ({ tab, added: add(tab, false) }));
  const pages = allPages
    .filter(missing)
    .filter(goesOn)
    .map((page) => ({ page, added: add(page, page === PAGES[0]) }));
  const drawn = [...pages, ...redrawn].map((one) => ({
    ...one,
    kept: one.added.keeping(Object.keys(pageOfSize(designs[one.page.id]!, size(one.page)).inputs ?? {})),
  }));
  const all = 2 * (fresh.length + old.length) + drawn.length;
  let begun = 0;
  const step = (doing: string, { name }: WorkbookTab): void => workbook.tell(`${doing} ${name} … ${++begun} of ${all}`);
  for (const { standing: tab, completion: plan } of old) tab.insertColumns(plan.inserts);

  const located = (id: string): Located =>
    readyTab(id) ?? [...fresh, ...pages].find(({ added }) => added.id === id)!.added;
  const places = placesWithout(held, located);
  const placed: LayoutContext = { ...context, places };
  for (const { tab, added } of fresh) added.makeWide(columnCount(freshPlacement(tab, added)));
  for (const { page, added } of drawn) added.makeWide(pageOfSize(designs[page.id]!, size(page)).widths.length);
  for (const { tab, added } of fresh) {
    step('Making', added);
    added.layOut(layOut(tab, placed));
  }
  for (const tab of old) {
    step('Bringing up to date:', tab.standing);
    finish(tab, layOut(tab.tab, placed), currency);
  }
  for (const { tab, standing: found, completion: plan, blank } of old) {
    leaveUnformatted(found, plan.placement.positions[tab.id]!, blank);
  }
  const gids = Object.fromEntries([
    ...places.map(({ tabId, gid }) => [tabId, gid] as const),
    ...drawn.map(({ page, added }) => [page.id, added.gid] as const),
    ...allPages.flatMap(({ id }) => {
      const gid = readyTab(id)?.gid;
      return gid === undefined ? [] : [[id, gid] as const];
    }),
  ]);
  const inLinks = { ...placed, gids };
  const movesTabs = fresh.length > 0 || leaving.length > 0;
  const { mended, relisted, folded } = mendTabs(stands, { old, places, inLinks, movesTabs }, unlessLocked);
  const renewedTabs = old.map(({ tab }) => tab).filter(isOld);
  for (const { page, added, kept } of drawn) {
    step('Drawing', added);
    const former = isOld(page) ? designs[page.id]![0]!.formerRows : pageOfSize(designs[page.id]!, added.size ?? 0).rows;
    added.draw(layOutPage(pageOfSize(designs[page.id]!, size(page)), inLinks, former), kept);
  }
  finishTabs({ fresh, old, pages, drawn }, { places, currency, forSample: beginning.alone === true, size, step });
  return {
    added: [...pages.map(({ page }) => page.name), ...fresh.map(({ tab }) => tab.name)],
    renewed: [
      ...redrawn.flatMap(({ page, added: { name } }) => (isOld(page) || isBroken ? [name] : [])),
      ...old.flatMap(({ tab, standing: { name } }) => (renewedTabs.includes(tab) ? [name] : [])),
      ...folded,
    ],
    resized: redrawn.flatMap(({ page, added: { name } }) => (isOld(page) || isBroken ? [] : [name])),
    locked: [...locked],
    waiting,
    relisted,
    mended: [...mended, ...old.flatMap(({ tab, standing: { name } }) => (renewedTabs.includes(tab) ? [] : [name]))],
  };
}

/** Up to the last one that is ours. */
const columnCount = ({ positions }: Placement): number =>
  1 + Math.max(...Object.values(positions).flatMap((table) => Object.values(table)));
