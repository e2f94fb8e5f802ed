import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Tests and benchmarks are started in the checkout's top folder. */
const repository = process.cwd();
const pantry = join(repository, 'test', 'localhost', 'fixtures', 'pantry');

/** A local host in a process of its own, with a workbook in a temporary folder. */
export class LocalHostProcess {
  readonly folder = mkdtempSync(join(tmpdir(), 'local-host-'));
  readonly file = join(this.folder, 'pantry.ledger');
  address = '';
  private child: ChildProcess | undefined;

  constructor(
    private readonly project = pantry,
    private readonly title = 'Pantry',
    private readonly flags: readonly string[] = [],
  ) {}

  /** Starts it; after `kill` again with the same file on the same port, where the open pages look for it. */
  async start(): Promise<void> {
    const port = this.address === '' ? '0' : new URL(this.address).port;
    const child = spawn(
      process.execPath,
      [
        ...['--import', 'tsx', join(repository, 'test', 'browser', 'support', 'serve.ts')],
        ...['--no-open', '--port', port, '--file', this.file, '--project', this.project, '--title', this.title],
        ...this.flags,
      ],
      { cwd: repository, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.child = child;
    this.address = await readAddress(child);
  }

  /** Ends it at once, without a chance to tidy up. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /** Ctrl-C. Answers the exit code. */
  async interrupt(): Promise<number | null> {
    const child = this.child;
    await this.end('SIGINT');
    return child?.exitCode ?? null;
  }

  async dispose(): Promise<void> {
    await this.end('SIGINT');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}

function readAddress(child: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(output)?.[0];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', () => reject(new Error(`The local host ended before it listened: ${output}`)));
  });
}
