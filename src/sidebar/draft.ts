import { call, Lost } from './server';

const PAUSE = 800;

/**
 * Keeps what was typed, so that closing the sidebar loses nothing: a moment after the last key, one save after the other,
 * or at once when the person turns to something else, such as the button that closes it. A submission waits for the saves
 * under way, or an old draft would come back after it.
 */
export function draftKeeper(
  formId: string,
  onKept: (kept: boolean) => void,
): {
  /** @param key of the submission that will send it */
  keep(values: Record<string, string>, key: string): void;
  stop(): Promise<void>;
} {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: [values: Record<string, string>, key: string] | null = null;
  let saving: Promise<unknown> = Promise.resolve();
  let isStopped = false;

  /** @param before what has to be over first */
  function save(before?: Promise<unknown>): void {
    clearTimeout(timer);
    if (!latest) return;
    const [values, key] = latest;
    latest = null;
    const send = (): Promise<unknown> => call('keepDraft', formId, values, key);
    const sent = (before ? before.then(send) : send()).then(
      () => onKept(true),
      (error: Error) => (error instanceof Lost ? later(values, key) : onKept(false)),
    );
    saving = Promise.all([saving, sent]);
  }
  /** Without a connection: once more after a while, unless something else was typed meanwhile. */
  function later(...lost: [values: Record<string, string>, key: string]): void {
    if (latest || isStopped) return;
    latest = lost;
    timer = setTimeout(() => save(saving), 5 * PAUSE);
  }
  // The page may be gone in the next moment: nothing is waited for.
  addEventListener('blur', () => save());

  return {
    keep(values, key) {
      latest = [values, key];
      isStopped = false;
      clearTimeout(timer);
      timer = setTimeout(() => save(saving), PAUSE);
    },
    async stop() {
      isStopped = true;
      latest = null;
      clearTimeout(timer);
      await saving;
    },
  };
}
