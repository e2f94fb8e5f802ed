/**
 * Records in a person's store. A value may take 9 KB, at most 3 bytes a character: long records are cut into parts.
 */

const PART = 3_000;

/** A record as values of the store, under its name and the number of the part. */
export function inParts(name: string, record: unknown): Record<string, string> {
  const text = JSON.stringify(record);
  const parts: Record<string, string> = {};
  for (let part = 0; part * PART < text.length; part++) parts[name + part] = text.slice(part * PART, (part + 1) * PART);
  return parts;
}

/** The record of this name; null where there is none. */
export function recordIn<T>(store: Readonly<Record<string, string>>, name: string): T | null {
  let text = '';
  for (let part = 0; store[name + part] !== undefined; part++) text += store[name + part];
  return parse<T>(text);
}

/** The names of all parts of a record; those of a record whose name only begins alike are none of them. */
export const namesOf = (store: Readonly<Record<string, string>>, name: string): string[] =>
  Object.keys(store).filter((one) => one.startsWith(name) && /^\d+$/.test(one.slice(name.length)));

/** A store that people's other scripts may write to is not trusted: what cannot be read counts as absent. */
export function parse<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}

/**
 * What was written into the sheet is written: that something cannot be remembered, because other files and scripts fill the
 * person's store, is no failure of it.
 */
export function unlessFull(remember: () => void): void {
  try {
    remember();
  } catch (error) {
    if (!/quota|too large|properties|limit/i.test((error as Error).message)) throw error;
  }
}
