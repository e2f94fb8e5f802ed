import type { FormValues } from '../../schema/form';
import type { Workbook } from '../workbook';
import type { Outcome } from './outcome';
import { inParts, namesOf, parse, recordIn, unlessFull } from './store';

/**
 * What a person's sidebar remembers: what was typed and not sent yet, what was sent last and what became of it, and the
 * choices made last. One store serves all of a person's files, so every name carries the file's id.
 */

const DAY = 86_400_000;
/** What nobody came back to for this long is given up, so that the store never fills. */
const KEPT_DAYS = 90;

interface Draft {
  at: number;
  values: FormValues;
}

/** What a form has sent, with the key of the submission. */
export interface Sent {
  at: number;
  key: string;
  values: FormValues;
  /** Null as long as nothing has come of it. */
  outcome: Outcome | null;
}

type Submitted = Pick<Sent, 'key' | 'values'>;

const draftName = (workbook: Workbook, formId: string): string => `draft ${workbook.id} ${formId} `;
const sentName = (workbook: Workbook, formId: string): string => `sent ${workbook.id} ${formId} `;
const lastName = (workbook: Workbook, formId: string): string => `last ${workbook.id} ${formId}`;

export interface Remembered {
  draft: FormValues | null;
  last: FormValues;
}

/** What stood in a form when it was closed, sent or not, unless it is written; and the choices made last. One call. */
export function recall(workbook: Workbook, formId: string): Remembered {
  const store = workbook.memory.read();
  const draft = recordIn<Draft>(store, draftName(workbook, formId));
  const sent = recordIn<Sent>(store, sentName(workbook, formId));
  const open = sent?.outcome?.kind === 'written' ? null : sent;
  return {
    draft: (draft ?? open)?.values ?? null,
    last: parse<FormValues>(store[lastName(workbook, formId)] ?? '') ?? {},
  };
}

/** What a form has sent and nobody has seen the outcome of; null where there is nothing. One call. */
export const sentBefore = (workbook: Workbook, formId: string): Sent | null =>
  recordIn<Sent>(workbook.memory.read(), sentName(workbook, formId));

/**
 * Keeps what was typed; empty values forget it.
 * @param key of the submission that will send it. Where that one is written by now, only what was typed since is kept.
 * @throws Error where the person's store has no room for it
 */
export function keepDraft(workbook: Workbook, formId: string, values: FormValues, key: string): void {
  const store = workbook.memory.read();
  const sent = recordIn<Sent>(store, sentName(workbook, formId));
  const isWritten = sent?.key === key && sent.outcome?.kind === 'written';
  const draft = isWritten ? typedSince(sent, values) : values;
  replace(workbook, store, draftName(workbook, formId), draftOf(workbook, draft), outdated(store, workbook));
}

/**
 * Before a form is worked on: its values are kept with their key, so that whoever closes the sidebar before the answer comes
 * finds them again, and cannot have them written twice.
 */
export function sending(workbook: Workbook, formId: string, { key, values }: Submitted): void {
  unlessFull(() => {
    const store = workbook.memory.read();
    const sent: Sent = { at: workbook.now().getTime(), key, values, outcome: null };
    replace(workbook, store, sentName(workbook, formId), sent, namesOf(store, draftName(workbook, formId)));
  });
}

/**
 * After it: the outcome is kept until the person has seen it. What is written is no draft any more, but for what was typed
 * meanwhile; anything else is one again.
 * @param remembers the choices for the next entry
 */
export function answered(
  workbook: Workbook,
  formId: string,
  { key, values }: Submitted,
  outcome: Outcome,
  remembers: boolean,
): void {
  unlessFull(() => {
    const store = workbook.memory.read();
    const sent: Sent = { at: workbook.now().getTime(), key, values, outcome };
    const name = draftName(workbook, formId);
    const typed = recordIn<Draft>(store, name)?.values ?? values;
    const draft = draftOf(workbook, outcome.kind === 'written' ? typedSince(sent, typed) : typed);
    const last =
      remembers && outcome.kind === 'written' ? { [lastName(workbook, formId)]: JSON.stringify(outcome.next) } : {};
    const set = { ...inParts(sentName(workbook, formId), sent), ...(draft && inParts(name, draft)), ...last };
    const parts = [...namesOf(store, name), ...namesOf(store, sentName(workbook, formId))];
    workbook.memory.change(
      set,
      parts.filter((one) => !(one in set)),
    );
  });
}

/** The person has seen what became of a submission, or has taken it back. */
export function forgetSent(workbook: Workbook, formId: string, key: string): void {
  const store = workbook.memory.read();
  const name = sentName(workbook, formId);
  if (recordIn<Sent>(store, name)?.key === key) workbook.memory.change({}, namesOf(store, name));
}

/** What stands in a form that was written meanwhile belongs to the next entry, as far as it is new. */
function typedSince({ values: sent, outcome }: Sent, now: FormValues): FormValues {
  const typed = Object.entries(now).filter(([of, value]) => value !== (sent[of] ?? ''));
  if (typed.length === 0) return {};
  return { ...(outcome?.kind === 'written' && outcome.next), ...Object.fromEntries(typed) };
}

function draftOf(workbook: Workbook, values: FormValues): Draft | null {
  const filled = Object.values(values).some((value) => value !== '');
  return filled ? { at: workbook.now().getTime(), values } : null;
}

/** Puts a record in the place of the one of its name; null takes it out. */
function replace(
  workbook: Workbook,
  store: Record<string, string>,
  name: string,
  record: unknown,
  stale: readonly string[],
): void {
  const set = record === null ? {} : inParts(name, record);
  workbook.memory.change(set, [...namesOf(store, name).filter((old) => !(old in set)), ...stale]);
}

function outdated(store: Record<string, string>, workbook: Workbook): string[] {
  const oldest = workbook.now().getTime() - KEPT_DAYS * DAY;
  return Object.keys(store)
    .filter((name) => /^(?:draft|sent) /.test(name) && name.endsWith(' 0'))
    .map((name) => name.slice(0, -1))
    .filter((prefix) => (recordIn<Draft | Sent>(store, prefix)?.at ?? 0) < oldest)
    .flatMap((prefix) => namesOf(store, prefix));
}
