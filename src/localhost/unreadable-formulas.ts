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
