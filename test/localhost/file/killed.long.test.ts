import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sayCount } from '../../support/counts';
import { TestSheet, fixture, temporaryFolder } from '../support/sheet';

/**
 * Ten times in all, or as often as KILLS says (a hundred take minutes); two workbooks at once keep both cores of a small
 * machine busy.
 */
const WORKBOOKS = 2;
const KILLS_EACH = Number(process.env.KILLS ?? 10) / WORKBOOKS;

/** Most edits that are waited for before a process is killed, and the longest time in milliseconds it still writes then. */
const MOST_EDITS = 12;
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
    await this.said(1);
    return Number(/^holds (\d+)\n/.exec(this.output)?.[1]);
  }

  /** Waits until so many edits have been acknowledged since the start, however long the machine takes. */
  acknowledged(edits: number): Promise<void> {
    return this.said(1 + edits);
  }

  private async said(lines: number): Promise<void> {
    while (this.output.split('\n').length <= lines) {
      if (this.child.exitCode !== null) throw new Error(`The process ended by itself: ${this.errors}`);
      await wait(2);
    }
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
  const killed = async (workbook: number): Promise<{ acknowledged: number; awaited: number }> => {
    const random = randomFrom(seed + workbook);
    const file = join(folder.path, `${workbook}.ledger`);
    let acknowledged = 0;
    let awaited = 0;
    for (let kill = 0; kill < KILLS_EACH; kill++) {
      const process = new Writer(file);
      // Now and then while it is still being opened and made compact, but not before there is anything in it.
      const isEarly = kill > 0 && random() < 0.15;
      if (isEarly) await wait(random() * 1_500);
      else {
        const held = await process.held();
        if (held < acknowledged) {
          throw new Error(`Seed ${seed}, kill ${kill}: ${acknowledged} edits acknowledged, ${held} in the file.`);
        }
        const edits = 1 + Math.floor(random() * MOST_EDITS);
        await process.acknowledged(edits);
        awaited += edits;
        await wait(random() * LONGEST);
      }
      acknowledged = Math.max(acknowledged, (await process.kill()) ?? 0);
      if (process.errors !== '') throw new Error(`Seed ${seed}, kill ${kill}: ${process.errors}`);
    }
    return { acknowledged, awaited };
  };
  try {
    const counts = await Promise.all(Array.from({ length: WORKBOOKS }, (_, workbook) => killed(workbook)));
    const total = counts.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
    sayCount(
      `${WORKBOOKS * KILLS_EACH} kills (seed ${seed}): ${total} edits acknowledged, each looked for afterwards.`,
    );
    for (const [workbook, { acknowledged, awaited }] of counts.entries()) {
      const book = await TestSheet.open('basics', join(folder.path, `${workbook}.ledger`));
      const numbers = book.column(`A1:A${acknowledged}`);
      book.close();
      // Every edit that was waited for stands on those of the processes before.
      expect(acknowledged).toBeGreaterThanOrEqual(awaited);
      expect(numbers).toEqual(Array.from({ length: acknowledged }, (_, index) => index + 1));
    }
  } finally {
    folder.remove();
  }
}, 600_000);
