import type { WrittenBlock } from '../../actions/import/import-block';
import { blocksOf } from '../../import/blocks';
import type { NewRow } from '../../import/rows/new-rows';
import type { Target } from '../../import/targets';
import { call } from '../server';

export interface Written {
  /** That stand by this import now. */
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
 * Sends rows in blocks, one after the other, and looks at the end whether all of them stand. What stands is asked first, and
 * again whenever others have written in between: rows that were written by a try before, or by somebody else, are known by
 * their keys, so that it may be called again after any failure.
 * @param seen told how many of the rows stand; false stops it after the block that is under way
 * @throws Error in words for the person at work
 */
export async function writeRows(
  target: Target,
  importId: string,
  rows: readonly NewRow[],
  seen: (done: number) => boolean,
): Promise<Written> {
  const written: Written = { rows: 0, first: null, tab: null, stopped: false };
  let isUnderWay = false;
  for (let rounds = 0; ;) {
    const standing = await look(target);
    written.rows = standing.imports.find(({ id }) => id === importId)?.rows ?? 0;
    const keys = new Set(standing.keys);
    const missing = rows.filter(({ key }) => !keys.has(key));
    let done = rows.length - missing.length;
    if (missing.length === 0) {
      seen(done);
      return written;
    }
    if (rounds === ROUNDS) {
      throw new Error(`Somebody takes rows away while they are written: ${missing.length} are missing. Go on later.`);
    }
    let { place } = standing;
    let isWhole = true;
    for (const block of blocksOf(missing, target)) {
      // It is stopped after a block, and not before the first.
      if (!seen(done) && isUnderWay) return { ...written, stopped: true };
      isUnderWay = true;
      const answer = await send(target, importId, block, place);
      place = answer.place;
      written.rows += answer.written;
      written.first ??= answer.first;
      written.tab = answer.tab;
      done += block.rows.length;
      isWhole = done === rows.length;
      if (!place) break;
    }
    if (isWhole) rounds += 1;
  }
}

async function look(target: Target) {
  const standing = await call('standingImports', target.id);
  if (standing.kind === 'refused') throw new Error(standing.message);
  return standing;
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
