import { crc32 } from 'node:zlib';

/**
 * A line of the file is a JSON object whose last field is a checksum of the line's text before that field. It stands at
 * the end so that it can be taken off without parsing a line of many megabytes twice.
 */
const CHECK = /,"crc":"([0-9a-f]{8})"\}$/;
const CHECK_LENGTH = ',"crc":"00000000"}'.length;

const sumOf = (bytes: string | Uint8Array): string => crc32(bytes).toString(16).padStart(8, '0');

/** The line for an object that has at least one field, with its line break. */
export function checkedLine(object: object): string {
  const text = JSON.stringify(object).slice(0, -1);
  return `${text},"crc":"${sumOf(text)}"}\n`;
}

/** Whether a line ends in a checksum that is its own; undefined when it ends in none. */
export function isIntact(line: Uint8Array): boolean | undefined {
  const start = Math.max(0, line.length - CHECK_LENGTH);
  const [, said] = CHECK.exec(Buffer.from(line.subarray(start)).toString('latin1')) ?? [];
  return said === undefined ? undefined : said === sumOf(line.subarray(0, start));
}
