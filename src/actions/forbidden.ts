/**
 * An add-on works with the rights of whoever uses it. What may fail is tried and explained: what somebody may edit is not
 * asked beforehand, because no answer to that is sure.
 */
export const isForbidden = (error: unknown): boolean =>
  error instanceof Error && /permission|protected|not allowed|not authori[sz]ed|access denied/i.test(error.message);

const OWNER = 'Ask whoever owns this sheet';

/** The same in words that say what to do. */
export const inWords = (error: Error): string =>
  /protected/i.test(error.message)
    ? `Somebody has locked cells that this would change. ${OWNER} to take the lock off under Data › Protect sheets and ranges, or to let you edit there, then try again: nothing is written twice.`
    : `You may look at this sheet, but not change it. ${OWNER} to share it with you as an editor (Extensions › Partner Ledger › Share with partner), then try again.`;

/** Does what can be left out. @returns whether the person at work has the right to it */
export function ifAllowed(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (!isForbidden(error)) throw error;
    return false;
  }
}

/** Does what is only a service to others: whoever has no right to it works on without. */
export const whereAllowed = (work: () => void): void => void ifAllowed(work);
