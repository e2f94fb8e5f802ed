import type { Executions } from '../script/executions';
import type { HostClock } from '../clock/host-clock';
import type { ExecutionKind } from '../contract/host';
import type { Environment } from '../services/base/environment';
import { AuthMode } from '../services/script/script-app';
import { UserService } from '../services/script/session';
import { TimeZone } from '../notation/time-zones';
import { nextDue } from '../stores/trigger-schedule';
import type { StoredTrigger, TriggerEvent } from '../contract/triggers';
import { TriggerStore } from '../stores/trigger-store';
import type { Workbook } from '../workbook/workbook';

/**
 * Runs the triggers that scripts have installed: each as the person who installed it, with everything that person has
 * authorised. What one throws is in its execution's record and stops nothing.
 */
export class InstalledTriggers {
  private readonly store: TriggerStore;

  constructor(
    private readonly executions: Executions,
    workbook: Workbook,
    private readonly clock: HostClock,
  ) {
    this.store = new TriggerStore(workbook.state);
  }

  all(): StoredTrigger[] {
    return this.store.all();
  }

  has(event: TriggerEvent): boolean {
    return this.all().some((trigger) => trigger.event === event);
  }

  /** @param user who did what the event is about: only they themselves get to see who they are */
  fire(event: TriggerEvent, user: string, details: (environment: Environment) => object): void {
    for (const trigger of this.all()) {
      if (trigger.event !== event) continue;
      this.run(trigger, 'Trigger', (environment) => ({
        source: environment.spreadsheet(),
        user: new UserService(user === trigger.creator ? user : ''),
        ...details(environment),
      }));
    }
  }

  /** Runs one as if its time had come. @throws Error when there is no such trigger */
  runNow(id: string): void {
    const trigger = this.store.find(id);
    if (!trigger) throw new Error(`There is no trigger ${id}.`);
    if (trigger.event === 'CLOCK') this.runTimed(trigger);
    else this.fireOne(trigger);
  }

  /** Whether anything is due within that time. */
  isDue(milliseconds: number): boolean {
    return this.nextUntil(this.clock.now() + milliseconds) !== undefined;
  }

  /** Lets time pass; whatever is due within it runs at its time. */
  pass(milliseconds: number): void {
    const end = this.clock.now() + milliseconds;
    for (let next = this.nextUntil(end); next; next = this.nextUntil(end)) {
      const { due = 0, schedule } = next;
      this.clock.skip(Math.max(0, due - this.clock.now()));
      // First the next time, so that one that fails is not run for ever.
      this.store.postpone(next, schedule && nextDue(schedule, due));
      this.runTimed(next);
    }
    this.clock.skip(Math.max(0, end - this.clock.now()));
  }

  private nextUntil(end: number): StoredTrigger | undefined {
    const isDue = ({ due }: StoredTrigger): boolean => due !== undefined && due <= end;
    return this.all()
      .filter(isDue)
      .sort((a, b) => a.due! - b.due!)[0];
  }

  private runTimed(trigger: StoredTrigger): void {
    this.run(trigger, 'Time-driven', () => clockEvent(this.clock.now()));
  }

  private fireOne(trigger: StoredTrigger): void {
    this.run(trigger, 'Trigger', (environment) => ({ source: environment.spreadsheet() }));
  }

  private run(trigger: StoredTrigger, kind: ExecutionKind, details: (environment: Environment) => object): void {
    const start = { functionName: trigger.handler, kind, user: trigger.creator };
    this.executions.run(start, (execution, environment) => {
      try {
        const common = { authMode: AuthMode.value('FULL'), triggerUid: trigger.id };
        execution.call(trigger.handler, [{ ...common, ...details(environment) }]);
      } catch (thrown) {
        execution.fail(thrown);
      }
    });
  }
}

/** Google gives the time in UTC, and says so. */
function clockEvent(now: number): object {
  const date = new Date(now);
  const startOfYear = Date.UTC(date.getUTCFullYear(), 0, 1);
  const serial = Math.floor(new TimeZone('UTC').serialOf(now));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    'day-of-month': date.getUTCDate(),
    'day-of-week': ((serial - 2) % 7) + 1,
    'week-of-year': Math.floor((now - startOfYear) / (7 * 86_400_000)) + 1,
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    timezone: 'UTC',
  };
}
