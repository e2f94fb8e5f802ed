import { randomUUID } from 'node:crypto';
import type { Area, Line } from '../contract/engine';
import type { StateValue } from '../contract/state';
import type { Placed } from './moving-areas';
import type { Workbook } from './workbook';

/** Lines that are folded away together; `first` counts from 0, the depth of what is in no other group is 1. */
export interface LineGroup {
  first: number;
  count: number;
  depth: number;
  collapsed: boolean;
}

/** A group as the state keeps it, which moves its area with the lines. */
interface StoredGroup extends Placed {
  area: Area;
  line: Line;
  depth: number;
  collapsed: boolean;
}

/** Where the toggle of a group stands. */
export type ControlPosition = 'BEFORE' | 'AFTER';

/** Google's limit of groups within groups. */
const DEEPEST = 8;

const GROUP = 'group/';
const CONTROLS = 'group-controls/';

/** The groups of a sheet's rows or columns. */
export class Outline {
  constructor(
    private readonly workbook: Workbook,
    private readonly sheetId: string,
    readonly line: Line,
  ) {}

  /** From the first line on, outer groups before those within. */
  groups(): LineGroup[] {
    const groups: LineGroup[] = [];
    for (const one of this.stored().sort((a, b) => a.depth - b.depth || a.first - b.first)) {
      const before = groups.at(-1);
      // Groups that have come to touch, since what lay between was deleted, are one.
      if (before?.depth === one.depth && one.first <= before.first + before.count) {
        before.count = Math.max(before.count, one.first + one.count - before.first);
        before.collapsed ||= one.collapsed;
      } else groups.push({ ...one });
    }
    return groups.sort((a, b) => a.first - b.first || a.depth - b.depth);
  }

  at(index: number, depth: number): LineGroup | undefined {
    return this.groups().find((group) => group.depth === depth && covers(group, index));
  }

  depthAt(index: number): number {
    return this.groups().filter((group) => covers(group, index)).length;
  }

  /** Changes the depth of some lines, within Google's limits. What is folded away stays so. */
  shift(first: number, count: number, delta: number): void {
    const before = this.groups();
    const end = Math.max(first + count, ...before.map((group) => group.first + group.count));
    const depths = Array.from({ length: end }, (_, index) => {
      const depth = before.filter((group) => covers(group, index)).length;
      return index < first || index >= first + count ? depth : Math.min(DEEPEST, Math.max(0, depth + delta));
    });
    const after: LineGroup[] = [];
    for (let depth = 1; depth <= Math.max(0, ...depths); depth++) {
      for (let index = 0; index < end; index++) {
        if (depths[index]! < depth) continue;
        const start = index;
        while (index < end && depths[index]! >= depth) index++;
        after.push(withState({ first: start, count: index - start, depth }, before));
      }
    }
    this.replace(after);
  }

  /** Folds groups away or open, and hides or shows their lines; what lies in a group that is folded stays hidden. */
  setCollapsed(groups: readonly LineGroup[], collapsed: (group: LineGroup) => boolean): void {
    const isMeant = (group: LineGroup): boolean =>
      groups.some(({ first, depth }) => first === group.first && depth === group.depth);
    const all = this.groups().map((group) => (isMeant(group) ? { ...group, collapsed: collapsed(group) } : group));
    this.replace(all);
    const folded = all.filter((group) => group.collapsed);
    const touched = all.filter(isMeant);
    const [start, end] = [
      Math.min(...touched.map(({ first }) => first)),
      Math.max(...touched.map(({ first, count }) => first + count)),
    ];
    const stateOf = (index: number): boolean | undefined =>
      touched.some((group) => covers(group, index)) ? folded.some((group) => covers(group, index)) : undefined;
    for (let index = start; index < end; index++) {
      const [from, hidden] = [index, stateOf(index)];
      while (index + 1 < end && stateOf(index + 1) === hidden) index++;
      if (hidden !== undefined) this.show(from, index, !hidden);
    }
  }

  get position(): ControlPosition {
    return this.positions[this.line] ?? 'BEFORE';
  }

  set position(position: ControlPosition) {
    this.workbook.state.set(CONTROLS + this.sheetId, { ...this.positions, [this.line]: position });
  }

  /** Gives a copied sheet its source's groups. */
  adopt(sourceId: string): void {
    const source = new Outline(this.workbook, sourceId, this.line);
    if (this.groups().length === 0) this.replace(source.groups());
    if (source.position !== 'BEFORE') this.position = source.position;
  }

  private get positions(): Partial<Record<Line, ControlPosition>> {
    return (this.workbook.state.get(CONTROLS + this.sheetId) ?? {}) as Partial<Record<Line, ControlPosition>>;
  }

  private stored(): LineGroup[] {
    return this.entries().map(([, { area, depth, collapsed }]) => ({
      first: this.line === 'row' ? area.row : area.column,
      count: this.line === 'row' ? area.rows : area.columns,
      depth,
      collapsed,
    }));
  }

  private entries(): [string, StoredGroup][] {
    return this.workbook.state
      .entries(GROUP)
      .map(([key, value]) => [key, value as unknown as StoredGroup] as [string, StoredGroup])
      .filter(([, { sheetId, line }]) => sheetId === this.sheetId && line === this.line);
  }

  private replace(groups: readonly LineGroup[]): void {
    const { state } = this.workbook;
    for (const [key] of this.entries()) state.set(key, undefined);
    const { rows, columns } = this.workbook.findSheet(this.sheetId)!;
    for (const { first, count, depth, collapsed } of groups) {
      const area =
        this.line === 'row'
          ? { row: first, rows: count, column: 0, columns }
          : { row: 0, rows, column: first, columns: count };
      const group: StoredGroup = { sheetId: this.sheetId, area, line: this.line, depth, collapsed };
      state.set(GROUP + randomUUID(), group as unknown as StateValue);
    }
  }

  private show(start: number, end: number, visible: boolean): void {
    const { rows, columns } = this.workbook.findSheet(this.sheetId)!;
    const range =
      this.line === 'row'
        ? { startRow: start, endRow: end, startColumn: 0, endColumn: columns - 1 }
        : { startRow: 0, endRow: rows - 1, startColumn: start, endColumn: end };
    const name = `sheet.mutation.set-${this.line === 'row' ? 'row' : 'col'}-${visible ? 'visible' : 'hidden'}`;
    this.workbook.execute(name, { subUnitId: this.sheetId, ranges: [range] });
  }
}

/** Gives a copied sheet its source's groups of rows and columns. */
export function adoptOutlines(workbook: Workbook, sheetId: string, sourceId: string): void {
  for (const line of ['row', 'column'] as const) new Outline(workbook, sheetId, line).adopt(sourceId);
}

function covers({ first, count }: LineGroup, index: number): boolean {
  return index >= first && index < first + count;
}

/** A group folded as the one was that it comes from. */
function withState(group: Omit<LineGroup, 'collapsed'>, before: readonly LineGroup[]): LineGroup {
  const same = before.filter(({ first, count }) => first === group.first && count === group.count);
  const from = same.length > 0 ? same : before.filter(({ depth }) => depth === group.depth);
  const last = group.first + group.count;
  const overlapping = from.filter(({ first, count }) => first < last && first + count > group.first);
  const exact = overlapping.find(({ depth }) => depth === group.depth);
  const collapsed = same.length > 0 ? (exact ?? overlapping[0])!.collapsed : overlapping.some((one) => one.collapsed);
  return { ...group, collapsed };
}
