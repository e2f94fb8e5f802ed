import { useEffect, useState } from 'preact/hooks';
import { doubtsOf, settledPlan, unanswered, type Doubt } from '../../import/doubts';
import type { FileTable } from '../../import/file/file-table';
import type { Plan } from '../../import/plan';
import { previewOf, type Preview } from '../../import/preview';
import { looksOf } from '../../import/rows/looks';
import { readRows } from '../../import/rows/read-rows';
import { seeInSlices } from '../../import/rows/seen';
import type { SheetFacts } from '../../import/sheet';
import type { Slices } from '../../import/slices';
import { sourceNamed } from '../../import/sources';
import { targetNamed } from '../../import/targets';
import { browserSlices, GivenUp } from './browser-slices';

export interface Reading {
  doubts: readonly Doubt[];
  /** Null while it is under way or an answer is missing. */
  preview: Preview | null;
}

interface Asked {
  source: string;
  doubts: readonly Doubt[];
}

const NOTHING: readonly Doubt[] = [];

/**
 * What is in doubt about a file under a plan, and its rows, read anew whenever the plan changes.
 * @param keys source keys of the register; null while they are not known
 */
export function usePreview(
  plan: Plan | null,
  table: FileTable,
  facts: SheetFacts,
  keys: readonly string[] | null,
): Reading {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  useEffect(() => {
    setPreview(null);
    if (!plan || !keys) return undefined;
    let isWanted = true;
    const slices = browserSlices(() => isWanted);
    read(plan, table, facts, keys, slices, (doubts) => isWanted && setAsked({ source: plan.source, doubts })).then(
      (found) => {
        if (isWanted) setPreview(found);
      },
      (error: unknown) => {
        if (!(error instanceof GivenUp)) throw error;
      },
    );
    return () => {
      isWanted = false;
    };
  }, [plan, keys]);
  // Until those of a changed plan are known, the ones before stand where they stood.
  const doubts = plan && keys && asked?.source === plan.source ? asked.doubts : NOTHING;
  return { doubts, preview };
}

async function read(
  plan: Plan,
  table: FileTable,
  facts: SheetFacts,
  keys: readonly string[],
  slices: Slices,
  ask: (doubts: readonly Doubt[]) => void,
): Promise<Preview | null> {
  await seeInSlices(table, looksOf(plan, table), slices);
  const doubts = doubtsOf(plan, table, facts, keys);
  ask(doubts);
  if (unanswered(plan, doubts).length > 0) return null;
  await slices.pause();
  const rows = await readRows(settledPlan(plan, doubts), table, facts, slices);
  return previewOf(rows, keys, targetNamed(sourceNamed(plan.source).target), slices);
}
