import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Partnership } from './partnership';
import { dataFile } from './project';

const FILES = { first: 'first-version.workbook', second: 'second-version.workbook.gz' } as const;

/** What is submitted to set such a workbook up anew: what stands in it counts, and not this. */
export const OTHER_SIDES = { first: 'Other', second: 'Names', firstSplit: '50%', currency: 'USD', start: '2020-01-01' };

/** A workbook in memory as an earlier version of Partner Ledger left it. */
export async function olderWorkbook(version: keyof typeof FILES): Promise<Partnership> {
  const folder = mkdtempSync(join(tmpdir(), 'older-version-'));
  try {
    const file = join(folder, 'partnership.ledger');
    const kept = readFileSync(dataFile(FILES[version]));
    writeFileSync(file, FILES[version].endsWith('.gz') ? gunzipSync(kept) : kept);
    return await Partnership.open(null, { copyOf: file });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
