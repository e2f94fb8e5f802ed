import { columnsToFold, columnsToMark } from '../../schema/layout';
import type { PageMark } from '../../schema/page';
import type { Placement } from '../../schema/placement';
import type { Register } from '../../schema/register';
import type { Made, WorkbookTab } from '../workbook';
import { ADOPTED } from './adopt-tabs';
import type { Old } from './older-tabs';

interface Filled {
  fresh: readonly { tab: Register; added: WorkbookTab }[];
  old: readonly Old[];
  /** Pages that are new. */
  pages: readonly { page: PageMark; added: WorkbookTab }[];
  /** These, and the ones that stood and were drawn anew. */
  drawn: readonly { page: PageMark; added: WorkbookTab }[];
}

interface Finishing {
  places: readonly Placement[];
  currency: string | null;
  /** The sample is alone in this sheet: what is new came with it. */
  forSample: boolean;
  size(page: PageMark): number;
  step(doing: string, tab: WorkbookTab): void;
}

/**
 * Marks the columns of tabs that are filled, hides, folds and locks what is to be, and notes of each tab that it is ready:
 * only now does it count. The first page that is new comes to the front.
 */
export function finishTabs({ fresh, old, pages, drawn }: Filled, { places, currency, ...how }: Finishing): void {
  const finished = (tab: Register, added: WorkbookTab, isFresh: boolean): Omit<Made, 'currency'> => {
    const place = places.find(({ tabId }) => tabId === tab.id)!;
    const columns = columnsToMark(tab, place);
    how.step('Finishing', added);
    added.mark(columns, isFresh);
    if (!isFresh && !added.folded) added.fold(columnsToFold(tab, place));
    // What came by way of an Excel file has lost its lock.
    if (tab.locked && (isFresh || added.version === ADOPTED)) added.lock();
    return { version: tab.version, headings: columns.map(({ heading }) => heading), folded: true };
  };
  const ofSample: Pick<Made, 'sample'> = how.forSample ? { sample: true } : {};
  for (const { tab, added } of fresh) {
    if (tab.hidden) added.hide();
    added.markReady({ ...finished(tab, added, true), ...ofSample, currency });
  }
  // Columns that stood keep their formats for now.
  for (const { tab, standing } of old) {
    standing.markReady({ ...finished(tab, standing, false), currency: standing.currency });
  }
  for (const { page, added } of pages) if (page.hidden) added.hide();
  for (const { page, added } of drawn) {
    const isFresh = pages.some((one) => one.added === added);
    added.markReady({ version: page.version, ...(isFresh && ofSample), currency, size: how.size(page) });
  }
  pages[0]?.added.show(1);
}
