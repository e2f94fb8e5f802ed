import { dayOf, isoOfDay } from '../../calc/day';
import { kpis } from '../../registers/kpis';
import { reviews } from '../../registers/reviews';
import { terms } from '../../registers/terms';
import type { Cell } from '../../schema/column';
import { filledIn, type Register } from '../../schema/register';
import { findColumns } from '../../schema/table';
import { readyTabs } from '../tabs';
import type { Workbook } from '../workbook';
import { digest } from '../../import/values/digest';

/** A day that a calendar should know. */
export interface DateAhead {
  /** The same whenever it is exported, so that a calendar updates what it has. */
  uid: string;
  /** `2026-01-31` */
  day: string;
  what: string;
  /** The tab's name, and what was noted. */
  where: string;
}

/** Which days of a register's rows lie ahead, in whose words. */
interface Ahead {
  register: Register;
  day: string;
  /** Names the row together with the column of the day, where it has no ID. */
  named: string;
  say: string;
  /** Rows of which this column says yes are over. */
  done?: string;
}

const AHEAD: readonly Ahead[] = [
  { register: kpis, day: 'due', named: 'kpi', say: 'KPI due: {kpi}' },
  { register: reviews, day: 'due', named: 'sourceKey', say: 'Next step: {nextStep}', done: 'done' },
  { register: terms, day: 'effectiveFrom', named: 'id', say: 'Terms: {term} {party}' },
];

/** Every day from today on that the registers of a sheet name, earliest first. One read a register. */
export function datesAhead(workbook: Workbook): DateAhead[] {
  const tabs = readyTabs(workbook);
  const today = workbook.today();
  const dates = AHEAD.filter(({ register }) => tabs.has(register)).flatMap((ahead) => {
    const tab = tabs(ahead.register);
    const [headings = [], ...rows] = tab.read();
    const { positions } = findColumns(ahead.register, headings);
    return rows.flatMap((row) => {
      const cell = (key: string): Cell => row[positions[key]!] ?? '';
      const day = dayOf(cell(ahead.day));
      if (day === null || day < today || (ahead.done && cell(ahead.done) === 'yes')) return [];
      const what = filledIn(ahead.say, cell).trim();
      const name = String(cell(ahead.named)) || what;
      const uid = `${ahead.register.id}-${ahead.day}-${digest(name)}@${digest(workbook.id)}.partner-ledger`;
      return [{ uid, day: isoOfDay(day), what, where: tab.name }];
    });
  });
  return dates.sort((a, b) => a.day.localeCompare(b.day) || a.what.localeCompare(b.what));
}
