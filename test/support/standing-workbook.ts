import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(process.cwd(), '.cache', 'test-workbooks');

/** What an earlier run has left was made by another version of the add-on. */
export const forgetStandingWorkbooks = (): void => rmSync(folder, { recursive: true, force: true });

/**
 * A copy of a workbook that was made once for all tests of a run: setting one up takes longer than most of them.
 * @param how what it is made from
 * @param make makes it in the file it is given, and closes it
 * @returns the file of a copy that nobody else has
 */
export async function copyOfStanding(how: unknown, make: (file: string) => Promise<void>): Promise<string> {
  const standing = join(
    folder,
    `${createHash('sha256').update(JSON.stringify(how)).digest('hex').slice(0, 16)}.ledger`,
  );
  mkdirSync(folder, { recursive: true });
  if (!existsSync(standing)) {
    // Several workers may make it at once: each has a draft of its own, and they are alike.
    const draft = join(folder, `draft-${randomUUID()}`);
    await make(draft);
    renameSync(draft, standing);
  }
  const copy = join(folder, `copy-${randomUUID()}.ledger`);
  copyFileSync(standing, copy);
  return copy;
}
