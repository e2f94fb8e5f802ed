/** Spaces that look like one: no-break, en, em, figure, thin, narrow no-break, ideographic. */
export const SPACES = [160, 8194, 8195, 8199, 8201, 8239, 12288];
/**
 * Characters that nobody sees: soft hyphen, zero-width space, non-joiner, joiner, marks of direction, word joiner, byte order
 * mark.
 */
export const INVISIBLE = [173, 8203, 8204, 8205, 8206, 8207, 8288, 65279];

const classOf = (codes: readonly number[]): string => `[${codes.map((code) => String.fromCharCode(code)).join('')}]`;

/** Most names are plain words with single spaces, of which only the case can differ. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
const invisible = new RegExp(classOf(INVISIBLE), 'g');
/** Line breaks and tabs are spaces to the eye as well. */
const spaces = new RegExp(`(?:\\s|${classOf(SPACES)})+`, 'g');

/** Names that differ in case, in the kind and number of spaces, or in characters that nobody sees are one name: this is the same for all of them. */
export function nameKey(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  return name.replace(invisible, '').replace(spaces, ' ').trim().normalize().toLowerCase();
}
