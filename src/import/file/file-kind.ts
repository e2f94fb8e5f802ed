/** A file that is no table of text; the message says what to do instead. */
export class NotATable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotATable';
  }
}

/** A year of a busy team in a time tracker is about 15 MB. */
const MOST_MEGABYTES = 50;

const CHOOSE = 'Choose the CSV file that the program exports.';
const EXCEL = 'This is a spreadsheet file. Open it, save it as CSV, and choose that file.';
const IMAGE = `This is an image. ${CHOOSE}`;
const PACKED = 'This is a packed file. Unpack it first, then choose the CSV file in it.';

/** First bytes of the files that people choose by mistake. */
const BEGINNINGS: readonly (readonly [bytes: readonly number[], message: string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], IMAGE],
  [[0xff, 0xd8, 0xff], IMAGE],
  [[0x47, 0x49, 0x46, 0x38], IMAGE],
  [[0x52, 0x49, 0x46, 0x46], IMAGE],
  [[0x25, 0x50, 0x44, 0x46], `This is a PDF. ${CHOOSE}`],
  [[0xd0, 0xcf, 0x11, 0xe0], EXCEL],
  [[0x1f, 0x8b], PACKED],
  [[0x37, 0x7a, 0xbc, 0xaf], PACKED],
];

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** What the first packed file is called in those of Excel, LibreOffice, Numbers and their kind, in any order. */
const OFFICE = /(?:xl|_rels|docProps|word|ppt|Index|customXml)\/|\[Content_Types\]|mimetype/;

/**
 * Looks whether a file can be a table at all, before it is read.
 * @param bytes its first bytes, a few thousand
 * @param size of the whole file, in bytes
 * @throws NotATable
 */
export function checkKind(bytes: Uint8Array, size: number): void {
  if (size > MOST_MEGABYTES * 1_000_000) {
    const megabytes = Math.round(size / 1_000_000);
    throw new NotATable(
      `This file has ${megabytes} MB; at most ${MOST_MEGABYTES} MB can be read here. Export a shorter time, one file after the other.`,
    );
  }
  if (size === 0) throw new NotATable('This file is empty.');
  const begins = (with_: readonly number[]): boolean => with_.every((byte, at) => bytes[at] === byte);
  if (begins(ZIP)) {
    const names = String.fromCharCode(...bytes.subarray(0, 2_000));
    throw new NotATable(OFFICE.test(names) ? EXCEL : PACKED);
  }
  for (const [beginning, message] of BEGINNINGS) if (begins(beginning)) throw new NotATable(message);
}

/** @throws NotATable for a text that is of another kind: a web page, data of a program, a binary file */
export function checkText(text: string): void {
  const start = text.slice(0, 500).trimStart();
  if (start === '' && text.trim() === '') throw new NotATable('There is nothing in it but blanks.');
  // Headings stand in angle brackets as well: <DATE>,<OPEN>.
  const isMarkup = /^<[!?/a-z](?![^>]*>\s*[,;\t|])/i.test(start);
  if (isMarkup && /^<!(--|doctype)|<\/?(html|head|body|meta|table|div|p)\b/i.test(start)) {
    throw new NotATable('This is a web page, perhaps one that asks for a login. Export the table again.');
  }
  if (/^\{\\rtf/.test(start)) {
    throw new NotATable(`This is a text document. ${CHOOSE}`);
  }
  if (isMarkup || /^[{[]\s*["{[\d-]/.test(start)) {
    throw new NotATable(`This is data for programs (JSON or XML). ${CHOOSE}`);
  }
  if (text.slice(0, 4_000).includes('\0')) throw new NotATable('This is no text file. Choose a CSV file.');
}
