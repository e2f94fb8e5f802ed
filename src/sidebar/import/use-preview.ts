import { useEffect, useState } from 'preact/hooks';
import { settledPlan, unanswered, type Doubt } from '../../import/doubts';
import type { FileTable } from '../../import/file/file-table';
import type { Plan } from '../../import/plan';
import { previewOf, type Preview } from '../../import/preview';
import { readRows } from '../../import/rows/read-rows';
import type { SheetFacts } from '../../import/sheet';
import { sourceNamed } from '../../import/sources';
import { targetNamed } from '../../import/targets';
import { browserSlices, GivenUp } from './browser-slices';

/** The rows under a plan, read anew whenever it changes; null while that is under way or an answer is missing. */
export function usePreview(
  plan: Plan | null,
  doubts: readonly Doubt[],
  table: FileTable,
  facts: SheetFacts,
  keys: readonly string[] | null,
): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  useEffect(() => {
    setPreview(null);
    if (!plan || !keys || unanswered(plan, doubts).length > 0) return undefined;
    let isWanted = true;
    readRows(
      settledPlan(plan, doubts),
      table,
      facts,
      browserSlices(() => isWanted),
    ).then(
      (read) => {
        if (isWanted) setPreview(previewOf(read, keys, targetNamed(sourceNamed(plan.source).target)));
      },
      (error: unknown) => {
        if (!(error instanceof GivenUp)) throw error;
      },
    );
    return () => {
      isWanted = false;
    };
  }, [plan, doubts, keys]);
  return preview;
}
