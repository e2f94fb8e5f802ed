/**
 * Formulas that Sheets cannot read: the cell shows `#ERROR!` and keeps what was typed. The engine would read more of them
 * than Sheets does, so it is given a function of our own around the text instead.
 */

/** The engine's function that is always in error. */
export const UNREADABLE = 'UNREADABLE_FORMULA';

const WRAPPED = new RegExp(`^=${UNREADABLE}\\("((?:[^"]|"")*)"\\)$`);

/** What the engine is to keep of a formula that cannot be read. */
export function unreadable(formula: string): string {
  return `=${UNREADABLE}("${formula.replaceAll('"', '""')}")`;
}

/** What was typed; undefined for a formula that can be read. */
export function typedOfUnreadable(formula: string): string | undefined {
  return WRAPPED.exec(formula)?.[1]?.replaceAll('""', '"');
}

const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g;

/** A colon with nothing before it or nothing behind it, and the number of a row alone behind the name of a sheet. */
const INCOMPLETE = /!\s*:|(?:^=|[(,;{=<>+*/^&-])\s*:|:\s*(?:$|[),;}+*/^&=<>])|!\$?\d+(?![\d:.\p{L}_]|\s*:)/u;

/** Whether a formula has a reference that does not say where it begins or ends: `KPIs!2:`, `KPIs!:B`. */
export function hasIncompleteReference(formula: string): boolean {
  if (!/[:!]/.test(formula)) return false;
  // Between quotes anything may stand. What is left is still a name, for the sign behind it.
  return INCOMPLETE.test(formula.replace(QUOTED, 'x'));
}
