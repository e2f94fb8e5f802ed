import { inParts, namesOf, recordIn, unlessFull } from '../asking/store';
import type { Workbook } from '../workbook';
import { standingImports } from './standing-imports';

/** An import that a person has begun; the page says how many rows it is to write, and of which file. */
export interface BegunImport {
  registerId: string;
  importId: string;
  file: string;
  /** Of the file, by which it is known again when it is chosen once more. */
  lines: number;
  rows: number;
}

/** One that was not over when its page was closed. */
export interface HalfImport extends BegunImport {
  /** What stands of it, and what to do, in words. */
  message: string;
}

const nameIn = (workbook: Workbook): string => `begun ${workbook.id} `;

/**
 * Before rows are sent: whoever closes the sidebar then is told of them when they come back. One that is gone on with stays
 * as it was begun.
 */
export function beginImport(workbook: Workbook, begun: unknown): void {
  if (!isBegun(begun)) throw new Error('That is no beginning of an import.');
  if (begunImport(workbook)?.importId === begun.importId) return;
  unlessFull(() => put(workbook, begun));
}

/** All rows stand and the person has seen it, or they are taken back or left as they are. */
export function endImport(workbook: Workbook, importId: string): void {
  if (begunImport(workbook)?.importId === importId) put(workbook, null);
}

/** What this person has begun and not seen the end of; null where there is nothing to be told. Nobody is told twice of what is whole. */
export function halfImport(workbook: Workbook): HalfImport | null {
  const begun = begunImport(workbook);
  if (!begun) return null;
  const standing = standingImports(workbook, begun.registerId);
  if (standing.kind === 'refused') return null;
  const rows = standing.imports.find(({ id }) => id === begun.importId)?.rows ?? 0;
  // The first of them may still be on their way.
  if (rows === 0) return null;
  if (rows >= begun.rows) put(workbook, null);
  const of = `${rows} of ${begun.rows} rows of ${begun.file}`;
  const message =
    rows < begun.rows
      ? `When this was closed, ${of} stood in ${standing.tab}. Choose the same file again to write the rest, and nothing twice.`
      : `While this was closed, ${of} were written to ${standing.tab}.`;
  return { ...begun, message };
}

function begunImport(workbook: Workbook): BegunImport | null {
  const begun = recordIn(workbook.memory.read(), nameIn(workbook));
  return isBegun(begun) ? begun : null;
}

function put(workbook: Workbook, begun: BegunImport | null): void {
  const name = nameIn(workbook);
  const set = begun ? inParts(name, begun) : {};
  workbook.memory.change(
    set,
    namesOf(workbook.memory.read(), name).filter((old) => !(old in set)),
  );
}

function isBegun(value: unknown): value is BegunImport {
  const begun = value as Partial<Record<keyof BegunImport, unknown>> | null;
  const texts = [begun?.registerId, begun?.importId, begun?.file];
  return (
    texts.every((text) => typeof text === 'string' && text.length <= 300) &&
    [begun?.lines, begun?.rows].every(Number.isSafeInteger)
  );
}
