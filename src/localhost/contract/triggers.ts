/** When a time-driven trigger runs: every so many milliseconds, or every so many days at a time of the day. */
export type Schedule =
  | { every: number }
  | {
      days: number;
      hour: number;
      minute: number;
      timeZone: string;
      /** 0 is Sunday; absent for any day. */
      weekDay?: number;
    };

export type TriggerEvent = 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE';

/** An installable trigger, as it is kept with the workbook. */
export interface StoredTrigger {
  id: string;
  handler: string;
  /** Whose it is, and as whom it runs. */
  creator: string;
  event: TriggerEvent;
  /** Absent for one that runs once. */
  schedule?: Schedule;
  /** When it runs next, in milliseconds since 1970; absent for other events and when it is over. */
  due?: number;
}
