import type { Cell } from '../tables/column';
import type { TabLayout } from '../tables/layout';

/**
 * What the use cases need of a spreadsheet. Apps Script is behind it; the use cases never name it.
 * Every method that reads or writes is one call of the service unless it says otherwise.
 */
export interface Workbook {
  /** Names this file among all others. */
  readonly id: string;
  /** The spreadsheet's locale, such as `en_US`. One read. */
  readonly locale: string;
  /** Address of the person at work; empty where Google does not show it. */
  readonly user: string;
  /** Today in the spreadsheet's time zone, as a serial day number. */
  today(): number;
  now(): Date;
  /** The tabs that carry one of our ids. */
  tabs(): WorkbookTab[];
  /**
   * Adds an empty tab that carries our id, marked as not yet ready. The name is varied when another tab has it; an
   * empty tab of that name, left behind by an interrupted set-up, is taken over.
   */
  addTab(id: string, name: string): WorkbookTab;
  /** Runs `work` while nobody else's script writes; throws `Busy` when that does not become possible. */
  exclusively<T>(work: () => T): T;
  /** Where the person at work is. */
  selected(): SelectedCells;
  /** What this person had typed and not submitted, and other small memories; one store for all of a person's files. */
  readonly memory: Memory;
}

export interface WorkbookTab {
  readonly id: string;
  readonly name: string;
  /** The version it was set up with; null while its set-up is unfinished. */
  readonly version: number | null;
  /** Every cell of the tab. */
  read(): Cell[][];
  /** Makes the tab look and work as laid out. Several writes, no read. */
  layOut(layout: TabLayout): void;
  /** The last step of a set-up: from now on the tab is ready. */
  markReady(version: number): void;
  /**
   * Writes blocks and adds rows when the tab is full. In `plainText` columns the rows are first made text cells, so that
   * what a person typed stays as it is. One write a block, and one for all text cells.
   */
  write(blocks: readonly Block[], plainText?: readonly number[]): void;
  /** Shows the row to the person at work. */
  show(row: number): void;
}

/** Cells side by side and below one another; row and column are 1-based. */
export interface Block {
  row: number;
  column: number;
  cells: Cell[][];
}

/** The cells that the person at work has selected, and the block that begins at the first of them. */
export interface SelectedCells {
  readonly tabName: string;
  /** `B2:C4`, without the tab. */
  readonly a1: string;
  /** The first cell, 1-based. */
  readonly row: number;
  readonly column: number;
  /** Does a block of this size end before the tab does? One read. */
  hasRoom(rows: number, columns: number): boolean;
  /** What stands in a block: a cell's formula, or else its value. Two reads. */
  read(rows: number, columns: number): Cell[][];
  /**
   * Writes a block as if it were typed. One write, and one for the format of cells that hold days.
   * @param days which cells of the block those are, row and column from 0
   */
  write(cells: readonly (readonly Cell[])[], days: readonly (readonly [row: number, column: number])[]): void;
}

/** A person's small store; values up to 9 KB. */
export interface Memory {
  read(): Record<string, string>;
  /** Sets and removes in at most two calls. */
  change(set: Record<string, string>, remove: readonly string[]): void;
}

/** Somebody else's script holds the workbook. */
export class Busy extends Error {
  constructor() {
    super('Somebody else is writing to this sheet right now. Nothing is lost: try again in a moment.');
    this.name = 'Busy';
  }
}

/** The workbook is not as a use case needs it; the message says what to do. */
export class NotReady extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotReady';
  }
}
