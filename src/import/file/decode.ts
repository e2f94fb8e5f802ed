import { eachInSlices, type Slices } from '../slices';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const MARKS: readonly (readonly [encoding: Encoding, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const LINE_FEED = 10;

/**
 * The text of a file: UTF-8 or UTF-16, with a byte order mark or without, else Windows-1252. A file that was put together
 * from several encodings is read line by line, each as what it is.
 */
export async function decode(bytes: Uint8Array, slices: Slices): Promise<string> {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  const encoding = marked?.[0] ?? unmarked(bytes);
  if (encoding !== 'utf-8') return new TextDecoder(encoding).decode(bytes);
  return utf8(bytes) ?? (await byLines(bytes, slices));
}

/** In UTF-16 every other byte of Western text, and at least of separators and digits, is zero. */
function unmarked(bytes: Uint8Array): Encoding {
  const zeros = [0, 0];
  const looked = bytes.subarray(0, 2_000);
  looked.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
  });
  const many = looked.length / 6;
  const [even = 0, odd = 0] = zeros;
  if (odd > many && even * 4 < odd) return 'utf-16le';
  return even > many && odd * 4 < even ? 'utf-16be' : 'utf-8';
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

async function byLines(bytes: Uint8Array, slices: Slices): Promise<string> {
  const windows = new TextDecoder('windows-1252');
  const ends: number[] = [];
  for (let feed = bytes.indexOf(LINE_FEED); feed >= 0; feed = bytes.indexOf(LINE_FEED, feed + 1)) ends.push(feed + 1);
  if (ends[ends.length - 1] !== bytes.length) ends.push(bytes.length);
  const lines: string[] = [];
  // Thousands of lines that are no UTF-8 take a second.
  await eachInSlices(ends, slices, (end, at) => {
    const line = bytes.subarray(ends[at - 1] ?? 0, end);
    lines.push(utf8(line) ?? windows.decode(line).replace(/[\u0080-\u009f]/g, asInWindows));
  });
  return lines.join('');
}

/** From 0x80 on; a space where Windows-1252 has none. */
const IN_WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Some decoders (Node's among them) take Windows-1252 for Latin-1, which has control characters there. */
const asInWindows = (letter: string): string => IN_WINDOWS[letter.charCodeAt(0) - 0x80] ?? letter;
