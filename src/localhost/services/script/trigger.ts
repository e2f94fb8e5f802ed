import type { StoredTrigger } from '../../contract/triggers';
import { type CallTable, EnumSet, type EnumValue, Service, type ServiceDefinition } from '../base/service';

type Trigger = GoogleAppsScript.Script.Trigger;

export const EventType = new EnumSet('EventType', ['CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE']);
export const TriggerSource = new EnumSet('TriggerSource', ['SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR']);

const calls = {
  getEventType: 'other',
  getHandlerFunction: 'other',
  getTriggerSource: 'other',
  getTriggerSourceId: 'other',
  getUniqueId: 'other',
} as const satisfies CallTable<Trigger>;

const definition: ServiceDefinition = { name: 'Trigger', calls };

type Plain = 'getHandlerFunction' | 'getTriggerSourceId' | 'getUniqueId';

/** An installable trigger as scripts see it. */
export class TriggerService extends Service<Trigger> implements Pick<Trigger, Plain> {
  readonly definition = definition;

  constructor(
    private readonly stored: StoredTrigger,
    private readonly spreadsheetId: string,
  ) {
    super();
  }

  get asGoogle(): Trigger {
    return this.api;
  }

  getUniqueId(): string {
    return this.stored.id;
  }

  getHandlerFunction(): string {
    return this.stored.handler;
  }

  getEventType(): EnumValue {
    return EventType.value(this.stored.event);
  }

  getTriggerSource(): EnumValue {
    return TriggerSource.value(this.isClock ? 'CLOCK' : 'SPREADSHEETS');
  }

  /** Null for a time-driven one, which Google's types do not say. */
  getTriggerSourceId(): string {
    return this.isClock ? (null as unknown as string) : this.spreadsheetId;
  }

  private get isClock(): boolean {
    return this.stored.event === 'CLOCK';
  }
}
