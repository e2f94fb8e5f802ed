import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `npm run deploy` as a person runs it, without a login: so nothing can be sent. */

const checkout = join(__dirname, '..', '..');
let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'deploy-home-'));
});
afterAll(() => rmSync(home, { recursive: true }));

function run(...args: string[]): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  const env = { PATH: process.env['PATH'], HOME: home, USERPROFILE: home };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', 'src/build/deploy.ts', ...args],
      { cwd: checkout, env },
      (_, stdout, stderr) => resolve({ exitCode: child.exitCode, stdout, stderr }),
    );
  });
}

describe('npm run deploy', () => {
  it('explains itself', async () => {
    const answer = await run('--help');
    expect(answer).toMatchObject({ exitCode: 0, stderr: '' });
    expect(answer.stdout).toContain('--title NAME');
    expect(answer.stdout).toContain('npx clasp login');
  });

  it('says how to log in, in one line, and ends with exit code 1', async () => {
    const { exitCode, stdout, stderr } = await run();
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^You are not logged in to Google: .*npx clasp login.*\n$/);
  });

  it.each([
    [['--titel', 'X'], "Unknown option '--titel': `npm run deploy -- --help` lists the options.\n"],
    [['Our sheet'], "Unexpected argument 'Our sheet'"],
    [['--title', '  '], '--title is empty: give the sheet a name.\n'],
    [['--title', 'X', '--script', 'y'], 'give one of them'],
  ])('refuses %j', async (args, sentence) => {
    const { exitCode, stdout, stderr } = await run(...args);
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
    expect(stderr.trim()).not.toContain('\n');
  });
});
