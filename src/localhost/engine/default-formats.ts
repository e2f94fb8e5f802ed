/**
 * Formats of dates that nobody has chosen: the engine's own marks, which end in a section for texts as no format of a person
 * does. The workbook's locale says what they look like when a calculation ends.
 */
export const SOME_DATE = 'yyyy/mm/dd;@';
export const SOME_TIME = 'yyyy/mm/dd hh:mm:ss;@';

/** The format of a mark in a locale that writes dates so; undefined for what is no mark. */
export function formatOfMark(pattern: string, dateFormat: string): string | undefined {
  if (pattern === SOME_DATE) return dateFormat;
  return pattern === SOME_TIME ? `${dateFormat} h:mm:ss` : undefined;
}
