import type { Area } from '../../contract/engine';

/**
 * Where each value of a table stands, as areas of one column each: the engine takes one rule for many areas at the cost
 * of one, while a rule a cell takes minutes for a sheet. Null stands nowhere.
 */
export function equalAreas<T>(table: readonly (readonly (T | null)[])[], { row, column }: Area): Map<T, Area[]> {
  const areas = new Map<T, Area[]>();
  const width = table[0]?.length ?? 0;
  for (let j = 0; j < width; j++) {
    let run: Area | undefined;
    let of: T | null = null;
    for (let i = 0; i < table.length; i++) {
      const value = table[i]![j] ?? null;
      if (run && value === of) {
        run.rows++;
        continue;
      }
      of = value;
      run = value === null ? undefined : { row: row + i, column: column + j, rows: 1, columns: 1 };
      if (value === null || !run) continue;
      const known = areas.get(value);
      if (known) known.push(run);
      else areas.set(value, [run]);
    }
  }
  return areas;
}
