import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import type { StoredChange } from './change-log';
import { lockFile } from './file-lock';
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
  private readonly unlock: () => void;

  /** @throws Error with a sentence for a person when the file is damaged, foreign, newer, or in use; it stays as it is. */
  constructor(private readonly path: string) {
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

  /** Replaces the file by a snapshot; a crash leaves either the old file or the new one. */
  compact(snapshot: StoredSnapshot): void {
    const draft = `${this.path}.new`;
    const descriptor = openSync(draft, 'w');
    writeAll(descriptor, `${JSON.stringify({ format: FORMAT, version: VERSION })}\n${JSON.stringify({ snapshot })}\n`);
    fsyncSync(descriptor);
    closeSync(descriptor);
    if (this.descriptor !== undefined) closeSync(this.descriptor);
    renameSync(draft, this.path);
    this.descriptor = openSync(this.path, 'a');
  }

  /** Adds one edit. It is in the file, and survives the end of this process, when this returns. */
  append(changes: StoredChange[]): void {
    this.descriptor ??= openSync(this.path, 'a');
    writeAll(this.descriptor, `${JSON.stringify({ changes })}\n`);
  }

  close(): void {
    if (this.descriptor !== undefined) closeSync(this.descriptor);
    this.descriptor = undefined;
    this.unlock();
  }
}

function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
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
