import type { Cell } from '../schema/column';
import type { ColumnList, TabLayout, Validation } from '../schema/layout';
import type { PageLayout, PlacedChart } from '../schema/page';

/**
 * What the use cases need of a spreadsheet. Apps Script is behind it; the use cases never name it.
 * Every method that reads or writes is one call of the service unless it says otherwise.
 */
export interface Workbook {
  /** Names this file among all others. */
  readonly id: string;
  /** The spreadsheet's locale, such as `en_US`. One read, the first time. */
  readonly locale: string;
  /** The spreadsheet's time zone, such as `Europe/Berlin`. One read, the first time. */
  readonly zone: string;
  /** The same workbook, which takes its locale and zone from what the tabs have noted, where they have: no read of their own. */
  relying(): Workbook;
  /** Address of the person at work; empty where Google does not show it. */
  readonly user: string;
  /** Addresses of the people who can open the file, as far as the person at work may see them. At most two reads. */
  people(): string[];
  /** Today in the spreadsheet's time zone, as a serial day number. */
  today(): number;
  now(): Date;
  /** A name that nobody can guess. */
  uuid(): string;
  /** The SHA-256 of a text, as 64 hexadecimal digits. */
  sha256(text: string): string;
  /** The tabs that carry one of our ids. */
  tabs(): WorkbookTab[];
  /** The names of all tabs in their order, ours and others. */
  sheetNames(): string[];
  /**
   * Rows of any tab, from a 1-based one on, as far as it is filled: numbers and ticks as they are, all else as it is shown.
   * Two reads. Null where there is no such tab.
   */
  shownRows(sheetName: string, first: number, count: number): Cell[][] | null;
  /**
   * Adds an empty tab that carries our id, marked as not yet ready, as the first or the last one. The name is varied when
   * another tab has it; an empty tab of that name, left behind by an interrupted set-up, is taken over, and so is the one
   * empty sheet of a new file.
   */
  addTab(id: string, name: string, first: boolean): WorkbookTab;
  /**
   * Takes over a tab that carries no mark: empties what formulas had answered, then marks it.
   * @param computed columns, from 0, that are emptied below their headings; null: the whole tab
   */
  adopt(sheetName: string, id: string, version: number, computed: readonly number[] | null): void;
  /** The tabs into which a document was put, by the name of its copies. One read. */
  copies(document: string): DocumentCopy[];
  /** Adds an empty tab for a document, behind the others; its name is varied when another tab has it. */
  addCopy(document: string, name: string): DocumentCopy;
  /** Runs `work` while nobody else's script writes; throws `Busy` when that does not become possible. */
  exclusively<T>(work: () => T): T;
  /** Says what is being done, to the sidebar of the person at work; an empty text once nothing is. */
  tell(step: string): void;
  /** Text of one of the project's HTML files, by its name without the suffix. */
  projectFile(name: string): string;
  /** Where the person at work is. */
  selected(): SelectedCells;
  /** Lets somebody into the file. One write. @throws Error where this person may not, or there is no such address */
  share(address: string, role: 'editor' | 'viewer'): void;
  /** What somebody may do in the file; null where they are not in it, or nobody says. Two reads. */
  roleOf(address: string): 'owner' | 'editor' | 'viewer' | null;
  /** What this person had typed and not submitted, and other small memories; one store for all of a person's files. */
  readonly memory: Memory;
  /** What everybody's sidebars remember in this file. */
  readonly sharedMemory: Memory;
}

/** A tab that holds a document as it was on a day; people may go on writing in it. */
export interface DocumentCopy {
  readonly name: string;
  /** What was noted of its content when it was written; empty before. */
  readonly noted: string;
  /** Every cell as it was typed, formulas as formulas. Two reads. */
  read(): Cell[][];
  /** Keeps a short text about its content. One write. */
  note(content: string): void;
  /** Writes the whole of it anew; what stood there goes. Several writes. */
  draw(layout: PageLayout): void;
  /** Brings it to the front. */
  show(): void;
}

