/**
 * What a long piece of work is at, for the sidebar that waits for it: it asks in executions of its own meanwhile. The cache
 * is the person's, and may forget.
 */

const KEY = 'partner-ledger-step ';
/** Longer than any execution. */
const SECONDS = 600;

/** An empty text when nothing is being done any more. */
export function tellStep(file: string, step: string): void {
  try {
    const cache = CacheService.getUserCache();
    if (step === '') cache.remove(KEY + file);
    else cache.put(KEY + file, step, SECONDS);
  } catch {
    // Nothing depends on it.
  }
}

export const toldStep = (file: string): string => CacheService.getUserCache().get(KEY + file) ?? '';
