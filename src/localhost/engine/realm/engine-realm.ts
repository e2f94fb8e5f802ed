import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { cachedBundle } from '../../bundles/bundle-cache';
import type { Engine, EngineCallbacks } from '../../contract/engine';
import { plainFields } from './plain-fields';
import { VirtualClock } from '../../clock/virtual-clock';

/** Longer than the engine's longest wait before it recalculates (a tenth of a second). */
const HORIZON = 150;

/** The engine in a realm whose microtasks and timers are run from here, so that everything it does is done at once. */
export interface EngineRealm {
  engine: Engine;
  /** Names the engine's code: what another one has calculated may be otherwise. */
  version: string;
  /** Runs what the engine has put off: above all the recalculation after an edit. */
  settle(): void;
  /** Runs only what is due now. The engine puts off some consequences of a change, which must not overtake the next. */
  idle(): void;
}

const here = dirname(fileURLToPath(import.meta.url));

let compiled: Promise<Compiled> | undefined;
let ready: Compiled | undefined;

interface Compiled {
  script: vm.Script;
  version: string;
}

/**
 * The names of the language that code can hold as constants. Node asks the host's object first whenever code of a realm names
 * something global: what a calculation calls millions of times, such as Math, took longer to find than to run.
 */
const ofTheLanguage = (): string[] =>
  (vm.runInNewContext('Object.getOwnPropertyNames(globalThis)') as string[]).filter(
    (name) => !/^(?:globalThis|undefined|NaN|Infinity|eval|console)$/.test(name),
  );

function engineScript(): Promise<Compiled> {
  compiled ??= cachedBundle(
    'engine',
    {
      entryPoints: [join(here, '..', 'main.ts')],
      platform: 'browser',
      target: 'node20',
      define: { 'process.env.NODE_ENV': '"production"' },
      plugins: [plainFields],
      banner: { js: `(()=>{const {${ofTheLanguage().join()}}=globalThis;` },
      footer: { js: '})();' },
    },
    [join(here, 'plain-fields.ts')],
  ).then((out) => ({
    script: new vm.Script(readFileSync(join(out, 'main.js'), 'utf8'), { filename: 'spreadsheet-engine.js' }),
    version: basename(out),
  }));
  return compiled;
}

/** Bundles the engine where that has not been done yet, so that several that begin at once need not all do it. */
export const prepareEngine = async (): Promise<void> => void (await engineScript());

export async function openEngine(callbacks: EngineCallbacks): Promise<EngineRealm> {
  ready = await engineScript();
  return engineAtOnce(callbacks);
}

/** Another one, when there is one. */
export function engineAtOnce(callbacks: EngineCallbacks): EngineRealm {
  if (!ready) throw new Error('No engine has been opened yet.');
  const { script, version } = ready;
  const clock = new VirtualClock();
  const context = vm.createContext(
    {
      ...clock.globals(),
      console: quietConsole,
      // Univer takes a realm without this for a page and then leaves calculating to a worker.
      process: { versions: { node: process.versions.node }, env: {}, release: { name: 'node' } },
      navigator: { userAgent: 'node', platform: 'node', language: 'en-US' },
      TextEncoder,
      TextDecoder,
      URL,
      crypto,
      structuredClone,
      currentTime: () => clock.now(),
    },
    { microtaskMode: 'afterEvaluate' },
  );
  vm.runInContext(
    `globalThis.self = globalThis; globalThis.global = globalThis;
    { const now = currentTime; Date.now = () => now(); globalThis.performance = { now: () => now(), timeOrigin: 0, mark() {}, measure() {} }; }`,
    context,
  );
  script.runInContext(context);

  // Microtasks run when a script of the context ends: each job is therefore started by a script.
  const runner = new vm.Script('pendingJob?.()');
  const run = (job: (() => void) | undefined): void => {
    (context as { pendingJob?: (() => void) | undefined }).pendingJob = job;
    runner.runInContext(context);
  };
  const create = (context as unknown as { createEngine(callbacks: EngineCallbacks): Engine }).createEngine;
  const pump = (horizon: number): void => {
    run(undefined);
    clock.advance(horizon, run);
  };
  return { engine: create(callbacks), version, settle: () => pump(HORIZON), idle: () => pump(0) };
}

/** The engine reports unknown functions and the like on its console, which the cell shows anyway. */
const quietConsole = Object.fromEntries(
  ['log', 'info', 'warn', 'error', 'debug', 'trace', 'time', 'timeEnd'].map((name) => [name, () => undefined]),
);
