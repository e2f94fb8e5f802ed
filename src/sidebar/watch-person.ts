import { isTakingFocus } from './take-focus';

/** How often the person has typed, chosen or gone somewhere in this page. */
let doings = 0;
addEventListener('input', () => doings++);
addEventListener('focusin', () => {
  if (!isTakingFocus) doings++;
});

/** Begins to look: tells later whether the person has gone on with something in this page since. */
export function watchPerson(): () => boolean {
  const before = doings;
  return () => doings !== before;
}
