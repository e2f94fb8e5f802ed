/**
 * Sheets may have any characters in their names. The engine takes the first exclamation mark in a reference for the end of
 * the name, brackets for those of another workbook, and an at sign for an operator, so it knows such sheets by signs that
 * look the same.
 */

const SIGNS: Readonly<Record<string, string>> = { '!': '\u01C3', '[': '\u2045', ']': '\u2046', '@': '\uFE6B' };
const MARKS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SIGNS).map(([mark, sign]) => [sign, mark]),
);

const ANY_MARK = /[![\]@]/g;
const ANY_SIGN = /[\u01C3\u2045\u2046\uFE6B]/g;

const QUOTED_NAME = /"(?:[^"]|"")*"|'(?:[^']|'')*'(?=!)/g;
/** The engine leaves out quotes where only letters and such signs stand in a name. */
const SIGNED_NAME =
  /"(?:[^"]|"")*"|('(?:[^']|'')*')(?=!)|[\p{L}\p{N}_.\u2045\u2046\uFE6B]*[\u01C3\u2045\u2046\uFE6B][\p{L}\p{N}_.\u2045\u2046\uFE6B]*(?=!)/gu;

/** A sheet's name as the engine has it. */
export function engineSheetName(name: string): string {
  return name.replace(ANY_MARK, (mark) => SIGNS[mark]!);
}

/** A sheet's name as people have it. */
export function plainSheetName(name: string): string {
  return name.replace(ANY_SIGN, (sign) => MARKS[sign]!);
}

/** A formula or a reference with the names of sheets as the engine has them. */
export function markedSheetNames(formula: string): string {
  if (!/'(?:[^']|'')*[![\]@](?:[^']|'')*'!/.test(formula)) return formula;
  return formula.replace(QUOTED_NAME, (part) => (part.startsWith("'") ? engineSheetName(part) : part));
}

/** A formula or a reference with the names of sheets as people have them. */
export function plainSheetNames(formula: string): string {
  if (formula.search(ANY_SIGN) < 0) return formula;
  return formula.replace(SIGNED_NAME, (part, quoted: string | undefined) => {
    if (part.startsWith('"')) return part;
    return quoted === undefined ? `'${plainSheetName(part)}'` : plainSheetName(part);
  });
}
