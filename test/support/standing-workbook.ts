import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

const folder = join(process.cwd(), '.cache', 'test-workbooks');

/** Whoever has taken longer than this to make a workbook was ended in the middle of it. */
const LONGEST = 180_000;

/** What an earlier run has left was made by another version of the add-on. */
export const forgetStandingWorkbooks = (): void => rmSync(folder, { recursive: true, force: true });

/**
 * The file of a workbook that is made once for all tests of a run, to begin with and never to write to: setting one up takes
 * longer than most of them.
 * @param how what it is made from
 * @param make makes it in the file it is given, and closes it
 */
export async function standingWorkbook(how: unknown, make: (file: string) => Promise<void>): Promise<string> {
  const name = createHash('sha256').update(JSON.stringify(how)).digest('hex').slice(0, 16);
  const standing = join(folder, `${name}.ledger`);
  mkdirSync(folder, { recursive: true });
  while (!existsSync(standing)) {
    const giveBack = claim(join(folder, `${name}.making`));
    if (!giveBack) {
      // Another worker makes it.
      await after(20);
      continue;
    }
    try {
      const draft = join(folder, `draft-${randomUUID()}`);
      await make(draft);
      renameSync(draft, standing);
    } finally {
      giveBack();
    }
  }
  return standing;
}

/** Undefined while somebody else has it. */
function claim(place: string): (() => void) | undefined {
  try {
    mkdirSync(place);
    return () => rmSync(place, { recursive: true, force: true });
  } catch {
    const since = statSync(place, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > LONGEST) rmSync(place, { recursive: true, force: true });
    return undefined;
  }
}
