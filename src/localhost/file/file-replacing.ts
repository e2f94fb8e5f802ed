import { closeSync, fchmodSync, fsyncSync, openSync, readlinkSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { WriteBytes } from '../contract/host';
import { writeAll } from './file-writes';

/** As many as the operating systems follow at least. */
const MOST_LINKS = 8;

/** Where a file really stands: the end of symbolic links, be there a file yet or not. */
export function targetOf(path: string): string {
  let target = resolve(path);
  for (let link = 0; link < MOST_LINKS; link++) {
    try {
      target = resolve(dirname(target), readlinkSync(target));
    } catch {
      // No link, or nothing there.
      return target;
    }
  }
  return target;
}

/**
 * Gives a file another content and keeps its mode; a crash leaves either the old content or the new one. The path is to be a
 * `targetOf`: a link would be replaced by a file. When it fails, the file is as it was.
 */
export function replaceFile(path: string, text: string, write?: WriteBytes): void {
  const draft = `${path}.new`;
  const mode = modeOf(path);
  try {
    // One that a crash has left may have another mode or be a link.
    rmSync(draft, { force: true });
    const descriptor = openSync(draft, 'wx', mode);
    try {
      // The mask of the process has been taken from the mode.
      if (mode !== undefined) fchmodSync(descriptor, mode);
      writeAll(descriptor, text, write);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function modeOf(path: string): number | undefined {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  return mode === undefined ? undefined : mode & 0o7777;
}
