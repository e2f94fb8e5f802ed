import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { KeptFile } from './opening';
import { readLines } from './workbook-lines';

/** A workbook's file for reading alone, whoever has it open. @throws Error when it cannot be read */
export const onlyRead = (path: string): KeptFile => ({
  found: readLines(readFileSync(path)),
  damage: (line, cause) => new Error(`${basename(path)} is damaged in line ${line}.`, { cause }),
  mend: () => undefined,
  compact: () => undefined,
});
