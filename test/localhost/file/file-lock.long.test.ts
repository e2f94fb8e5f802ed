import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import { temporaryFolder } from '../support/sheet';

/** Starts at the same time. */
const STARTS = 40;

/** Until all of them wait on a small machine. */
const HEAD_START = 5_000;

const folder = temporaryFolder();
const program = join(folder.path, 'locks-a-file.mjs');

beforeAll(() => {
  // Built once: forty compilers at a time would take a minute.
  buildSync({
    entryPoints: [join(process.cwd(), 'test', 'localhost', 'support', 'locks-a-file.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
});

afterAll(() => folder.remove());

/** What each of many processes says that want the file at once; all still live then. */
async function startAll(path: string): Promise<string[]> {
  const start = Date.now() + HEAD_START;
  const all = Array.from({ length: STARTS }, () => {
    const child = spawn(process.execPath, [program, path, String(start)], { stdio: ['pipe', 'pipe', 'inherit'] });
    const one = { child, output: '' };
    child.stdout.on('data', (chunk: Buffer) => (one.output += chunk.toString()));
    return one;
  });
  while (all.some(({ output }) => output.split('\n').length < 3)) await wait(20);
  await Promise.all(
    all.map(({ child }) => {
      child.stdin.end();
      return once(child, 'close');
    }),
  );
  return all.map(({ output }) => output.split('\n')[1] ?? '');
}

const { pid: ended } = spawnSync(process.execPath, ['-e', '']);

it.each([
  ['without a lock', {}],
  ['with a lock that was left behind', { '.lock': `${ended}\n` }],
  ['with two that were left behind while one was taken over', { '.lock': `${ended}\n`, '.lock.turn': `${ended}\n` }],
])(
  'a file %s is held once, however many start at the same time',
  async (what, left) => {
    const name = `${what.length}.ledger`;
    const path = join(folder.path, name);
    for (const [end, text] of Object.entries(left)) writeFileSync(path + end, text);
    const said = await startAll(path);
    expect(said.filter((line) => line === 'held')).toHaveLength(1);
    expect(said.filter((line) => line.startsWith('refused: '))).toHaveLength(STARTS - 1);
    for (const line of said)
      expect(line).toMatch(/^held$|is open in another local host|another local host is starting/);
    // Their tickets are gone; the lock is that of a process that has ended.
    expect(readdirSync(folder.path).filter((file) => file.startsWith(name))).toEqual([`${name}.lock`]);
  },
  120_000,
);
