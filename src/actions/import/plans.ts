import type { Workbook } from '../workbook';

const PREFIX = 'import ';
/** A store takes 500 KB and a value 9 KB, at most 3 bytes a character. */
const MOST = 40;
const LONGEST = 3_000;

/** How files were taken before, by the signature of their headings; what cannot be read counts as absent. */
export function keptPlans(workbook: Workbook): Record<string, unknown> {
  const plans: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(workbook.sharedMemory.read())) {
    if (!name.startsWith(PREFIX)) continue;
    try {
      plans[name.slice(PREFIX.length)] = (JSON.parse(text) as { plan: unknown }).plan;
    } catch {
      // Somebody else's script may write to the store as well.
    }
  }
  return plans;
}

/** Keeps how a file was taken, for the next one of the same headings. One too long for the store is not kept. */
export function keepPlan(workbook: Workbook, signature: string, plan: unknown): void {
  const store = workbook.sharedMemory.read();
  const text = JSON.stringify({ at: workbook.now().getTime(), plan });
  if (!/^\w{1,40}$/.test(signature) || text.length > LONGEST) return;
  const name = PREFIX + signature;
  const ageOf = (other: string): number => Number(/"at":(\d+)/.exec(store[other]!)?.[1] ?? 0);
  const others = Object.keys(store)
    .filter((other) => other.startsWith(PREFIX) && other !== name)
    .sort((a, b) => ageOf(b) - ageOf(a));
  workbook.sharedMemory.change({ [name]: text }, others.slice(MOST - 1));
}
