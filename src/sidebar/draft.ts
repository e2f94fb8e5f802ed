import { call } from './server';

const PAUSE = 800;

/**
 * Keeps what was typed, so that closing the sidebar loses nothing. One save at a time, the latest last; a submission
 * waits for the save under way, or an old draft would come back after it.
 */
export function draftKeeper(
  formId: string,
  onKept: (kept: boolean) => void,
): { keep(values: Record<string, string>): void; stop(): Promise<void> } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<unknown> = Promise.resolve();
  return {
    keep(values) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        saving = saving
          .then(() => call('keepDraft', formId, values))
          .then(
            () => onKept(true),
            () => onKept(false),
          );
      }, PAUSE);
    },
    async stop() {
      clearTimeout(timer);
      await saving;
    },
  };
}
