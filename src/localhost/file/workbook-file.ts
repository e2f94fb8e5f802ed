import { closeSync, fstatSync, ftruncateSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { StoredChange } from './change-log';
import { lockFile } from './file-lock';
import { replaceFile, targetOf } from './file-replacing';
import type { WriteBytes } from '../contract/host';
import { NotWritten, reasonOf, writeAll } from './file-writes';
import {
  DamagedLine,
  editLine,
  readLines,
  snapshotLines,
  Unreadable,
  type StoredSnapshot,
  type StoredWorkbook,
  type Tail,
} from './workbook-lines';

/**
 * The file that holds a workbook: JSON lines. The first names the format and its version, the second is a snapshot, each
 * further one an edit: a list of changes that belong together. Each carries a checksum.
 */
export class WorkbookFile {
  /** What the file held when it was opened; undefined when it is new. */
  readonly found: StoredWorkbook | undefined;
  /** The file itself, which `path` may be a link to. */
  private readonly target: string;
  private descriptor: number | undefined;
  /** How many bytes of the file are whole lines; known while it is open for adding. */
  private whole = 0;
  private torn = false;
  private readonly unlock: () => void;

  /**
   * @param write for tests: fails as a disk does
   * @param upToDamage whether a damaged file is opened as it was before the damage
   * @throws Error with a sentence for a person when the file is damaged, foreign, newer, or in use; it stays as it is.
   */
  constructor(
    private readonly path: string,
    private readonly write?: WriteBytes,
    upToDamage = false,
  ) {
    this.target = targetOf(path);
    this.unlock = lockFile(this.target);
    try {
      this.found = readWorkbook(path, upToDamage);
    } catch (error) {
      this.unlock();
      throw error;
    }
  }

  /** What to say when what stands in a line cannot be used. */
  damage(line: number, cause?: unknown): Error {
    return new Error(damaged(basename(this.path), line), { cause });
  }

  /**
   * To be called before the file is made compact, which cuts off what stands at its end and is no edit. What had once been
   * written is kept in a file of its own.
   * @returns what to tell the person; undefined when nothing is cut off
   */
  mend(): string | undefined {
    const tail = this.found?.tail;
    if (!tail) return undefined;
    const name = basename(this.path);
    if (!tail.isWhole) {
      return `The last change in ${name} (line ${tail.line}) was not written to its end. It is left out; all before it is there.`;
    }
    return (
      `${name} is damaged in line ${tail.line}, which is left out to the end of the file; all before it is there. ` +
      `What stood there is kept in ${this.keepBeside(tail)}.`
    );
  }

  /** Answers the name of the file. */
  private keepBeside({ line, bytes }: Tail): string {
    for (let number = 1; ; number++) {
      const path = `${this.path}.line-${line}${number > 1 ? `-${number}` : ''}`;
      try {
        writeFileSync(path, bytes, { flag: 'wx', mode: 0o600 });
        return basename(path);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
        throw new NotWritten(`${basename(path)} cannot be written: ${reasonOf(error)}. Nothing was changed.`, {
          cause: error,
        });
      }
    }
  }

  /**
   * Replaces the file by a snapshot; a crash leaves either the old file or the new one.
   * @throws NotWritten when there is no room for it; the file stays as it is
   */
  compact(snapshot: StoredSnapshot): void {
    try {
      replaceFile(this.target, snapshotLines(snapshot), this.write);
    } catch (error) {
      throw new NotWritten(`${basename(this.path)} cannot be written: ${reasonOf(error)}. It was left as it was.`, {
        cause: error,
      });
    }
    this.letGo();
    this.open();
  }

  /**
   * Adds one edit. It is in the file, and survives the end of this process, when this returns.
   * @throws NotWritten when the file did not take the whole of it; then it holds nothing of it
   */
  append(changes: StoredChange[]): void {
    try {
      const descriptor = this.open();
      if (this.torn) this.takeBack(descriptor);
      this.torn = true;
      const line = editLine(changes);
      writeAll(descriptor, line, this.write);
      this.whole += Buffer.byteLength(line);
      this.torn = false;
    } catch (error) {
      // Should even this fail, then nothing is added before it has succeeded.
      if (this.torn) this.tryToTakeBack();
      // Short: the page is told in a frame of 120 bytes.
      throw new NotWritten(
        `${basename(this.path)} cannot be written: ${reasonOf(error)}. Nothing is taken until it can.`,
        {
          cause: error,
        },
      );
    }
  }

  private open(): number {
    if (this.descriptor === undefined) {
      this.descriptor = openSync(this.target, 'a');
      this.whole = fstatSync(this.descriptor).size;
      this.torn = false;
    }
    return this.descriptor;
  }

  /** Cuts off what stands behind the last whole line. */
  private takeBack(descriptor: number): void {
    ftruncateSync(descriptor, this.whole);
    this.torn = false;
  }

  private tryToTakeBack(): void {
    try {
      if (this.descriptor !== undefined) this.takeBack(this.descriptor);
    } catch {
      // It stays torn.
    }
  }

  private letGo(): void {
    if (this.descriptor !== undefined) closeSync(this.descriptor);
    this.descriptor = undefined;
  }

  close(): void {
    if (this.torn) this.tryToTakeBack();
    this.letGo();
    this.unlock();
  }
}

/** @throws Error with a sentence for a person */
function readWorkbook(path: string, upToDamage: boolean): StoredWorkbook | undefined {
  const bytes = readBytes(path);
  if (bytes === undefined || bytes.length === 0) return undefined;
  try {
    return readLines(bytes, upToDamage);
  } catch (cause) {
    if (cause instanceof DamagedLine) {
      // Without a snapshot there is nothing before the damage.
      const hint =
        cause.line > 2 ? ` With --up-to-damage all before that line is opened, and the rest kept beside it.` : '';
      throw new Error(damaged(basename(path), cause.line) + hint, { cause });
    }
    throw cause instanceof Unreadable ? new Error(`${basename(path)} ${cause.message}`, { cause }) : cause;
  }
}

function readBytes(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

function damaged(name: string, line: number): string {
  return `${name} is damaged in line ${line}. It was left as it is: restore it from a copy, or choose another file.`;
}
