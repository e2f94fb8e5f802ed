/** Columns that stand side by side, as first and last. */
export function runsOf(columns: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const run = runs[runs.length - 1];
    if (run && run[1] + 1 === column) run[1] = column;
    else runs.push([column, column]);
  }
  return runs;
}
