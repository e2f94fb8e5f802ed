import type { Calculated, CellMessage } from '../contract/engine';
import type { StoredChange } from './change-log';
import { checkedLine, isIntact } from './checked-lines';
import type { StateValue } from '../contract/state';

const FORMAT = 'local-spreadsheet';
/** From version 2 on every line carries a checksum. */
const CHECKED = 2;
const VERSION = CHECKED;
const FIRST_EDIT = 3;

const LINE_BREAK = 10;

/** The workbook as it was when the file was last made compact. */
export interface StoredSnapshot {
  workbook: unknown;
  state: Record<string, StateValue>;
  /** What formulas had answered; absent in files of earlier versions. */
  answers?: StoredAnswers;
}

/** What formulas have answered, for an opening that need not calculate. */
export interface StoredAnswers {
  /** Names the code that has answered: the project's and the engine's. */
  by: string;
  calculated: Calculated;
  errors: CellMessage[];
}

/** Changes that belong together, with the line of the file that they stand in. */
export interface StoredEdit {
  line: number;
  changes: StoredChange[];
}

/** What stands at the end of the file and is no edit. */
export interface Tail {
  line: number;
  bytes: Uint8Array;
  /** It ends in a line break: nothing that was being written, but something that was written and is damaged. */
  isWhole: boolean;
}

export interface StoredWorkbook {
  snapshot: StoredSnapshot;
  edits: StoredEdit[];
  /** Left out, and to be cut off. */
  tail?: Tail;
  /** Whether the file is a snapshot and nothing else, as this version of the program writes it. */
  isCompact: boolean;
}

/** A line, numbered from 1, is not what was written. */
export class DamagedLine extends Error {
  constructor(
    readonly line: number,
    cause?: unknown,
  ) {
    super(`Line ${line} is damaged.`, { cause });
  }
}

/** The file is none of ours, or not one that can be read; the message is the rest of a sentence after the file's name. */
export class Unreadable extends Error {}

export function snapshotLines(snapshot: StoredSnapshot): string {
  return checkedLine({ format: FORMAT, version: VERSION }) + checkedLine({ snapshot });
}

export function editLine(changes: StoredChange[]): string {
  return checkedLine({ changes });
}

/**
 * @param upToDamage takes everything from a damaged edit on for the tail
 * @throws DamagedLine or Unreadable
 */
export function readLines(bytes: Uint8Array, upToDamage = false): StoredWorkbook {
  const { lines, rest } = linesOf(bytes);
  const isChecked = readHeader(lines[0]);
  const snapshot = readSnapshot(lines[1], isChecked, rest.length > 0);
  const edits: StoredEdit[] = [];
  let tail: Tail | undefined;
  for (let line = FIRST_EDIT; line <= lines.length; line++) {
    const text = lines[line - 1]!;
    try {
      edits.push({ line, changes: changesOf(parse(text, line, isChecked), line) });
    } catch (error) {
      if (upToDamage) {
        const all = bytes.subarray(text.byteOffset - bytes.byteOffset);
        return { snapshot, edits, tail: { line, bytes: all, isWhole: true }, isCompact: false };
      }
      // In the middle others stand on it; at the end the workbook as it was before is whole.
      if (line < lines.length || rest.length > 0 || !(error as Error).cause) throw error;
      tail = { line, bytes: text, isWhole: true };
    }
  }
  if (rest.length > 0) {
    const line = lines.length + 1;
    const saved = isChecked ? withoutLineBreak(rest, line) : undefined;
    if (saved) edits.push(saved);
    else tail = { line, bytes: rest, isWhole: false };
  }
  return { snapshot, edits, ...(tail && { tail }), isCompact: isChecked && edits.length === 0 && !tail };
}

/** Every line ends in a line break: what stands after the last one is usually an edit that was being written. */
function linesOf(bytes: Uint8Array): { lines: Uint8Array[]; rest: Uint8Array } {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end; (end = bytes.indexOf(LINE_BREAK, start)) >= 0; start = end + 1) lines.push(bytes.subarray(start, end));
  return { lines, rest: bytes.subarray(start) };
}

/** An edit of which only the line break is missing or has become another character. */
function withoutLineBreak(rest: Uint8Array, line: number): StoredEdit | undefined {
  const text = [rest, rest.subarray(0, -1)].find((candidate) => isIntact(candidate));
  return text && { line, changes: changesOf(parse(text, line, true), line) };
}

/** Answers whether the lines carry checksums. */
function readHeader(line: Uint8Array | undefined): boolean {
  const { format, version } = fieldsOf(line && tryToParse(line));
  if (line && isIntact(line) === false) throw new DamagedLine(1);
  if (format !== FORMAT || typeof version !== 'number') {
    throw new Unreadable(
      'is not a workbook of the local spreadsheet. Choose another file with --file; this one was left as it is.',
    );
  }
  if (version > VERSION) {
    throw new Unreadable('was written by a newer version of this program. Update the program to open it.');
  }
  if (line && version >= CHECKED && !isIntact(line)) throw new DamagedLine(1);
  return version >= CHECKED;
}

function readSnapshot(line: Uint8Array | undefined, isChecked: boolean, isTorn: boolean): StoredSnapshot {
  const { snapshot } = line ? fieldsOf(parse(line, 2, isChecked)) : {};
  const { workbook, state, answers } = fieldsOf(snapshot);
  if (typeof workbook === 'object' && workbook !== null && typeof state === 'object' && state !== null) {
    return {
      workbook,
      state: state as StoredSnapshot['state'],
      ...(answers !== undefined && { answers: answers as StoredAnswers }),
    };
  }
  if (line && !isTorn) throw new DamagedLine(2);
  throw new Unreadable(
    'was not written to its end: it holds no workbook. Restore it from a copy, or choose another file.',
  );
}

/** The cause of what is thrown says that the text itself is damaged. */
function parse(text: Uint8Array, line: number, isChecked: boolean): unknown {
  if (isChecked && !isIntact(text)) throw new DamagedLine(line, new Error('The checksum is another one.'));
  try {
    return JSON.parse(textOf(text)) as unknown;
  } catch (cause) {
    throw new DamagedLine(line, cause);
  }
}

function tryToParse(text: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(text)) as unknown;
  } catch {
    return undefined;
  }
}

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');

function changesOf(edit: unknown, line: number): StoredChange[] {
  const { changes } = fieldsOf(edit);
  if (!Array.isArray(changes)) throw new DamagedLine(line);
  return changes as StoredChange[];
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
