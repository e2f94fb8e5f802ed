import { call } from './server';

const PAUSE = 800;

/**
 * Keeps what was typed, so that closing the sidebar loses nothing: a moment after the last key, or at once when the person
 * turns to something else, such as the button that closes it. One save at a time, the latest last; a submission waits for
 * the save under way, or an old draft would come back after it.
 */
export function draftKeeper(
  formId: string,
  onKept: (kept: boolean) => void,
): { keep(values: Record<string, string>): void; stop(): Promise<void> } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: Record<string, string> | null = null;
  let saving: Promise<unknown> = Promise.resolve();
  let isSaving = false;

  function save(): void {
    clearTimeout(timer);
    if (!latest) return;
    const values = latest;
    latest = null;
    const send = (): Promise<unknown> => call('keepDraft', formId, values);
    // Nothing waits where nothing is under way: the page may be gone in the next moment.
    const sent = isSaving ? saving.then(send) : send();
    isSaving = true;
    const kept = sent.then(
      () => onKept(true),
      () => onKept(false),
    );
    saving = kept.then(() => {
      if (saving === ended) isSaving = false;
    });
    const ended = saving;
  }
  addEventListener('blur', save);

  return {
    keep(values) {
      latest = values;
      clearTimeout(timer);
      timer = setTimeout(save, PAUSE);
    },
    async stop() {
      latest = null;
      clearTimeout(timer);
      await saving;
    },
  };
}
