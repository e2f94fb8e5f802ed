import type { Cell } from '../../schema/column';
import { columnsToFold, columnsToMark, layOut, listsOf, type LayoutContext, wrongHeadings } from '../../schema/layout';
import { freshPlacement, type Located, type Placement } from '../../schema/placement';
import { sameFormula } from '../../schema/formula';
import { ADOPTED } from './adopt-tabs';
import { ifThere } from './held-back';
import { PAGES } from '../../registers/pages';
import type { Register } from '../../schema/register';
import { layOutPage, pageOfSize, type PageMark } from '../../schema/page';
import { leaveUnformatted } from '../forms/units';
import { ifAllowed } from '../forbidden';
import { finish, headingBlocks } from './older-tabs';
import { planTabs } from './plan-tabs';
import { whatStands, type Filling } from './what-stands';
import { settled, type Block, type Made, type Workbook, type WorkbookTab } from '../workbook';

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
  const { registers, allPages, complete, headings, designs, kept, isBroken, readyTab, isOld, missing, size } = stands;

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
    finish(tab, layOut(tab.tab, placed));
  }
  for (const { tab, standing: found, completion: plan, blank } of old) {
    leaveUnformatted(found, plan.placement.positions[tab.id]!, blank);
  }
  const placeOf = (tab: Register): Placement => places.find(({ tabId }) => tabId === tab.id)!;
  const mended = complete.flatMap((tab) => {
    const place = placeOf(tab);
    const wrong = ifThere(() => wrongHeadings(tab, place, headings.get(tab.id)!, places)) ?? [];
    const blocks = headingBlocks(wrong);
    if (blocks.length === 0) return [];
    const found = readyTab(tab.id)!;
    return unlessLocked(found, () => settled(found, found.write(blocks))) ? [place.tabName] : [];
  });
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
  for (const { page, found, formulas } of kept) {
    const { cells = [] } = ifThere(() => layOutPage(pageOfSize(designs[page.id]!, found.size ?? 0), inLinks)) ?? {};
    const blocks = wrongFormulas(cells, formulas).filter(({ standing }) => movesTabs || standing.includes('#REF!'));
    if (blocks.length === 0) continue;
    const isDone = unlessLocked(found, () => settled(found, found.write(blocks)));
    if (isDone && !movesTabs) mended.push(found.name);
  }
  const mendLists = (tab: Register): string[] => {
    const place = placeOf(tab);
    const found = readyTab(tab.id)!;
    const lists = ifThere(() => listsOf(tab, place, places)) ?? [];
    let isMended = false;
    unlessLocked(found, () => (isMended = found.mendLists(lists)));
    return isMended ? [place.tabName] : [];
  };
  const relisted = complete.flatMap(mendLists);
  // Columns that were put in may have moved what their lists are taken from.
  for (const { tab } of old) mendLists(tab);
  const folded = complete.flatMap((tab) => {
    const found = readyTab(tab.id)!;
    const foldAway = (): void => {
      found.fold(columnsToFold(tab, placeOf(tab)));
      found.markReady({ version: tab.version, currency: found.currency, folded: true });
    };
    return !found.folded && unlessLocked(found, foldAway) ? [found.name] : [];
  });
  const renewedTabs = old.map(({ tab }) => tab).filter(isOld);
  for (const { page, added, kept } of drawn) {
    step('Drawing', added);
    const former = isOld(page) ? designs[page.id]![0]!.formerRows : pageOfSize(designs[page.id]!, added.size ?? 0).rows;
    added.draw(layOutPage(pageOfSize(designs[page.id]!, size(page)), inLinks, former), kept);
  }
  const marked = (tab: Register, added: WorkbookTab, isFresh: boolean): Omit<Made, 'currency'> => {
    const columns = columnsToMark(tab, placeOf(tab));
    step('Finishing', added);
    added.mark(columns, isFresh);
    if (!isFresh && !added.folded) added.fold(columnsToFold(tab, placeOf(tab)));
    // What came by way of an Excel file has lost its lock.
    if (tab.locked && (isFresh || added.version === ADOPTED)) added.lock();
    return { version: tab.version, headings: columns.map(({ heading }) => heading), folded: true };
  };
  const ofSample: Pick<Made, 'sample'> = beginning.alone ? { sample: true } : {};
  for (const { tab, added } of fresh) {
    if (tab.hidden) added.hide();
    added.markReady({ ...marked(tab, added, true), ...ofSample, currency });
  }
  // Columns that stood keep their formats for now.
  for (const { tab, standing: renewed } of old) {
    renewed.markReady({ ...marked(tab, renewed, false), currency: renewed.currency });
  }
  for (const { page, added } of pages) if (page.hidden) added.hide();
  for (const { page, added } of drawn) {
    const isFresh = pages.some((one) => one.added === added);
    added.markReady({ version: page.version, ...(isFresh && ofSample), currency, size: size(page) });
  }
  pages[0]?.added.show(1);
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

/** Formulas of a standing page that are not as they should be, as blocks, each with what stands there. */
function wrongFormulas(
  cells: readonly (readonly Cell[])[],
  standing: readonly (readonly string[])[],
): (Block & { standing: string })[] {
  return cells.flatMap((line, row) =>
    line.flatMap((cell, column) => {
      const formula = String(cell);
      const is = standing[row]?.[column] ?? '';
      if (!formula.startsWith('=') || sameFormula(is, formula)) return [];
      return [{ row: row + 1, column: column + 1, cells: [[formula]], standing: is }];
    }),
  );
}

/** Up to the last one that is ours. */
const columnCount = ({ positions }: Placement): number =>
  1 + Math.max(...Object.values(positions).flatMap((table) => Object.values(table)));
