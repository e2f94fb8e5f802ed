import { REGISTERS } from '../../registers';
import { findColumns } from '../../schema/table';
import type { WorkbookTab } from '../workbook';

/** Of what stands in a row, its tab and its number: `KPIs, row 5`. */
const ROW = /^(.*), row (\d+)$/s;

/** The tab of a place that the Calendar tells; a place without a row is its tab. */
export const tabOf = (where: string): string => ROW.exec(where)?.[1] ?? where;

/** The names that rows keep when they move or change, by their places; none of a row that has no name. One read a tab. */
export function rowNames(tabs: readonly WorkbookTab[], places: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  const wanted = new Set(places.map(tabOf));
  for (const register of REGISTERS) {
    const tab = tabs.find(({ id, version }) => id === register.id && version !== null);
    if (!register.named || !tab || !wanted.has(tab.name)) continue;
    const cells = tab.read();
    const column = findColumns(register, cells[0] ?? []).positions[register.named.column] ?? -1;
    for (const place of places) {
      const [, name, row] = ROW.exec(place) ?? [];
      if (name !== tab.name) continue;
      const named = String(cells[Number(row) - 1]?.[column] ?? '');
      if (named !== '') names.set(place, `${register.id} ${named}`);
    }
  }
  return names;
}
