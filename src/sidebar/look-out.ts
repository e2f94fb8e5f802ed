import type { Outcome } from '../actions/asking/outcome';
import { call } from './server';

const FIRST = 1_000;
/** Google ends a script after six minutes: from then on nothing comes of it any more. */
const LONGEST = 360_000;

/**
 * Asks what came of a submission whose answer this page did not get, more and more seldom, until it is known or never will be.
 * @param at when it was sent, in milliseconds
 * @returns ends the asking
 */
export function lookOut(formId: string, key: string, at: number, onKnown: (outcome: Outcome) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const ask = async (pause: number): Promise<void> => {
    // Whoever cannot be asked now is asked again.
    const outcome = await call('outcomeOf', formId, key).catch(() => null);
    if (isOver) return;
    if (outcome) onKnown(outcome);
    else next(2 * pause);
  };
  const next = (pause: number): void => {
    if (Date.now() + pause - at < LONGEST) timer = setTimeout(() => void ask(pause), pause);
  };
  next(FIRST);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
