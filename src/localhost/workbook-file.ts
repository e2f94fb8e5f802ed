import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { StoredChange } from './change-log';
import { lockFile } from './file-lock';
import { NotWritten, reasonOf, writeAll, type WriteBytes } from './file-writes';
import type { StateValue } from './local-state';

const FORMAT = 'local-spreadsheet';
const VERSION = 1;

/** The workbook as it was when the file was last made compact. */
export interface StoredSnapshot {
  workbook: unknown;
  state: Record<string, StateValue>;
}

/** Changes that belong together, with the line of the file that they stand in. */
export interface StoredEdit {
  line: number;
  changes: StoredChange[];
}

export interface StoredWorkbook {
  snapshot: StoredSnapshot;
  edits: StoredEdit[];
}

/**
 * The file that holds a workbook: JSON lines. The first names the format and its version, the second is a snapshot, each
 * further one an edit: a list of changes that belong together.
 */
export class WorkbookFile {
  /** What the file held when it was opened; undefined when it is new. */
  readonly found: StoredWorkbook | undefined;
  private descriptor: number | undefined;
  /** How many bytes of the file are whole lines; known while it is open for adding. */
  private whole = 0;
  private torn = false;
  private readonly unlock: () => void;

  /**
   * @param write for tests: fails as a disk does
   * @throws Error with a sentence for a person when the file is damaged, foreign, newer, or in use; it stays as it is.
   */
  constructor(
    private readonly path: string,
    private readonly write?: WriteBytes,
  ) {
    this.unlock = lockFile(path);
    try {
      this.found = readWorkbook(path);
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
   * Replaces the file by a snapshot; a crash leaves either the old file or the new one.
   * @throws NotWritten when there is no room for it; the file stays as it is
   */
  compact(snapshot: StoredSnapshot): void {
    const draft = `${this.path}.new`;
    try {
      const descriptor = openSync(draft, 'w');
      try {
        const header = JSON.stringify({ format: FORMAT, version: VERSION });
        writeAll(descriptor, `${header}\n${JSON.stringify({ snapshot })}\n`, this.write);
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
      renameSync(draft, this.path);
    } catch (error) {
      rmSync(draft, { force: true });
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
      const line = `${JSON.stringify({ changes })}\n`;
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
      this.descriptor = openSync(this.path, 'a');
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

function readWorkbook(path: string): StoredWorkbook | undefined {
  const text = readText(path);
  if (text === undefined || text === '') return undefined;
  const name = basename(path);
  const lines = text.split('\n');
  // Every line ends in a line break: what stands after the last one is an edit that was being written.
  const torn = lines.pop() !== '';
  const [header, snapshot, ...edits] = lines.map((line, index) => parsed(line, index, name));
  checkHeader(header, name);
  const { workbook, state } = (snapshot as { snapshot?: Partial<StoredSnapshot> } | undefined)?.snapshot ?? {};
  if (typeof workbook !== 'object' || workbook === null || typeof state !== 'object' || state === null) {
    throw new Error(
      torn || snapshot === undefined
        ? `${name} was not written to its end: it holds no workbook. Restore it from a copy, or choose another file.`
        : damaged(name, 2),
    );
  }
  const FIRST_EDIT = 3;
  return {
    snapshot: { workbook, state },
    edits: edits.map((edit, index) => ({
      line: index + FIRST_EDIT,
      changes: changesOf(edit, index + FIRST_EDIT, name),
    })),
  };
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

function parsed(line: string, index: number, name: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch (cause) {
    throw new Error(index === 0 ? foreign(name) : damaged(name, index + 1), { cause });
  }
}

function checkHeader(header: unknown, name: string): void {
  const { format, version } = (typeof header === 'object' && header !== null ? header : {}) as Record<string, unknown>;
  if (format !== FORMAT || typeof version !== 'number') throw new Error(foreign(name));
  if (version > VERSION) {
    throw new Error(`${name} was written by a newer version of this program. Update the program to open it.`);
  }
}

function changesOf(edit: unknown, line: number, name: string): StoredChange[] {
  const { changes } = (typeof edit === 'object' && edit !== null ? edit : {}) as { changes?: unknown };
  if (!Array.isArray(changes)) throw new Error(damaged(name, line));
  return changes as StoredChange[];
}

function foreign(name: string): string {
  return `${name} is not a workbook of the local spreadsheet. Choose another file with --file; this one was left as it is.`;
}

function damaged(name: string, line: number): string {
  return `${name} is damaged in line ${line}. It was left as it is: restore it from a copy, or choose another file.`;
}
