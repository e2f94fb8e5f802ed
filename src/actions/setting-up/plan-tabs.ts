import type { Cell } from '../../schema/column';
import { layOut, type LayoutContext } from '../../schema/layout';
import { foundPlacement, freshPlacement, type Located, type Placement } from '../../schema/placement';
import { layOutPage, pageOfSize, pagePlacement, type PageMark } from '../../schema/page';
import { tablesOf } from '../../schema/register';
import { readRows } from '../../schema/table';
import { parties, settings as settingsRegister, sides } from '../../registers/settings';
import { readSettings } from '../settings';
import type { WorkbookTab } from '../workbook';
import { heldBack } from './held-back';
import type { Old } from './older-tabs';
import type { Filling, Standing } from './what-stands';

/** What can be done of all that a workbook lacks. */
export interface Plan {
  context: Omit<LayoutContext, 'places'>;
  /** Where the tables stand once all is done but in the tabs that are held back. */
  placesWithout(held: ReadonlySet<string>, locate: (id: string) => Located): Placement[];
  /** Ids of the tabs that stay as they are: locked ones, and what needs what these lack. */
  held: ReadonlySet<string>;
  /** Of the older tabs those that can be brought up to date. */
  old: readonly Old[];
  /** Of the pages those that can be drawn anew. */
  redrawn: readonly { page: PageMark; added: WorkbookTab }[];
}

/**
 * Finds out which tabs may be written to, and what has to wait with those that may not.
 * @param isAllowed does what it is given, unless the tab is locked for the person at work
 */
export function planTabs(
  { registers, allPages, standing, outdated, designs, toRedraw, readyTab, missing, size }: Standing,
  beginning: Filling,
  isAllowed: (tab: WorkbookTab, work: () => void) => boolean,
): Plan {
  const settings = standing.get(settingsRegister.id);
  const currency = settings ? readSettings(settings).currency : beginning.currency;
  const context: Omit<LayoutContext, 'places'> = {
    currency,
    firstRows: beginning.firstRows,
    choicesIn: (from, column) => {
      // A KPI is of both or of one of the parties.
      const [tableId, key] =
        from === sides.id ? [parties.id, 'party' satisfies keyof typeof parties.columns] : [from, column];
      const tab = registers.find((one) => tablesOf(one).some(({ id }) => id === tableId));
      const table = tab && tablesOf(tab).find(({ id }) => id === tableId);
      if (!table) return [];
      const cells = standing.get(tab.id);
      const rows: readonly Record<string, unknown>[] = cells
        ? readRows(table, cells)
        : (beginning.firstRows[tableId] ?? table.initial ?? []);
      return rows.map((row) => (row[key] ?? '') as Cell);
    },
  };
  const placesWithout = (held: ReadonlySet<string>, locate: (id: string) => Located): Placement[] => [
    ...registers.flatMap((tab): Placement[] => {
      if (missing(tab)) return held.has(tab.id) ? [] : [freshPlacement(tab, locate(tab.id))];
      const completed = held.has(tab.id) ? undefined : outdated.find((one) => one.tab === tab)?.completion.placement;
      return [completed ?? foundPlacement(tab, readyTab(tab.id)!, standing.get(tab.id)![0] ?? [])];
    }),
    ...allPages.flatMap((page) =>
      page.columns && !(missing(page) && held.has(page.id)) ? [pagePlacement(page, locate(page.id))] : [],
    ),
  ];
  const mayNotWrite = [...outdated.map((one) => one.standing), ...toRedraw.map(({ added }) => added)].filter(
    (tab) => !isAllowed(tab, () => tab.tryToWrite()),
  );
  const freshPages = allPages.filter(missing);
  const held = heldBack(
    new Set(mayNotWrite.map(({ id }) => id)),
    [
      ...registers
        .filter((tab) => missing(tab) || outdated.some((one) => one.tab === tab))
        .map((tab) => ({ id: tab.id, layOut: (places: readonly Placement[]) => layOut(tab, { ...context, places }) })),
      ...[...freshPages, ...toRedraw.map(({ page }) => page)].map((page) => ({
        id: page.id,
        layOut: (places: readonly Placement[]) =>
          layOutPage(pageOfSize(designs[page.id]!, size(page)), { ...context, places, gids: {} }),
      })),
    ],
    (ids) => placesWithout(ids, (id) => readyTab(id) ?? { name: id, gid: 0 }),
  );

  return {
    context,
    placesWithout,
    held,
    old: outdated.filter(({ tab }) => !held.has(tab.id)),
    redrawn: toRedraw.filter(({ page }) => !held.has(page.id)),
  };
}
