import { findColumn, type Heading, type Names } from './file/headings';
import { SOURCES } from './sources';
import type { Source } from './sources/source';

const isThere = (headings: readonly Heading[], names: Names): boolean => findColumn(headings, names) >= 0;

const knows = (source: Source, headings: readonly Heading[]): boolean =>
  source.knownBy.every((names) => isThere(headings, names)) &&
  !(source.notWith ?? []).some((names) => isThere(headings, names));

/**
 * The sources whose table this may be, by headings alone: their order and further columns do not matter. A source whose
 * signs are all among those of another one that fits as well is a worse guess, and left out; of several that are left
 * somebody has to choose.
 */
export function recognise(headings: readonly Heading[]): Source[] {
  const fitting = SOURCES.filter((source) => knows(source, headings));
  const signs = fitting.map(({ knownBy }) => new Set(knownBy.map((names) => findColumn(headings, names))));
  const isPartOf = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
    a.size < b.size && [...a].every((column) => b.has(column));
  return fitting.filter((_, at) => !signs.some((other) => isPartOf(signs[at]!, other)));
}

/** How many of these headings are signs of a source that they may belong to. */
export const knownHeadings = (headings: readonly Heading[]): number =>
  Math.max(0, ...SOURCES.filter((source) => knows(source, headings)).map(({ knownBy }) => knownBy.length));
