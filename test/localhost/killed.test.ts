import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { TestSheet, fixture, temporaryFolder } from './support/sheet';

/**
 * Ten times in all, or as often as KILLS says (a hundred take minutes); two workbooks at once keep both cores of a small
 * machine busy.
 */
const WORKBOOKS = 2;
const KILLS_EACH = Number(process.env.KILLS ?? 10) / WORKBOOKS;

/** Longest time in milliseconds that a process writes before it is killed. */
const LONGEST = 60;

const writer = join(process.cwd(), 'test', 'localhost', 'support', 'keeps-writing.ts');

/** Numbers from 0 to 1 that a seed decides. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What a process has said, line by line, and how it ended. */
class Writer {
  output = '';
  errors = '';
  readonly ended: Promise<unknown>;
  private readonly child: ChildProcess;

  constructor(file: string) {
    this.child = spawn(process.execPath, ['--import', 'tsx', writer, fixture('basics'), file], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.ended = once(this.child, 'close');
    this.child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
  }

  /** Waits for the first line: how many rows the workbook held. */
  async held(): Promise<number> {
    while (!this.output.includes('\n')) {
      if (this.child.exitCode !== null) throw new Error(`The workbook could not be opened: ${this.errors}`);
      await wait(2);
    }
    return Number(/^holds (\d+)\n/.exec(this.output)?.[1]);
  }

  /** The last number that was acknowledged, if any. */
  async kill(): Promise<number | undefined> {
    this.child.kill('SIGKILL');
    await this.ended;
    // A line that was being printed counts as not said.
    const lines = this.output.split('\n').slice(1, -1);
    return lines.length > 0 ? Number(lines.at(-1)) : undefined;
  }
}

it('a workbook opens after any kill, with every edit that was acknowledged', async () => {
  const seed = Date.now() % 1_000_000;
  const folder = temporaryFolder();
  const killed = async (workbook: number): Promise<number> => {
    const random = randomFrom(seed + workbook);
    const file = join(folder.path, `${workbook}.ledger`);
    let acknowledged = 0;
    for (let kill = 0; kill < KILLS_EACH; kill++) {
      const process = new Writer(file);
      // Now and then while it is still being opened and made compact.
      const isEarly = random() < 0.15;
      if (isEarly) await wait(random() * 1_500);
      else {
        const held = await process.held();
        if (held < acknowledged) {
          throw new Error(`Seed ${seed}, kill ${kill}: ${acknowledged} edits acknowledged, ${held} in the file.`);
        }
        await wait(random() * LONGEST);
      }
      acknowledged = Math.max(acknowledged, (await process.kill()) ?? 0);
      if (process.errors !== '') throw new Error(`Seed ${seed}, kill ${kill}: ${process.errors}`);
    }
    return acknowledged;
  };
  try {
    const counts = await Promise.all(Array.from({ length: WORKBOOKS }, (_, workbook) => killed(workbook)));
    for (const [workbook, count] of counts.entries()) {
      const book = await TestSheet.open('basics', join(folder.path, `${workbook}.ledger`));
      const numbers = book.column(`A1:A${count}`);
      book.close();
      expect(count).toBeGreaterThan(KILLS_EACH);
      expect(numbers).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    }
  } finally {
    folder.remove();
  }
}, 600_000);
