import { dayOfIso, isoOfDay } from '../../calc/day';

const QUARTER = 15 * 60_000;
const DAY_SECONDS = 86_400;

/** The day it is somewhere at an instant: a sale at 23:30 in UTC belongs to the next day in Berlin. */
export class TimeZone {
  private readonly days = new Map<number, number>();
  private readonly format: Intl.DateTimeFormat;

  /** @param name as `Europe/Berlin`; an unknown one counts as UTC */
  constructor(name: string) {
    const shape = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    try {
      this.format = new Intl.DateTimeFormat('en-CA', { ...shape, timeZone: name });
    } catch {
      this.format = new Intl.DateTimeFormat('en-CA', { ...shape, timeZone: 'UTC' });
    }
  }

  /**
   * @param day serial, and seconds from its midnight, as a clock shows them that many minutes east of UTC
   */
  dayAt(day: number, seconds: number, offset: number): number {
    const milliseconds = Date.parse(`${isoOfDay(day)}T00:00:00Z`) + (seconds - offset * 60) * 1000;
    // Every zone is a whole number of quarters away, and asking takes long.
    const quarter = Math.floor(milliseconds / QUARTER);
    let found = this.days.get(quarter);
    if (found === undefined) {
      const parts = Object.fromEntries(
        this.format.formatToParts(new Date(quarter * QUARTER)).map(({ type, value }) => [type, value]),
      );
      found = dayOfIso(`${parts.year}-${parts.month}-${parts.day}`) ?? day + Math.floor(seconds / DAY_SECONDS);
      this.days.set(quarter, found);
    }
    return found;
  }
}
