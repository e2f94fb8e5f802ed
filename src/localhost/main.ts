import { executionLine, isWorthALine } from './script/execution-line';
import { NotWritten } from './file/file-writes';
import { Spoiled } from './script/execution';
import { openHost } from './host';
import type { ControlledHost, Host, HostOptions } from './contract/host';
import { Progress } from './server/progress';
import { startServer } from './server/server';

export type { Host } from './contract/host';
export { failPlainly, type FlagDefaults, parseStartFlags, type StartFlags } from './flags';

/** How often custom functions answer that are slow, in milliseconds. */
const SLOW_FUNCTIONS = 2_000;

/** Something that is done before the workbook can be used, and what those who wait are told of it. */
export interface Step<Arguments extends unknown[] = []> {
  says: string;
  work(...args: Arguments): void | Promise<void>;
}

export interface LocalHostOptions extends HostOptions {
  /** Undefined: the first free one from the default on; 0: any free one. */
  port?: number;
  /** Opens the owner's page in the person's browser. Never done where CI is set. */
  open: boolean;
  /** Done before the project is read. */
  compile?: Step;
  /** Done with the workbook before anybody sees it. */
  prepare?: Step<[host: Host]>;
}

export interface RunningLocalHost {
  /** `http://127.0.0.1:<port>/` */
  address: string;
  close(): Promise<void>;
}

/**
 * Serves the page on loopback at once, then opens the workbook and says what it does meanwhile, there and on the console.
 * Ctrl-C closes it cleanly.
 */
export async function startLocalHost({ port, open, ...options }: LocalHostOptions): Promise<RunningLocalHost> {
  const started = performance.now();
  const progress = new Progress((text) => console.log(text));
  let succeed: (host: ControlledHost) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const opening = new Promise<ControlledHost>((resolve, reject) => ([succeed, fail] = [resolve, reject]));
  const server = await startServer({ title: options.title, host: opening, progress }, port);
  const owner = server.address;
  let ticks: NodeJS.Timeout | undefined;
  let slow: NodeJS.Timeout | undefined;

  const stop = () => {
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  async function close(): Promise<void> {
    clearInterval(ticks);
    clearInterval(slow);
    process.off('SIGINT', stop).off('SIGTERM', stop);
    try {
      await server.close();
    } finally {
      // What did not open has said why, and holds nothing.
      const host = await opening.catch(() => undefined);
      if (host) closeTidily(host);
    }
  }
  process.once('SIGINT', stop).once('SIGTERM', stop);

  console.log(`${options.title} opens at ${owner}`);
  if (open && !process.env.CI) await openBrowser(owner);
  try {
    const host = await openInSteps(options, progress);
    succeed(host);
    await server.bundled;
    // Time-driven triggers at Google's are about as punctual.
    ticks = setInterval(() => attempt(() => host.passTime(0)), 60_000);
    ticks.unref();
    if (options.slowFunctions) {
      slow = setInterval(() => attempt(() => host.answerFunctions()), SLOW_FUNCTIONS);
      slow.unref();
    }
  } catch (error) {
    fail(error);
    await close();
    throw error;
  }
  console.log(
    [
      `${options.title} runs in a spreadsheet on this machine${options.file === null ? '' : `, kept in ${options.file}`} (ready after ${seconds(started)}):`,
      `  owner    ${owner}`,
      `  partner  ${owner}?user=partner@example.com`,
      'Ctrl-C closes it.',
    ].join('\n'),
  );
  return { address: owner, close };
}

async function openInSteps(
  { compile, prepare, ...options }: Omit<LocalHostOptions, 'port' | 'open'>,
  progress: Progress,
): Promise<ControlledHost> {
  if (compile) {
    await progress.say(compile.says);
    await compile.work();
  }
  await progress.say(options.file === null ? 'Opening an empty workbook …' : `Opening ${options.file} …`);
  const host = await openHost({
    onNotice: (sentence) => console.warn(sentence),
    ...options,
    onExecution: (record) => {
      if (isWorthALine(record)) console.log(executionLine(record));
    },
  });
  if (!prepare) return host;
  try {
    await progress.say(prepare.says);
    await prepare.work(host);
    return host;
  } catch (error) {
    host.close();
    throw error;
  }
}

function closeTidily(host: ControlledHost): void {
  try {
    host.tidy();
  } catch (error) {
    // All that was acknowledged is in the file as it is.
    if (!(error instanceof NotWritten) && !(error instanceof Spoiled)) throw error;
  } finally {
    host.close();
  }
}

/** What is done from time to time. */
function attempt(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    // The edit that waits for room on the disk must outlive this: each time it is tried again.
    if (!(error instanceof NotWritten)) throw error;
    console.error(error.message);
  }
}

const seconds = (started: number): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;

/** A machine without a browser is no failure: the address is printed. */
async function openBrowser(address: string): Promise<void> {
  const { default: open } = await import('open');
  const browser = await open(address).catch(() => undefined);
  browser?.on('error', () => console.log('No browser could be opened: open the address yourself.'));
}
