import type { Host } from '../localhost/main';

/** Who the page shows first. */
const OWNER = 'owner@example.com';

/** Does what the button of the set-up form does. @throws Error in the add-on's words when that did not work */
export function loadSample(host: Host): void {
  const submission = { key: 'SAMPLE00', locale: 'en_US', values: { sample: 'yes' } };
  const reply = host.run('submitForm', ['set-up', submission], OWNER);
  if ('error' in reply) throw new Error(reply.error.message);
  const outcome = reply.value as { kind: string; message?: string };
  if (outcome.kind !== 'written') throw new Error(outcome.message ?? JSON.stringify(outcome));
  // As the form does once its outcome is shown: nobody has to be told of it later.
  host.run('outcomeSeen', ['set-up', submission.key], OWNER);
}
