import { dayOf, dayOfIso } from '../../src/calc/day';

const DAY = dayOfIso('2026-03-31')!;
const HOUR = 3_600_000;

/** Midnight of that day in a zone so many hours ahead of UTC, as a script sees it whose own zone is `own` hours ahead. */
function midnight(hoursAhead: number, own: number): Date {
  const instant = Date.UTC(2026, 2, 31) - hoursAhead * HOUR;
  const shown = new Date(instant + own * HOUR);
  return Object.assign(new Date(instant), {
    getHours: () => shown.getUTCHours(),
    getMinutes: () => shown.getUTCMinutes(),
    getSeconds: () => shown.getUTCSeconds(),
    getFullYear: () => shown.getUTCFullYear(),
    getMonth: () => shown.getUTCMonth(),
    getDate: () => shown.getUTCDate(),
    getTimezoneOffset: () => -60 * own,
  });
}

const quarters = (from: number, to: number): number[] =>
  Array.from({ length: (to - from) * 4 + 1 }, (_, i) => from + i / 4);

describe('the day of a date cell', () => {
  it('is right from UTC−12 to UTC+14 where the script is in the sheet’s time zone', () => {
    for (const zone of quarters(-12, 14)) expect([zone, dayOf(midnight(zone, zone))]).toEqual([zone, DAY]);
  });

  it('is right from UTC−10 to UTC+13 wherever the script is, but a whole day away', () => {
    for (const zone of quarters(-10, 13)) {
      for (const own of quarters(-12, 14).filter((other) => Math.abs(other - zone) !== 24)) {
        expect([zone, own, dayOf(midnight(zone, own))]).toEqual([zone, own, DAY]);
      }
    }
  });
});
