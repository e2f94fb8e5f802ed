import { dayOf, isoOfDay } from '../../calc/day';
import { digest } from '../../import/values/digest';
import { CALENDAR } from '../../registers/pages';
import type { Workbook } from '../workbook';

/** A day that a calendar should know. */
export interface DateAhead {
  /** The same whenever it is exported, so that a calendar updates what it has. */
  uid: string;
  /** `2026-01-31` */
  day: string;
  what: string;
  /** Where it stands in the sheet. */
  where: string;
}

/** The days of the page Calendar; null where the sheet does not have it. Two reads. */
export function datesAhead(workbook: Workbook): DateAhead[] | null {
  const tab = workbook.tabs().find(({ id, version }) => id === CALENDAR.id && version !== null);
  if (!tab) return null;
  const file = digest(workbook.id);
  const counts = new Map<string, number>();
  return tab.read().flatMap(([when, what = '', where = '']) => {
    const day = typeof when === 'string' ? null : dayOf(when);
    if (day === null) return [];
    // A row may move and its day may change: what happens, and in which tab, names it.
    const name = `${String(what)}\n${String(where).replace(/, row \d+$/, '')}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const uid = `${digest(count > 1 ? `${name}\n${count}` : name)}@${file}.partner-ledger`;
    return [{ uid, day: isoOfDay(day), what: String(what), where: String(where) }];
  });
}
