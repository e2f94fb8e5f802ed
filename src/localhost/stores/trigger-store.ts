import { randomUUID } from 'node:crypto';
import type { StateValue } from '../contract/state';
import type { StoredTrigger } from '../contract/triggers';
import type { LocalState } from '../workbook/local-state';

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
