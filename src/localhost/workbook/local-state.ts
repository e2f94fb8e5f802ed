import type { StateValue } from '../contract/state';

/**
 * What belongs to the workbook or to its users but not to the engine: properties, metadata, locale, time zone,
 * protections. Plain values by key, so that the file can record each change as it is.
 */
export class LocalState {
  private readonly values = new Map<string, StateValue>();

  constructor(private readonly onChange: (key: string, value: StateValue | undefined) => void) {}

  get(key: string): StateValue | undefined {
    return this.values.get(key);
  }

  /** Undefined removes the key. */
  set(key: string, value: StateValue | undefined): void {
    this.restore(key, value);
    this.onChange(key, value);
  }

  /** Sets a value that the file holds already. */
  restore(key: string, value: StateValue | undefined): void {
    if (value === undefined) this.values.delete(key);
    else this.values.set(key, value);
  }

  /** Keys with this beginning, and their values. */
  entries(beginning: string): [string, StateValue][] {
    return [...this.values].filter(([key]) => key.startsWith(beginning));
  }

  toJSON(): Record<string, StateValue> {
    return Object.fromEntries(this.values);
  }
}
