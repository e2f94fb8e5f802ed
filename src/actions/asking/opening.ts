import { readWhenAsked, type CellsOf } from '../cells-of';
import type { ReadyTabs } from '../tabs';

/**
 * How a form is opened. `at once` reads the tabs and what the form cannot be shown without, three times at most. `whole`
 * comes a moment later, while somebody begins to type: what has to be put right in the sheet, and all that is offered.
 */
export type Opening = 'at once' | 'whole';

/** How many tabs a form reads that is opened at once: finding them all is the third read. */
const TABS_AT_ONCE = 2;

/**
 * What stands in tabs, as far as a form may look that is opened at once: one tab too many reads as empty for now.
 * @param known cells that were read already
 */
export function readAtOnce(tab: ReadyTabs, known: Readonly<Record<string, ReturnType<CellsOf>>> = {}): CellsOf {
  let left = TABS_AT_ONCE - Object.keys(known).length;
  const read = readWhenAsked((id) => (left-- > 0 ? tab(id).read() : []));
  return (id) => known[id] ?? read(id);
}
