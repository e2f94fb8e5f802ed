/** Characters from one to another, by their codes. */
export type Span = readonly [first: number, last: number];

/** What is a space to the eye: tabs and line breaks, no-break spaces, those of every width, ideographic ones. */
export const SPACES: readonly Span[] = [
  [9, 13],
  [32, 32],
  [160, 160],
  [5760, 5760],
  [8192, 8202],
  [8232, 8233],
  [8239, 8239],
  [8287, 8287],
  [12288, 12288],
];

/**
 * What nobody sees, after Unicode's Default_Ignorable_Code_Point: soft hyphen, joiners, marks of direction with embeddings,
 * overrides and isolates, word joiner and invisible operators, fillers, variation selectors, byte order mark; and the
 * marks of annotations.
 */
export const INVISIBLE: readonly Span[] = [
  [173, 173],
  [847, 847],
  [1564, 1564],
  [4447, 4448],
  [6068, 6069],
  [6155, 6159],
  [8203, 8207],
  [8234, 8238],
  [8288, 8303],
  [12644, 12644],
  [65024, 65039],
  [65279, 65279],
  [65440, 65440],
  [65520, 65531],
];

const classOf = (spans: readonly Span[]): string =>
  `[${spans.map(([first, last]) => `${String.fromCharCode(first)}-${String.fromCharCode(last)}`).join('')}]`;

/** Most names are plain words with single spaces, of which only the case can differ. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
const invisible = new RegExp(classOf(INVISIBLE), 'g');
const spaces = new RegExp(`${classOf(SPACES)}+`, 'g');

/** A text as it looks: without what nobody sees, its spaces single and plain, none at the ends. */
export const asSeen = (text: string): string =>
  // Most texts are plain, and a file has hundreds of thousands of them.
  PLAIN.test(text) ? text : text.replace(invisible, '').replace(spaces, ' ').trim();

/** Names that differ in case, in the kind and number of spaces, or in characters that nobody sees are one name: this is the same for all of them. */
export function nameKey(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  return asSeen(name).normalize().toLowerCase();
}
