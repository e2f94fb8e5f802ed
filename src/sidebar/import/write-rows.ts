import type { WrittenBlock } from '../../actions/import/import-block';
import { blocksOf } from '../../import/blocks';
import type { NewRow } from '../../import/rows/new-rows';
import type { Target } from '../../import/targets';
import { call } from '../server';

export interface Written {
  rows: number;
  /** Of the tab; null where nothing was written. */
  first: number | null;
  tab: WrittenBlock['tab'] | null;
  /** Somebody stopped it. */
  stopped: boolean;
}

/** How often rows that got lost, because somebody moved rows at the same time, are sent again. */
const ROUNDS = 3;

/**
 * Sends rows in blocks, one after the other, and looks at the end whether all of them stand. Rows that were written by a
 * try before are known by their keys, so that it may be called again after any failure.
 * @throws Error in words for the person at work
 */
export async function writeRows(
  target: Target,
  importId: string,
  rows: readonly NewRow[],
  seen: (done: number) => boolean,
): Promise<Written> {
  const written: Written = { rows: 0, first: null, tab: null, stopped: false };
  let missing = rows;
  for (let round = 0; round < ROUNDS && missing.length > 0; round++) {
    let place: WrittenBlock['place'] | null = null;
    let done = rows.length - missing.length;
    for (const block of blocksOf(missing, target)) {
      if (!seen(done)) return { ...written, stopped: true };
      const answer: Awaited<ReturnType<typeof send>> = await send(target, importId, block, place);
      place = answer.place;
      written.rows += answer.written;
      written.first ??= answer.first;
      written.tab = answer.tab;
      done += block.rows.length;
    }
    seen(done);
    const standing = await call('standingImports', target.id);
    if (standing.kind === 'refused') throw new Error(standing.message);
    const keys = new Set(standing.keys);
    missing = missing.filter(({ key }) => !keys.has(key));
  }
  return written;
}

async function send(
  target: Target,
  importId: string,
  block: ReturnType<typeof blocksOf>[number],
  place: WrittenBlock['place'] | null,
): Promise<WrittenBlock> {
  const answer = await call('importBlock', target.id, importId, block, place);
  if (answer.kind === 'refused') throw new Error(answer.message);
  return answer;
}
