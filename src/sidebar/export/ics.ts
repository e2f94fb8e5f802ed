import ical from 'ical-generator';
import type { DateAhead } from '../../actions/export/dates-ahead';

/** Calendars take the file of the higher number for the newer one: minutes since this moment. */
const FIRST = Date.UTC(2026, 0, 1);

/** What no text of such a file may hold: control characters other than line breaks and tabs (RFC 5545, 3.1). */
const CONTROL = /[^\P{Cc}\t\r\n]/gu;

const text = (cell: string): string => cell.replace(CONTROL, ' ');

/** Dates as a calendar file (RFC 5545), a day each. The same date has the same UID in every file, so that it is updated. */
export function icsOf(name: string, dates: readonly DateAhead[], now: Date): string {
  const calendar = ical({ name, prodId: { company: 'Partner Ledger', product: 'Export', language: 'EN' } });
  for (const { uid, day, what, where } of dates) {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    calendar.createEvent({
      id: uid,
      // Of a whole day the file has the date in UTC and no time, wherever the reader is.
      start: new Date(Date.UTC(year, month - 1, date)),
      allDay: true,
      stamp: now,
      sequence: Math.max(0, Math.floor((now.getTime() - FIRST) / 60_000)),
      summary: text(what),
      description: text(where),
    });
  }
  // The library leaves the last line open; every line of such a file ends.
  return `${calendar.toString()}\r\n`;
}
