import { executionLine, isWorthALine } from './script/execution-line';
import { NotWritten } from './file/file-writes';
import { openHost } from './host';
import type { Host, HostOptions } from './contract/host';
import { startServer } from './server/server';

export type { Host } from './contract/host';
export { failPlainly, type FlagDefaults, parseStartFlags, type StartFlags } from './flags';

export interface LocalHostOptions extends HostOptions {
  /** Undefined: the first free one from the default on; 0: any free one. */
  port?: number;
  /** Opens the owner's page in the person's browser. Never done where CI is set. */
  open: boolean;
  /** Done with the workbook before anybody sees it. */
  prepare?: (host: Host) => void;
}

export interface RunningLocalHost {
  /** `http://127.0.0.1:<port>/` */
  address: string;
  close(): Promise<void>;
}

/** Opens the workbook, serves it on loopback and tells on the console where. Ctrl-C then closes it cleanly. */
export async function startLocalHost({ port, open, prepare, ...options }: LocalHostOptions): Promise<RunningLocalHost> {
  const host = await openHost({
    onNotice: (sentence) => console.warn(sentence),
    ...options,
    onExecution: (record) => {
      if (isWorthALine(record)) console.log(executionLine(record));
    },
  });
  const server = await serve().catch((error: unknown) => {
    host.close();
    throw error;
  });

  async function serve() {
    prepare?.(host);
    return startServer(host, port);
  }

  // Time-driven triggers at Google's are about as punctual.
  const ticks = setInterval(tick, 60_000);
  ticks.unref();

  function tick(): void {
    try {
      host.passTime(0);
    } catch (error) {
      // The edit that waits for room on the disk must outlive this: each tick tries to write it again.
      if (!(error instanceof NotWritten)) throw error;
      console.error(error.message);
    }
  }

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
    process.off('SIGINT', stop).off('SIGTERM', stop);
    try {
      await server.close();
    } finally {
      host.close();
    }
  }
  process.once('SIGINT', stop).once('SIGTERM', stop);

  const owner = server.address;
  console.log(
    [
      `${options.title} runs in a spreadsheet on this machine${options.file === null ? '' : `, kept in ${options.file}`}:`,
      `  owner    ${owner}`,
      `  partner  ${owner}?user=partner@example.com`,
      'Ctrl-C closes it.',
    ].join('\n'),
  );
  if (open && !process.env.CI) await openBrowser(owner);
  return { address: owner, close };
}

/** A machine without a browser is no failure: the address is printed. */
async function openBrowser(address: string): Promise<void> {
  const { default: open } = await import('open');
  const browser = await open(address).catch(() => undefined);
  browser?.on('error', () => console.log('No browser could be opened: open the address yourself.'));
}
