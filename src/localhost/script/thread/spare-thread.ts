import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import { cachedBundle } from '../../bundles/bundle-cache';

let bundled: Promise<string> | undefined;

function threadScript(): Promise<string> {
  bundled ??= cachedBundle('thread', {
    entryPoints: [join(dirname(fileURLToPath(import.meta.url)), 'main.ts')],
    platform: 'node',
    target: 'node20',
    format: 'cjs',
  }).then((out) => readFileSync(join(out, 'main.js'), 'utf8'));
  return bundled;
}

/** A thread that waits for its order: to start one takes longer than most executions. */
export class SpareThread {
  private spare: Promise<Worker> | undefined;

  /** Has a thread ready for the next execution. */
  prepare(): void {
    if (this.spare) return;
    const spare = startThread();
    this.spare = spare;
    // Whoever takes it hears of it.
    spare.catch(() => undefined);
  }

  async take(): Promise<Worker> {
    const taken = this.spare ?? startThread();
    this.spare = undefined;
    const worker = await taken;
    worker.ref();
    return worker;
  }

  close(): void {
    void this.spare?.then(
      (worker) => worker.terminate(),
      () => undefined,
    );
    this.spare = undefined;
  }
}

async function startThread(): Promise<Worker> {
  // The time zone of local dates follows the environment.
  const worker = new Worker(await threadScript(), { eval: true, env: SHARE_ENV });
  // Nobody has to wait for a thread that has nothing to do.
  worker.unref();
  return worker;
}
