import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';

/** Locks of this process: its own number in a lock file proves nothing by itself after a crash and a reused number. */
const held = new Set<string>();

/**
 * Takes the lock file beside `path`, so that one file never has two hosts. A lock whose process has ended is taken over.
 * @returns gives the lock back
 * @throws Error with a sentence for a person when another host holds it
 */
export function lockFile(path: string): () => void {
  const lock = `${path}.lock`;
  for (let attempt = 0; attempt < 3; attempt++) {
    if (create(lock)) {
      held.add(lock);
      return () => {
        if (held.delete(lock)) rmSync(lock, { force: true });
      };
    }
    const owner = ownerOf(lock);
    if (owner !== undefined && isAlive(owner, lock)) {
      throw new Error(
        `${path} is open in another local host (process ${owner}). Close that one first, or open another file. ` +
          `If no such process is a local host, delete ${lock}.`,
      );
    }
    rmSync(lock, { force: true });
  }
  throw new Error(`${lock} cannot be taken: another local host is starting on the same file.`);
}

function create(lock: string): boolean {
  let file: number;
  try {
    file = openSync(lock, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  writeSync(file, `${process.pid}\n`);
  closeSync(file);
  return true;
}

function ownerOf(lock: string): number | undefined {
  try {
    const number = Number.parseInt(readFileSync(lock, 'utf8'), 10);
    return Number.isInteger(number) && number > 0 ? number : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(owner: number, lock: string): boolean {
  if (owner === process.pid) return held.has(lock);
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    // A process of somebody else's is alive, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
