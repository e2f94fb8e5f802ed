import type { Schedule } from '../contract/triggers';
import { TimeZone } from '../notation/time-zones';

const MINUTES_A_DAY = 1440;

/** The first time after `now`, in milliseconds since 1970. */
export function firstDue(schedule: Schedule, now: number): number {
  if ('every' in schedule) return now + schedule.every;
  const zone = new TimeZone(schedule.timeZone);
  const serial = zone.serialOf(now);
  let day = Math.floor(serial);
  if (wallTime(day, schedule) <= serial) day += 1;
  // Day 1 of the count was a Sunday.
  while (schedule.weekDay !== undefined && (day - 1) % 7 !== schedule.weekDay) day += 1;
  return zone.instantOf(wallTime(day, schedule));
}

/** The time after `due`. */
export function nextDue(schedule: Schedule, due: number): number {
  if ('every' in schedule) return due + schedule.every;
  const zone = new TimeZone(schedule.timeZone);
  return zone.instantOf(wallTime(Math.floor(zone.serialOf(due)) + schedule.days, schedule));
}

function wallTime(day: number, { hour, minute }: { hour: number; minute: number }): number {
  return day + (hour * 60 + minute) / MINUTES_A_DAY;
}
