import { columns, commonHeight } from './broadcast';
import type { Answer, Cell } from './cell';
import type { Grid } from './grid';

/**
 * Lists that belong together, such as parties and what each of them did: columns side by side, or rows one below the
 * other. Single values stand beside every entry. Throws where the lists are neither, or are not equally long.
 */
export class Entries {
  readonly count: number;
  private readonly across: boolean;
  private readonly isSingle: boolean;

  constructor(grids: readonly Grid<unknown, unknown>[]) {
    const lists = grids.filter((grid) => !grid.single);
    this.isSingle = lists.length === 0;
    this.across = !this.isSingle && lists.every((grid) => grid.height === 1);
    for (const list of lists) {
      if (!this.across && list.width > 1) list.refuseAll(`${columns(list.width)}, where one is expected`);
      if (this.across && list.width !== lists[0]!.width) {
        const { place, width } = lists[0]!;
        list.refuseAll(`${columns(list.width)}, where ${place.argumentName} has ${columns(width)}`);
      }
    }
    this.count = this.across ? lists[0]!.width : commonHeight(lists);
  }

  /** What a list has for an entry (from 0). */
  at<T, M>(list: Grid<T, M>, entry: number): T | M {
    return this.across ? list.at(0, entry) : list.at(entry);
  }

  /** What a list must have for an entry. */
  required<T>(list: Grid<T>, entry: number, expected: string): T {
    return this.at(list, entry) ?? this.refuse(list, entry, `blank, where ${expected} is expected`);
  }

  /** One cell an entry, running as the lists do; a single cell where no list was given. */
  answer(cells: Cell[]): Answer {
    if (this.across) return [cells];
    return this.isSingle ? cells[0]! : cells.map((cell) => [cell]);
  }

  /** Throws the error that something is wrong with what a list has for an entry. */
  refuse(list: Grid<unknown, unknown>, entry: number, complaint: string): never {
    const at = list.single ? 0 : entry;
    return this.across ? list.refuse(0, at, complaint) : list.refuse(at, 0, complaint);
  }
}