/** What stands on a page before it is drawn. */
export interface Kept {
  /** Nothing at all: its size is free to change. */
  isBlank: boolean;
  /** What people have chosen, by cell (`B3`). */
  chosen: Readonly<Record<string, Cell>>;
}

export interface WorkbookTab {
  readonly id: string;
  readonly name: string;
  /** Its number in links, such as `#gid=0`; no read. */
  readonly gid: number;
  /** The version it was set up with; null while its set-up is unfinished. */
  readonly version: number | null;
  /** The currency whose format its amounts have; undefined where that was not noted, null without one. */
  readonly currency: string | null | undefined;
  /** Of a page: the size it was drawn in. */
  readonly size: number | undefined;
  /** Whether it came with the sample. */
  readonly fromSample: boolean;
  /** Whether what nobody needs to look at has been folded away; where people have unfolded it since, it stays so. */
  readonly folded: boolean;
  /** Where the file is at home, as it was noted when somebody last looked; undefined where nobody has. */
  readonly place: Place | undefined;
  /**
   * Every cell of the tab: as many rows as it has, filled or not. A heading whose formula shows an error, or is still
   * loading, reads as the heading that it makes, and one that people have renamed as the heading its column is marked
   * with; of two columns with a heading of ours the marked one has it. That costs a second read, where it is so.
   */
  read(): Cell[][];
  /** Every cell as people see it, in the rows and columns that `read` has. One read. */
  shown(): string[][];
  /** Row 1, as `read` has it; one read. */
  headings(): Cell[];
  /** How many rows the tab has, filled or not; no read. */
  readonly rows: number;
  /** Every cell below a row, 1-based; empty where it is the last one. */
  readBelow(row: number): Cell[][];
  /** The formulas of the heading row; an empty text where there is none. */
  headingFormulas(): string[];
  /** The formulas of all cells, as far as the tab is used; an empty text where there is none. One read. */
  formulas(): string[][];
  /**
   * Writes something that changes nothing, to learn whether the person at work may write here. A read and a write, which is
   * done or refused when this returns.
   */
  tryToWrite(): void;
  /** Makes the tab look and work as laid out. Several writes, no read. */
  layOut(layout: TabLayout): void;
  /** Draws the charts whose titles no chart of the tab bears. */
  drawCharts(charts: readonly PlacedChart[]): void;
  /** What drawing a page must keep. It is read before anything is written: else Sheets calculates what was written first. */
  keeping(inputs: readonly string[]): Kept;
  /** Makes a tab a computed page, with its charts. Several writes. */
  draw(page: PageLayout, kept: Kept): void;
  /** Adds the columns that a tab lacks at its end, so that formulas may point at them. One write where there are too few. */
  makeWide(columns: number): void;
  /** Puts empty columns after 0-based positions (-1: before all), in the order given. A write each. */
  insertColumns(inserts: readonly { after: number; count: number }[]): void;
  /** Takes out 1-based columns with all that stands in them. A write each. */
  deleteColumns(columns: readonly number[]): void;
  /** Makes a 1-based column look and work as laid out, as far down as the tab goes; its heading comes last. Several writes. */
  layOutColumn(column: number, layout: TabLayout): void;
  /**
   * Folds 1-based columns away that stand in no group yet; groups of people's own stay as they are. A read a column, and a
   * read and two writes for each run of them.
   */
  fold(columns: readonly number[]): void;
  /** The format and the rule of one cell, 1-based. Two writes. */
  prepareCell(row: number, column: number, format: string, validation: Validation | null): void;
  /**
   * Lets lists of choices begin at the first row of the column that they stand in, from where a row that somebody inserts
   * above it moves them. One read, and a write for each that did not.
   * @returns whether there was one
   */
  mendLists(lists: readonly { column: number; validation: ColumnList }[]): boolean;
  /** The number formats of the columns from one to another, 1-based, in every row of the tab. One read. */
  formatsIn(first: number, last: number): string[][];
  /** Gives ranges of the tab, such as `C15` or `F2:F`, a number format. One write, which is done or refused when this returns. */
  format(ranges: readonly string[], format: string): void;
  /**
   * Marks columns with their headings, so that they are found whatever people call them, and asks before somebody types
   * into a guarded one or a heading. A write a column, three for each run of guarded ones and three for the headings; on a tab that stood before two reads,
   * and only what is not done.
   */
  mark(columns: readonly MarkedColumn[], isFresh: boolean): void;
  /** Lets nobody but the owner and the person at work write in the tab. A read, and a few writes where it is open. */
  lock(): void;
  /** The last step of a set-up: from now on the tab is ready. */
  markReady(made: Made): void;
  /**
   * Writes blocks and adds rows when the tab is full. In `plainText` columns the rows are first made text cells, so that
   * what a person typed stays as it is. One write a block, in their order, and one for all text cells; no read.
   * @param plainText columns, 1-based
   * @param rows how many rows the tab had when the caller looked where to write
   */
  write(blocks: readonly Block[], plainText?: readonly number[], rows?: number): Written;
  /**
   * Takes out rows, 1-based and in ascending order. One write a run of rows that follow one another.
   * @param rows how many rows the tab had when the caller looked which ones to take out
   */
  deleteRows(leaving: readonly number[], rows: number): Written;
  /** Lets the tab be one of the person's own: it loses our id and keeps everything else. One write. */
  release(): void;
  /** Takes the tab out of sight; people can show it again. One write. */
  hide(): void;
  /** Deletes the tab and all that stands in it. One write. */
  remove(): void;
  /** Shows the row to the person at work, at its first column that is not hidden. A read a hidden column. */
  show(row: number): void;
}

