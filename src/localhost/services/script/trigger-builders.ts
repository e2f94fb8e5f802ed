import { TimeZone } from '../../notation/time-zones';
import type { Schedule, StoredTrigger } from '../../contract/triggers';
import { ServiceError } from '../../contract/service-error';
import { firstDue } from '../../stores/trigger-schedule';
import { TriggerStore } from '../../stores/trigger-store';
import type { Environment } from '../base/environment';
import { type CallTable, EnumSet, Service, type ServiceDefinition, noSuchSignature } from '../base/service';
import { TriggerService } from './trigger';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'workbook' | 'project' | 'user' | 'clock' | 'installed' | 'spreadsheet'>;

type Builder = GoogleAppsScript.Script.TriggerBuilder;
type ClockBuilder = GoogleAppsScript.Script.ClockTriggerBuilder;
type SheetBuilder = GoogleAppsScript.Script.SpreadsheetTriggerBuilder;
type Trigger = GoogleAppsScript.Script.Trigger;

export const WeekDay = new EnumSet('WeekDay', [
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
]);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Triggers that one person can have of one script. */
const MOST = 20;

/** Writes a trigger down for the execution's user. @throws ServiceError when there is no room for it */
function create(environment: Needs, trigger: Omit<StoredTrigger, 'id' | 'creator'>): Trigger {
  const { user, installed, workbook } = environment;
  const store = new TriggerStore(workbook.state);
  const own = store.of(user);
  if (installed === 'add-on' && own.some(({ event }) => event === trigger.event)) {
    const type = trigger.event === 'CLOCK' ? 'time-based' : trigger.event.replace('ON_', '').toLowerCase();
    throw new ServiceError(
      `This add-on has created too many ${type} triggers in this document for this Google user account.`,
    );
  }
  if (own.length >= MOST) {
    throw new ServiceError(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  }
  const stored = store.add({ ...trigger, creator: user });
  return new TriggerService(stored, environment.spreadsheet().getId()).asGoogle;
}

const builderCalls = { forSpreadsheet: 'other', timeBased: 'other' } as const satisfies CallTable<Builder>;
const builderDefinition: ServiceDefinition = { name: 'TriggerBuilder', calls: builderCalls };

export class TriggerBuilderService extends Service<Builder> implements Pick<Builder, keyof typeof builderCalls> {
  readonly definition = builderDefinition;

  constructor(
    private readonly environment: Needs,
    private readonly handler: string,
  ) {
    super();
  }

  get asGoogle(): Builder {
    return this.api;
  }

  /** There is only the one spreadsheet, whichever way it is named. */
  forSpreadsheet(): SheetBuilder {
    return new SpreadsheetTriggerBuilderService(this.environment, this.handler).asGoogle;
  }

  timeBased(): ClockBuilder {
    return new ClockTriggerBuilderService(this.environment, this.handler).asGoogle;
  }
}

const sheetCalls = {
  create: 'other',
  onChange: 'other',
  onEdit: 'other',
  onFormSubmit: 'other',
  onOpen: 'other',
} as const satisfies CallTable<SheetBuilder>;
const sheetDefinition: ServiceDefinition = { name: 'SpreadsheetTriggerBuilder', calls: sheetCalls };

class SpreadsheetTriggerBuilderService
  extends Service<SheetBuilder>
  implements Pick<SheetBuilder, keyof typeof sheetCalls>
{
  readonly definition = sheetDefinition;
  private event: StoredTrigger['event'] | undefined;

  constructor(
    private readonly environment: Needs,
    private readonly handler: string,
  ) {
    super();
  }

  get asGoogle(): SheetBuilder {
    return this.api;
  }

  onOpen(): SheetBuilder {
    return this.on('ON_OPEN');
  }

  onEdit(): SheetBuilder {
    return this.on('ON_EDIT');
  }

  onChange(): SheetBuilder {
    return this.on('ON_CHANGE');
  }

  onFormSubmit(): SheetBuilder {
    throw new ServiceError(
      'This spreadsheet has no Google Form that could be submitted: triggers for it are not part of this local spreadsheet.',
    );
  }

  create(): Trigger {
    if (!this.event) throw new ServiceError('The event type of the trigger is missing.');
    return create(this.environment, { handler: this.handler, event: this.event });
  }

  private on(event: StoredTrigger['event']): SheetBuilder {
    this.event = event;
    return this.api;
  }
}

const clockCalls = {
  after: 'other',
  at: 'other',
  atHour: 'other',
  create: 'other',
  everyDays: 'other',
  everyHours: 'other',
  everyMinutes: 'other',
  everyWeeks: 'other',
  inTimezone: 'other',
  nearMinute: 'other',
  onWeekDay: 'other',
} as const satisfies CallTable<ClockBuilder>;
const clockDefinition: ServiceDefinition = { name: 'ClockTriggerBuilder', calls: clockCalls };

class ClockTriggerBuilderService extends Service<ClockBuilder> implements Pick<ClockBuilder, keyof typeof clockCalls> {
  readonly definition = clockDefinition;
  private once: number | undefined;
  private every: number | undefined;
  private days: number | undefined;
  private weekDay: number | undefined;
  private hour = 0;
  private minute = 0;
  private timeZone: string;

  constructor(
    private readonly environment: Needs,
    private readonly handler: string,
  ) {
    super();
    this.timeZone = environment.project.timeZone;
  }

  get asGoogle(): ClockBuilder {
    return this.api;
  }

  after(durationMilliseconds: number): ClockBuilder {
    return this.set({ once: this.environment.clock.now() + durationMilliseconds });
  }

  at(date: unknown): ClockBuilder {
    if (Object.prototype.toString.call(date) !== '[object Date]') {
      throw noSuchSignature([date], 'ClockTriggerBuilder.at');
    }
    return this.set({ once: (date as Date).getTime() });
  }

  everyMinutes(n: number): ClockBuilder {
    return this.set({ every: oneOf(n, [1, 5, 10, 15, 30], 'everyMinutes') * MINUTE });
  }

  everyHours(n: number): ClockBuilder {
    return this.set({ every: oneOf(n, [1, 2, 4, 6, 8, 12], 'everyHours') * HOUR });
  }

  everyDays(n: number): ClockBuilder {
    return this.set({ days: n });
  }

  everyWeeks(n: number): ClockBuilder {
    return this.set({ days: n * 7 });
  }

  onWeekDay(day: unknown): ClockBuilder {
    return this.set({ weekDay: WeekDay.value(WeekDay.labelOf(day)).ordinal(), days: this.days ?? 7 });
  }

  atHour(hour: number): ClockBuilder {
    return this.set({ hour });
  }

  nearMinute(minute: number): ClockBuilder {
    return this.set({ minute });
  }

  inTimezone(timezone: string): ClockBuilder {
    new TimeZone(timezone);
    return this.set({ timeZone: timezone });
  }

  create(): Trigger {
    const { environment, handler, once } = this;
    if (once !== undefined) return create(environment, { handler, event: 'CLOCK', due: once });
    const schedule = this.schedule();
    // Google's own words are not known.
    if (environment.installed === 'add-on' && 'every' in schedule && schedule.every < HOUR) {
      throw new ServiceError('A time-based trigger of an add-on can run at most once an hour.');
    }
    return create(environment, { handler, event: 'CLOCK', schedule, due: firstDue(schedule, environment.clock.now()) });
  }

  private schedule(): Schedule {
    const { every, days, hour, minute, timeZone, weekDay } = this;
    if (every !== undefined) return { every };
    if (days === undefined) throw new ServiceError('The schedule of the trigger is missing.');
    return { days, hour, minute, timeZone, ...(weekDay !== undefined && { weekDay }) };
  }

  private set(
    settings: Partial<Record<'once' | 'every' | 'days' | 'weekDay' | 'hour' | 'minute', number> & { timeZone: string }>,
  ): ClockBuilder {
    Object.assign(this, settings);
    return this.api;
  }
}

function oneOf(value: number, allowed: number[], method: string): number {
  if (allowed.includes(value)) return value;
  const list = `${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}`;
  throw new ServiceError(`The value you passed to ${method} was invalid. It must be one of ${list}.`);
}
