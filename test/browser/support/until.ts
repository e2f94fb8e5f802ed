import { PATIENCE } from './patience';

const pause = 25;

/**
 * Waits until `condition` holds. Asked from outside because the page's Content-Security-Policy forbids the browser driver's
 * own waiting, which evaluates text.
 */
export async function until(
  what: string | (() => string),
  condition: () => Promise<boolean>,
  milliseconds = PATIENCE,
): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${typeof what === 'string' ? what : what()}.`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
