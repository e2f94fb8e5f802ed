import { randomUUID } from 'node:crypto';
import type { LocalState, StateValue } from './local-state';
import type { Schedule } from './trigger-schedule';

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

const PREFIX = 'trigger/';

/** The installable triggers of everybody. */
export class TriggerStore {
  constructor(private readonly state: LocalState) {}

  all(): StoredTrigger[] {
    return this.state.entries(PREFIX).map(([, value]) => value as unknown as StoredTrigger);
  }

  /** Those of one person: nobody sees another's. */
  of(creator: string): StoredTrigger[] {
    return this.all().filter((trigger) => trigger.creator === creator);
  }

  find(id: string): StoredTrigger | undefined {
    return this.state.get(PREFIX + id) as unknown as StoredTrigger | undefined;
  }

  add(trigger: Omit<StoredTrigger, 'id'>): StoredTrigger {
    const stored = { id: randomUUID(), ...trigger };
    this.keep(stored);
    return stored;
  }

  /** From now on it is due at that time; undefined for never again. */
  postpone(trigger: StoredTrigger, due: number | undefined): void {
    const { due: _past, ...rest } = trigger;
    this.keep(due === undefined ? rest : { ...rest, due });
  }

  delete(id: string): void {
    if (this.find(id)) this.state.set(PREFIX + id, undefined);
  }

  private keep(trigger: StoredTrigger): void {
    this.state.set(PREFIX + trigger.id, trigger as unknown as StateValue);
  }
}
