import type { Cell } from '../../schema/column';
import { sameFormula } from '../../schema/formula';
import { columnsToFold, listsOf, wrongHeadings } from '../../schema/layout';
import { layOutPage, pageOfSize, type PageContext } from '../../schema/page';
import type { Placement } from '../../schema/placement';
import type { Register } from '../../schema/register';
import { rowBlocks } from '../rows/blocks';
import { settled, type Block, type WorkbookTab } from '../workbook';
import { ifThere } from './held-back';
import { headingBlocks, type Old } from './older-tabs';
import type { Standing } from './what-stands';

/** Names of the standing tabs in which something was put right. */
interface Mended {
  /** Formulas. */
  mended: string[];
  /** Lists of choices. */
  relisted: string[];
  /** Columns that nobody needs were folded away for the first time. */
  folded: string[];
}

interface Surroundings {
  /** Tabs of an older version, which have what they lacked by now. */
  old: readonly Old[];
  places: readonly Placement[];
  inLinks: PageContext;
  /** Tabs come or go, so that formulas of pages point elsewhere than they did. */
  movesTabs: boolean;
}

/**
 * Puts right what stands: formulas and lists that somebody has changed, or that point at what has moved.
 * @param unlessLocked does what it is given, and says whether the tab could be written to
 */
export function mendTabs(
  { complete, headings, designs, kept, readyTab }: Standing,
  { old, places, inLinks, movesTabs }: Surroundings,
  unlessLocked: (tab: WorkbookTab, work: () => void) => boolean,
): Mended {
  const placeOf = (tab: Register): Placement => places.find(({ tabId }) => tabId === tab.id)!;

  function mendHeadings(tab: Register): string[] {
    const place = placeOf(tab);
    const wrong = ifThere(() => wrongHeadings(tab, place, headings.get(tab.id)!, places)) ?? [];
    const blocks = headingBlocks(wrong);
    if (blocks.length === 0) return [];
    const found = readyTab(tab.id)!;
    return unlessLocked(found, () => settled(found, found.write(blocks))) ? [place.tabName] : [];
  }

  function mendPage({ page, found, formulas }: Standing['kept'][number]): string[] {
    const { cells = [] } = ifThere(() => layOutPage(pageOfSize(designs[page.id]!, found.size ?? 0), inLinks)) ?? {};
    const blocks = wrongFormulas(cells, formulas, (standing) => movesTabs || standing.includes('#REF!'));
    if (blocks.length === 0) return [];
    const isDone = unlessLocked(found, () => settled(found, found.write(blocks)));
    return isDone && !movesTabs ? [found.name] : [];
  }

  function mendLists(tab: Register): string[] {
    const place = placeOf(tab);
    const found = readyTab(tab.id)!;
    const lists = ifThere(() => listsOf(tab, place, places)) ?? [];
    let isMended = false;
    unlessLocked(found, () => (isMended = found.mendLists(lists)));
    return isMended ? [place.tabName] : [];
  }

  function foldAway(tab: Register): string[] {
    const found = readyTab(tab.id)!;
    const fold = (): void => {
      found.fold(columnsToFold(tab, placeOf(tab)));
      found.markReady({ version: tab.version, currency: found.currency, folded: true });
    };
    return !found.folded && unlessLocked(found, fold) ? [found.name] : [];
  }

  const mended = [...complete.flatMap(mendHeadings), ...kept.flatMap(mendPage)];
  const relisted = complete.flatMap(mendLists);
  // Columns that were put in may have moved what their lists are taken from.
  for (const { tab } of old) mendLists(tab);
  return { mended, relisted, folded: complete.flatMap(foldAway) };
}

/**
 * Formulas of a standing page that are not as they should be: one block for those that stand side by side.
 * @param counts whether a formula that stands is to be put right
 */
function wrongFormulas(
  cells: readonly (readonly Cell[])[],
  standing: readonly (readonly string[])[],
  counts: (standing: string) => boolean,
): Block[] {
  return cells.flatMap((line, row) => {
    const wrong = line.flatMap((cell, column): [number, Cell][] => {
      const is = standing[row]?.[column] ?? '';
      const isRight = !String(cell).startsWith('=') || sameFormula(is, String(cell));
      return isRight || !counts(is) ? [] : [[column, cell]];
    });
    const places = Object.fromEntries(wrong.map(([column]) => [column, column]));
    return rowBlocks(row + 1, Object.fromEntries(wrong), places);
  });
}
