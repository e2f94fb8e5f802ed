import { dayOf, isoOfDay } from '../../calc/day';
import { digest } from '../../import/values/digest';
import { CALENDAR, STATEMENT_TABLE } from '../../registers/pages';
import type { Workbook } from '../workbook';
import { rowNames, tabOf } from './row-names';

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

/** The days of the page Calendar; null where the sheet does not have it. Two reads, and one for each tab that has such days. */
export function datesAhead(workbook: Workbook): DateAhead[] | null {
  const tabs = workbook.tabs();
  const calendar = tabs.find(({ id, version }) => id === CALENDAR.id && version !== null);
  if (!calendar) return null;
  const dates = calendar.read().flatMap(([when, what = '', where = '']) => {
    const day = typeof when === 'string' ? null : dayOf(when);
    return day === null ? [] : [{ day: isoOfDay(day), what: String(what), where: String(where) }];
  });
  const names = rowNames(
    tabs,
    dates.map(({ where }) => where),
  );
  const accounts = tabs.find(({ id }) => id === STATEMENT_TABLE.id)?.name;
  const file = digest(workbook.id);
  const counts = new Map<string, number>();
  return dates.map((date) => {
    const tab = tabOf(date.where);
    // A row may move, and its day and its words may change: its name stays. What is payable to a side ends with the amount.
    const said = tab === accounts ? date.what.slice(0, date.what.lastIndexOf(', ')) : date.what;
    const name = names.get(date.where) ?? `${said}\n${tab}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return { uid: `${digest(count > 1 ? `${name}\n${count}` : name)}@${file}.partner-ledger`, ...date };
  });
}
