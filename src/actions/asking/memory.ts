import type { FormValues } from '../../schema/form';
import type { Workbook } from '../workbook';

/**
 * What a person's sidebar remembers: drafts, and the choices made last. One store serves all of a person's files, so
 * every name carries the file's id. A value may take 9 KB, at most 3 bytes a character: long drafts are cut into parts.
 */

const PART = 3_000;
const DAY = 86_400_000;
/** A draft nobody came back to for this long is given up, so that the store never fills. */
const KEPT_DAYS = 90;

interface Draft {
  at: number;
  values: FormValues;
}

const draftName = (workbook: Workbook, formId: string): string => `draft ${workbook.id} ${formId} `;
const lastName = (workbook: Workbook, formId: string): string => `last ${workbook.id} ${formId}`;

export interface Remembered {
  draft: FormValues | null;
  last: FormValues;
}

/** The draft of a form and the choices made last. One call. */
export function recall(workbook: Workbook, formId: string): Remembered {
  const store = workbook.memory.read();
  const draft = parse<Draft>(partsOf(store, draftName(workbook, formId)));
  return { draft: draft?.values ?? null, last: parse<FormValues>(store[lastName(workbook, formId)] ?? '') ?? {} };
}

/**
 * Keeps what was typed; empty values forget it.
 * @throws Error where the person's store has no room for it
 */
export function keepDraft(workbook: Workbook, formId: string, values: FormValues): void {
  const store = workbook.memory.read();
  const name = draftName(workbook, formId);
  const filled = Object.values(values).some((value) => value !== '');
  const draft = filled ? JSON.stringify({ at: workbook.now().getTime(), values } satisfies Draft) : '';
  const set: Record<string, string> = {};
  for (let part = 0; part * PART < draft.length; part++) {
    set[name + part] = draft.slice(part * PART, (part + 1) * PART);
  }
  const stale = [...namesOf(store, name).filter((old) => !(old in set)), ...outdated(store, workbook)];
  workbook.memory.change(set, stale);
}

/** Forgets what was typed into a form. */
export function forgetDraft(workbook: Workbook, formId: string): void {
  unlessFull(() => keepDraft(workbook, formId, {}));
}

/** After a submission: forgets the draft and remembers the choices for the next one. */
export function settle(workbook: Workbook, formId: string, last: FormValues): void {
  unlessFull(() => {
    const store = workbook.memory.read();
    workbook.memory.change(
      { [lastName(workbook, formId)]: JSON.stringify(last) },
      namesOf(store, draftName(workbook, formId)),
    );
  });
}

/**
 * A row that was written is written: that the choices made last cannot be remembered, because other files and scripts fill
 * the person's store, is no failure of the submission.
 */
function unlessFull(remember: () => void): void {
  try {
    remember();
  } catch (error) {
    if (!/quota|too large|properties|limit/i.test((error as Error).message)) throw error;
  }
}

const namesOf = (store: Record<string, string>, prefix: string): string[] =>
  Object.keys(store).filter((name) => name.startsWith(prefix));

function partsOf(store: Record<string, string>, prefix: string): string {
  let text = '';
  for (let part = 0; store[prefix + part] !== undefined; part++) text += store[prefix + part];
  return text;
}

function outdated(store: Record<string, string>, workbook: Workbook): string[] {
  const oldest = workbook.now().getTime() - KEPT_DAYS * DAY;
  return Object.keys(store)
    .filter((name) => name.startsWith('draft ') && name.endsWith(' 0'))
    .map((name) => name.slice(0, -1))
    .filter((prefix) => (parse<Draft>(partsOf(store, prefix))?.at ?? 0) < oldest)
    .flatMap((prefix) => namesOf(store, prefix));
}

/** A store that people's other scripts may write to is not trusted: what cannot be read counts as absent. */
function parse<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}