/** A column of ours in a tab: 1-based position, and the heading that it is known by. */
export interface MarkedColumn {
  column: number;
  heading: string;
  computed: boolean;
  /** Google asks before somebody types into it. */
  guarded: boolean;
}

/** By what a file reads numbers and days. */
export interface Place {
  locale: string;
  zone: string;
}

/** What a tab was set up as. */
export interface Made {
  version: number;
  currency: string | null | undefined;
  size?: number | undefined;
  /** What nobody needs to look at is folded away. */
  folded?: true;
  /** It came with the sample. */
  sample?: true;
  /** The headings of its marked columns. */
  headings?: readonly string[];
  /** Of Settings: where the file is at home. */
  place?: Place;
}

/**
 * How a write went. People insert and delete rows while a script works, and a lock does not stop them; a tab's number of
 * rows tells, and costs no read. Null: it had changed, and nothing was written. Otherwise by how many rows it differed
 * after the write: 0 when nobody interfered, else other rows may have been met. Sorting leaves the number as it is.
 */
export type Written = number | null;

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
  /** What stands in a block, as far as the tab goes: a cell's formula, or else its value. Three reads. */
  read(rows: number, columns: number): Cell[][];
  /**
   * Writes a block as if it were typed, and adds rows and columns where the tab ends too soon. One write, and one for the format of cells that hold days.
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

/** Rows were moved by people as often as a use case tried to write to them. */
export class Unsettled extends Error {
  constructor(tabName: string) {
    super(
      `Rows of “${tabName}” are being moved right now: not everything was written. ` +
        'Try again in a moment; nothing is written twice.',
    );
    this.name = 'Unsettled';
  }
}

/** For writes that are not put right when they met other rows: whoever tries again continues from what stands then. */
export function settled(tab: WorkbookTab, written: Written): void {
  if (written !== 0) throw new Unsettled(tab.name);
}

/** The workbook is not as a use case needs it; the message says what to do. */
export class NotReady extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotReady';
  }
}
