import { call } from './server';

let running = false;
let waiting = false;

/**
 * Says that figures have changed: what the pages show now is kept for whoever has not got the add-on. Nobody waits for it,
 * and what changes meanwhile is kept by one more run after it. Where it fails the next opening of the sheet does it.
 */
export async function figuresChanged(): Promise<void> {
  waiting = true;
  if (running) return;
  running = true;
  while (waiting) {
    waiting = false;
    await call('keepShown').catch(() => undefined);
  }
  running = false;
}
