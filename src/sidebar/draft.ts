import { call } from './server';

const PAUSE = 800;

/**
 * Keeps what was typed, so that closing the sidebar loses nothing: a moment after the last key, one save after the other,
 * or at once when the person turns to something else, such as the button that closes it. A submission waits for the saves
 * under way, or an old draft would come back after it.
 */
export function draftKeeper(
  formId: string,
  onKept: (kept: boolean) => void,
): { keep(values: Record<string, string>): void; stop(): Promise<void> } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: Record<string, string> | null = null;
  let saving: Promise<unknown> = Promise.resolve();

  /** @param before what has to be over first */
  function save(before?: Promise<unknown>): void {
    clearTimeout(timer);
    if (!latest) return;
    const values = latest;
    latest = null;
    const send = (): Promise<unknown> => call('keepDraft', formId, values);
    const sent = (before ? before.then(send) : send()).then(
      () => onKept(true),
      () => onKept(false),
    );
    saving = Promise.all([saving, sent]);
  }
  // The page may be gone in the next moment: nothing is waited for.
  addEventListener('blur', () => save());

  return {
    keep(values) {
      latest = values;
      clearTimeout(timer);
      timer = setTimeout(() => save(saving), PAUSE);
    },
    async stop() {
      latest = null;
      clearTimeout(timer);
      await saving;
    },
  };
}
