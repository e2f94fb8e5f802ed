import { answering, type Refused } from '../answering';
import { endOf } from '../rows/append-row';
import { isBegun, type Place } from '../rows/append-rows';
import { columnsOf, readyTabs } from '../tabs';
import type { Workbook } from '../workbook';
import { importable } from './importable';

/** An import whose rows stand in a register. */
export interface StandingImport {
  id: string;
  rows: number;
}

export interface StandingRows {
  kind: 'standing';
  /** The source keys, by which rows of a file are known. */
  keys: string[];
  imports: StandingImport[];
  /** The name of the tab. */
  tab: string;
  /** Above which no other keys stand; null while rows are there that an earlier try has begun. */
  place: Place | null;
}

/** What of imports stands in a register. One read. */
export const standingImports = (workbook: Workbook, registerId: string): StandingRows | Refused =>
  answering(() => {
    const register = importable(registerId);
    const tab = readyTabs(workbook)(register);
    const cells = tab.read();
    const [headings = [], ...lines] = cells;
    const positions = columnsOf(register, tab, [headings], ['sourceKey']);
    const keys: string[] = [];
    const counts = new Map<string, number>();
    for (const line of lines) {
      const key = line[positions.sourceKey];
      if (typeof key !== 'string' || key === '') continue;
      keys.push(key);
      const id = line[positions.importId];
      if (typeof id === 'string' && id !== '') counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const imports = [...counts].map(([id, rows]) => ({ id, rows }));
    const place = keys.some(isBegun) ? null : { row: endOf(register, cells, positions), rows: cells.length };
    return { kind: 'standing', keys, imports, tab: tab.name, place };
  });
