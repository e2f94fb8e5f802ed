import type { WriteBytes } from '../contract/host';
import { writeSync } from 'node:fs';

/** A file took no writing, or not all of it. The message is a sentence for a person. */
export class NotWritten extends Error {
  override name = 'NotWritten';
}

export function writeAll(descriptor: number, text: string, write: WriteBytes = writeSync): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let written = 0; written < bytes.length;) written += write(descriptor, bytes, written);
}

/** The operating system's reason in a person's words, as far as it is one that a person can do something about. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOSPC':
      return 'the disk is full';
    case 'EDQUOT':
      return 'no more space is allowed';
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'writing is not allowed there';
    default:
      return message;
  }
}
