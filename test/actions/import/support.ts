import type { WrittenBlock } from '../../../src/actions/import/import-block';
import type { StandingRows } from '../../../src/actions/import/standing-imports';
import type { Refused } from '../../../src/actions/answering';
import { blocksOf, type RowBlock } from '../../../src/import/blocks';
import { targetNamed, type TargetId } from '../../../src/import/targets';
import { contributions } from '../../../src/registers/contributions';
import { OWNER, Partnership } from '../../support/partnership';
import { sharePartnership } from '../../support/share-partnership';
import { importTable, tableOf, type Given } from '../../import/support/import-file';

export const standing = (partnership: Partnership, target: TargetId): StandingRows =>
  partnership.call('standingImports', [target]) as StandingRows;

export const send = (
  partnership: Partnership,
  target: TargetId,
  importId: string,
  block: RowBlock,
  after: WrittenBlock['place'] | null = null,
  user = OWNER,
): WrittenBlock => {
  const answer = partnership.call('importBlock', [target, importId, block, after], user) as WrittenBlock | Refused;
  if (answer.kind === 'refused') throw new Error(answer.message);
  return answer;
};

/** The blocks that the page would send of a file. */
export async function blocksOfFile(
  partnership: Partnership,
  target: TargetId,
  given: Uint8Array | string,
  said: Given = {},
): Promise<RowBlock[]> {
  const { keys } = standing(partnership, target);
  const { preview } = await importTable(await tableOf(given), { ...said, keys });
  return blocksOf(preview.rows, targetNamed(target));
}

/** A file from its bytes into the sheet, as the page does it; how many rows were written. */
export async function importInto(
  partnership: Partnership,
  target: TargetId,
  importId: string,
  given: Uint8Array | string,
  said: Given = {},
): Promise<number> {
  let { place } = standing(partnership, target);
  let written = 0;
  for (const block of await blocksOfFile(partnership, target, given, said)) {
    const answer: WrittenBlock = send(partnership, target, importId, block, place);
    place = answer.place;
    written += answer.written;
  }
  return written;
}

/** A file of a time tracker. */
export const HEAD = 'User,Project,Description,Start date,Start time,Duration\n';
export const entry = (n: number, note = `note ${n}`): string =>
  `Ada Example,Pilot,${note},2026-03-${String(n).padStart(2, '0')},09:00:00,01:30:00\n`;
export const fileOf = (...numbers: number[]): string => HEAD + numbers.map((n) => entry(n)).join('');

/**
 * Gives the tests of a block one log together, with an entry that somebody has typed before.
 * @returns gives a test one of its own instead
 */
export function shareTypedLog(hand: (partnership: Partnership) => void): () => Promise<void> {
  let now: Partnership;
  const typedBefore = (): unknown => now.log({ date: '2026-02-01', item: 'typed before', unitValue: '10' });
  const give = sharePartnership(
    (given) => {
      now = given;
      hand(given);
    },
    [contributions],
    () => Partnership.withoutScorecard(),
  );
  beforeEach(typedBefore);
  return async () => {
    await give();
    typedBefore();
  };
}

export const logOf = (partnership: Partnership): Record<string, unknown>[] =>
  partnership.rows('Contributions').filter((row) => row.Date !== '');
