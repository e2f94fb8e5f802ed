import { dayOfInstant, isoOfDay } from '../calc/day';
import { contributionsTable } from '../tables/contributions';
import { logForm } from '../tables/forms';
import { kindsTable, partiesTable } from '../tables/settings';
import { readRows } from '../tables/table';
import { contributionsTab, settingsTab } from '../tables/tabs';
import type { CellsOf } from './choices';
import type { EntryForm } from './entry-form';
import type { Workbook } from './workbook';

/** *Log a contribution*: one entry of the contribution log, proposed to the other side. */
export const logContribution: EntryForm = {
  form: logForm,
  tab: contributionsTab,
  table: contributionsTable,
  name: { column: 'id', of: (key) => `C-${key}` },

  contradiction: {
    fields: ['date'],
    find: (workbook, { date }) =>
      typeof date === 'number' && isToCome(workbook, date)
        ? { date: `${isoOfDay(date)} is still to come. Log what was put in by ${isoOfDay(workbook.today())}.` }
        : null,
  },

  initial: (workbook, cellsOf, last) => ({
    date: isoOfDay(workbook.today()),
    party: sideOf(workbook, cellsOf) ?? last.party ?? '',
    kind: last.kind ?? readRows(kindsTable, cellsOf(settingsTab.id))[0]?.kind ?? '',
  }),

  /** What Settings say of this kind today is written down, so that later changes act forward only. */
  complete(workbook, cellsOf, entry) {
    const kind = readRows(kindsTable, cellsOf(settingsTab.id)).find((row) => row.kind === entry.kind);
    return {
      unitValue: entry.unitValue !== '' ? entry.unitValue! : (kind?.unitValue ?? ''),
      multiplier: entry.multiplier !== '' ? entry.multiplier! : (kind?.multiplier ?? ''),
      status: 'proposed',
      enteredBy: workbook.user,
      enteredAt: workbook.now(),
    };
  },

  inWords: ({ kind, party, date }, typed) =>
    `${(typed.quantity ?? '').trim()} × ${String(kind)} by ${String(party)} on ${isoOfDay(Number(date))}`,

  next: ({ party, kind }, typed) => ({ date: typed.date ?? '', party: String(party), kind: String(kind) }),
};

/** Of `dayOfInstant`, which looks 13 hours ahead, from the zone that is last to begin a day: UTC−12. */
const LAST_ZONE = 25 * 3_600_000;

/**
 * Whether a day is more than one ahead; one may be today where the other side is. The sheet's time zone costs a read, so
 * it is asked for only where the day is ahead somewhere.
 */
const isToCome = (workbook: Workbook, day: number): boolean =>
  day > dayOfInstant(new Date(workbook.now().getTime() - LAST_ZONE)) + 1 && day > workbook.today() + 1;

/** The side whose liaison is at work; undefined where no address is visible or none fits. */
export function sideOf(workbook: Workbook, cellsOf: CellsOf): string | null | undefined {
  if (workbook.user === '') return undefined;
  const user = workbook.user.toLowerCase();
  return readRows(partiesTable, cellsOf(settingsTab.id)).find(({ email }) => email?.toLowerCase() === user)?.party;
}
