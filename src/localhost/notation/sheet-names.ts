/**
 * Sheets may have an exclamation mark in their names. The engine takes the first one in a reference for the end of the
 * name, so it knows such sheets by a letter that looks the same.
 */

const MARK = '!';
const LETTER = '\u01C3';

const QUOTED_NAME = /"(?:[^"]|"")*"|'(?:[^']|'')*'(?=!)/g;
const LETTERED_NAME = new RegExp(
  `"(?:[^"]|"")*"|('(?:[^']|'')*')(?=!)|[\\p{L}\\p{N}_.]*${LETTER}[\\p{L}\\p{N}_.]*(?=!)`,
  'gu',
);

/** A sheet's name as the engine has it. */
export function engineSheetName(name: string): string {
  return name.replaceAll(MARK, LETTER);
}

/** A sheet's name as people have it. */
export function plainSheetName(name: string): string {
  return name.replaceAll(LETTER, MARK);
}

/** A formula or a reference with the names of sheets as the engine has them. */
export function markedSheetNames(formula: string): string {
  if (!/'(?:[^']|'')*!(?:[^']|'')*'!/.test(formula)) return formula;
  return formula.replace(QUOTED_NAME, (part) => (part.startsWith("'") ? engineSheetName(part) : part));
}

/** A formula or a reference with the names of sheets as people have them. */
export function plainSheetNames(formula: string): string {
  if (!formula.includes(LETTER)) return formula;
  return formula.replace(LETTERED_NAME, (part, quoted: string | undefined) => {
    if (part.startsWith('"')) return part;
    return quoted === undefined ? `'${plainSheetName(part)}'` : plainSheetName(part);
  });
}
