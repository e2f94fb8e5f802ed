import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Locks of this process: its own number in a lock file proves nothing by itself after a crash and a reused number. */
const held = new Set<string>();

/** How often locks are looked at again that come and go meanwhile. */
const ATTEMPTS = 20;

/** How deep the taking over of locks may go that were left behind in the middle of a taking over. */
const DEEPEST = 3;

/**
 * Takes the lock file beside `path`, so that one file never has two hosts. A lock whose process has ended is taken over.
 * @returns gives the lock back
 * @throws Error with a sentence for a person when another host holds it
 */
export function lockFile(path: string): () => void {
  const lock = `${path}.lock`;
  // Written beside first: whoever sees the lock sees the number of its process in it.
  const ticket = `${lock}.${randomUUID()}`;
  try {
    writeFileSync(ticket, ticketText(), { flag: 'wx' });
    take(path, lock, ticket, DEEPEST);
  } finally {
    rmSync(ticket, { force: true });
  }
  return () => giveBack(lock);
}

/** No two tickets have the same text, so that a lock can be told from a later one of the same process. */
const ticketText = (): string => `${process.pid}\n${randomUUID()}\n`;

function giveBack(lock: string): void {
  if (held.delete(lock)) rmSync(lock, { force: true });
}

function take(path: string, lock: string, ticket: string, depth: number): void {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (claim(lock, ticket)) return;
    if (!isLeftBehind(path, lock)) continue;
    if (depth === 0) break;
    // Several may find the lock left behind at once. Only one at a time may replace it, and that one looks again.
    const turn = `${lock}.turn`;
    take(path, turn, ticket, depth - 1);
    try {
      if (isLeftBehind(path, lock)) return replace(lock, `${ticket}.${depth}`);
    } finally {
      giveBack(turn);
    }
  }
  throw new Error(`${lock} cannot be taken: another local host is starting. If none is, delete that file.`);
}

/** Makes the lock if there is none: a link comes with its content, and never in the place of another file. */
function claim(lock: string, ticket: string): boolean {
  try {
    linkSync(ticket, lock);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // Some disks know no such links. There the lock is empty for a moment, which counts as held.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code)) throw error;
    if (!create(lock)) return false;
  }
  held.add(lock);
  return true;
}

function create(lock: string): boolean {
  try {
    writeFileSync(lock, ticketText(), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Puts another lock in the place of one that was left behind, at once. */
function replace(lock: string, copy: string): void {
  try {
    writeFileSync(copy, ticketText(), { flag: 'wx' });
    renameSync(copy, lock);
    held.add(lock);
  } finally {
    rmSync(copy, { force: true });
  }
}

/**
 * Whether the process of a lock has ended. Then the lock stays as it is until somebody replaces it.
 * @returns false as well when there is no lock any more, or another one than a moment ago
 * @throws Error with a sentence for a person when the lock is held
 */
function isLeftBehind(path: string, lock: string): boolean {
  const text = textOf(lock);
  if (text === undefined || text === '') return false;
  const owner = Number.parseInt(text, 10);
  if (owner > 0 && isAlive(owner, lock)) {
    throw new Error(
      `${path} is open in another local host (process ${owner}). Close that one first, or open another file. ` +
        `If no such process is a local host, delete ${lock}.`,
    );
  }
  // The process may have given the lock back before it ended, and another may have it since.
  return textOf(lock) === text;
}

function textOf(lock: string): string | undefined {
  try {
    return readFileSync(lock, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
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
