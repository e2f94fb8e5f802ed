import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** One row of the benchmark's table: what was measured, what came out, and the budget it is held against. */
export interface Row {
  what: string;
  measured: string;
  budget: string;
  kept: boolean;
}

/** Median milliseconds of `runs` runs after a warm-up. */
export function median(runs: number, work: () => unknown): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(runs / 2)]!;
}

setFlagsFromString('--expose-gc');
/** Clears away what earlier runs have left, so that none pays for another's. */
export const collectGarbage = runInNewContext('gc') as () => void;

/**
 * Median of the ratio a ÷ b over paired runs, one after the other, so that a machine that slows down slows both.
 * @param before is done before each run, and not timed
 */
export function ratio(runs: number, a: () => unknown, b: () => unknown, before?: () => void): number {
  a();
  b();
  const timed = (work: () => unknown): number => {
    before?.();
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const ratios = Array.from({ length: runs }, () => timed(a) / timed(b)).sort((x, y) => x - y);
  return ratios[Math.floor(runs / 2)]!;
}

export const atMost = (what: string, measured: number, limit: number, unit: string, digits = 2): Row => ({
  what,
  measured: `${measured.toFixed(digits)} ${unit}`.trim(),
  budget: `≤ ${limit} ${unit}`.trim(),
  kept: measured <= limit,
});

export const atLeast = (what: string, measured: number, limit: number, unit: string, digits = 2): Row => ({
  what,
  measured: `${measured.toFixed(digits)} ${unit}`.trim(),
  budget: `≥ ${limit} ${unit}`.trim(),
  kept: measured >= limit,
});
