import { PATIENCE } from './patience';

const pause = 25;

/** What went wrong on the way and may be why something is waited for in vain later: said with that failure. */
const remarks: string[] = [];

export function remark(text: string): void {
  remarks.push(text);
}

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
    if (Date.now() > end) {
      const wanted = typeof what === 'string' ? what : what();
      throw new Error([`Waited in vain until ${wanted}.`, ...remarks.splice(0)].join('\n'));
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
