import { randomUUID } from 'node:crypto';
import type { StateValue } from '../contract/state';

/** What a copy of a file does not have, by the beginning of its key: it is another file, and a script of its own. */
const LEFT_BEHIND = ['property/document/', 'property/script/', 'trigger/', 'addOnEnabled', 'viewers'];

/** The state of what *File › Make a copy* makes: without what belongs to the file itself, and owned by whoever makes it. */
export function stateOfCopy(state: Record<string, StateValue>, user: string): Record<string, StateValue> {
  const kept = Object.entries(state).filter(([key]) => !LEFT_BEHIND.some((beginning) => key.startsWith(beginning)));
  const name = typeof state.name === 'string' ? state.name : 'Untitled spreadsheet';
  return { ...Object.fromEntries(kept), spreadsheetId: randomUUID(), name: `Copy of ${name}`, people: [user] };
}
