import { withSheetDays } from './sheet-days';
import type { Block, Kept, Made, MarkedColumn, Place, WorkbookTab, Written } from '../actions/workbook';
import { PLAIN_TEXT, type Cell } from '../schema/column';
import { columnLetters, headingMadeBy } from '../schema/formula';
import type { ColumnList, TabLayout, Validation } from '../schema/layout';
import type { PageLayout, PlacedChart } from '../schema/page';
import { dataValidation, isSameRange, listRange } from './data-validation';
import { guard, headingsByMarks, markColumns, unguarded, unmarked } from './column-marks';
import { clocksAsText } from './clock-cells';
import { fold, foldMore, makeRoom, setWidths } from './sheet-size';
import { drawCharts } from './spreadsheet-charts';
import { drawPage, keptOn } from './spreadsheet-page';
import { textStyle } from './text-style';

/** Name of the mark that makes a tab one of ours; people may rename the tab itself. */
export const TAB_KEY = 'partner-ledger-tab';

/** Rows added at once when a tab is full. */
const MORE_ROWS = 200;

const LOOK = {
  entered: { background: '#e8f0fe', color: '#174ea6' },
  computed: { background: '#f1f3f4', color: '#3c4043' },
  gap: { background: '#ffffff', color: '#3c4043' },
} as const;

/** Points of a heading. */
const SIZE = 10;

/** What the mark says: the tab's id and what it was set up as; the version is null until it is ready. */
interface Mark extends Partial<Omit<Made, 'version'>> {
  tab: string;
  version: number | null;
}

/** A tab as Google Sheets has it. */
export class SpreadsheetTab implements WorkbookTab {
  private constructor(
    private readonly sheet: GoogleAppsScript.Spreadsheet.Sheet,
    private readonly metadata: GoogleAppsScript.Spreadsheet.DeveloperMetadata,
    private is: Mark,
    private readonly zoneOf: () => string,
    /** Its set-up was begun by an earlier run. */
    private readonly isResumed: boolean,
  ) {}

  /** The tab that carries this mark; null when its sheet is gone or the mark cannot be read. */
  static marked(metadata: GoogleAppsScript.Spreadsheet.DeveloperMetadata, zoneOf: () => string): SpreadsheetTab | null {
    const sheet = metadata.getLocation().getSheet();
    const mark = readMark(metadata.getValue());
    return sheet && mark ? new SpreadsheetTab(sheet, metadata, mark, zoneOf, true) : null;
  }

  /** Marks a sheet as one of ours; without a version it is not yet ready. */
  static mark(
    sheet: GoogleAppsScript.Spreadsheet.Sheet,
    id: string,
    zoneOf: () => string,
    version: number | null = null,
  ): SpreadsheetTab {
    const mark: Mark = { tab: id, version };
    sheet.addDeveloperMetadata(TAB_KEY, JSON.stringify(mark));
    const [metadata] = sheet.createDeveloperMetadataFinder().withKey(TAB_KEY).find();
    return new SpreadsheetTab(sheet, metadata!, mark, zoneOf, false);
  }

  get id(): string {
    return this.is.tab;
  }

  get name(): string {
    return this.sheet.getName();
  }

  get gid(): number {
    return this.sheet.getSheetId();
  }

  get version(): number | null {
    return this.is.version;
  }

  get currency(): string | null | undefined {
    return this.is.currency;
  }

  get size(): number | undefined {
    return this.is.size;
  }

  get fromSample(): boolean {
    return this.is.sample ?? false;
  }

  get folded(): boolean {
    return this.is.folded ?? false;
  }

  get place(): Place | undefined {
    return this.is.place;
  }

  read(): Cell[][] {
    const cells = this.cellsAt(`A:${this.lastColumn}`);
    const shown = cells[0] ?? [];
    const headings = this.headingsFrom(shown);
    // A column whose formula shows an error has computed nothing: what stands below was typed into its way.
    shown.forEach((cell, at) => {
      if (isUnfinished(cell) && headings[at] !== cell) for (const line of cells) line[at] = '';
    });
    cells[0] = headings;
    return cells;
  }

  shown(): string[][] {
    return this.sheet.getRange(`A:${this.lastColumn}`).getDisplayValues();
  }

  headings(): Cell[] {
    return this.headingsFrom(this.cellsAt('1:1')[0]!);
  }

  readBelow(row: number): Cell[][] {
    const { rows } = this;
    return row < rows ? this.cellsAt(`A${row + 1}:${this.lastColumn}${rows}`) : [];
  }

  private cellsAt(a1: string): Cell[][] {
    const cells = this.sheet.getRange(a1).getValues() as Cell[][];
    return clocksAsText(withSheetDays(cells, this.zoneOf), this.zoneOf);
  }

  /** Asking for the range in use would be a read of its own. */
  private get lastColumn(): string {
    return columnLetters(this.sheet.getRange('1:1').getNumColumns());
  }

  /** As people know them: a heading that shows an error by its formula, one that was renamed by its mark. */
  private headingsFrom(headings: Cell[]): Cell[] {
    let known = headings;
    if (headings.some(isUnfinished)) {
      const formulas = this.headingFormulas();
      known = headings.map((cell, at) => (isUnfinished(cell) && headingMadeBy(formulas[at] ?? '')) || cell);
    }
    return headingsByMarks(this.sheet, this.is.headings ?? [], known);
  }

  headingFormulas(): string[] {
    return this.sheet.getRange('1:1').getFormulas()[0]!;
  }

  formulas(): string[][] {
    return this.sheet.getDataRange().getFormulas();
  }

  tryToWrite(): void {
    const corner = this.sheet.getRange('A1');
    corner.setNote(corner.getNote());
    // A lock would be met at the next read, which may be another tab's.
    SpreadsheetApp.flush();
  }

  layOut(layout: TabLayout): void {
    makeRoom(this.sheet, layout.formats.length + 1, layout.widths.length, true);
    this.putDown(1, layout);
    this.sheet.setRowHeight(1, layout.headingHeight);
    fold(this.sheet, layout.folded, this.isResumed);
    this.sheet.setFrozenRows(1);
    drawCharts(this.sheet, layout.charts);
  }

  drawCharts(charts: readonly PlacedChart[]): void {
    if (charts.length === 0) return;
    const standing = this.sheet.getCharts().map((chart) => chart.getOptions()!.get('title'));
    drawCharts(
      this.sheet,
      charts.filter(({ title }) => !standing.includes(title)),
    );
  }

  keeping(inputs: readonly string[]): Kept {
    return keptOn(this.sheet, inputs);
  }

  draw(page: PageLayout, kept: Kept): void {
    drawPage(this.sheet, page, kept);
  }

  makeWide(columns: number): void {
    makeRoom(this.sheet, 1, columns, false);
  }

  insertColumns(inserts: readonly { after: number; count: number }[]): void {
    for (const { after, count } of inserts) {
      if (after < 0) this.sheet.insertColumnsBefore(1, count);
      else this.sheet.insertColumnsAfter(after + 1, count);
    }
  }

  deleteColumns(columns: readonly number[]): void {
    // From the right, or the others would stand elsewhere by then.
    for (const column of [...columns].sort((a, b) => b - a)) this.sheet.deleteColumn(column);
  }

  fold(columns: readonly number[]): void {
    foldMore(this.sheet, columns);
  }

  layOutColumn(column: number, layout: TabLayout): void {
    makeRoom(this.sheet, layout.cells.length, column, false);
    const rows = this.rows - 1;
    const down = <T>(cells: readonly T[]): T[] =>
      Array.from({ length: rows }, (_, row) => cells[row] ?? cells[cells.length - 1]!);
    this.putDown(column, { ...layout, formats: down(layout.formats), validations: down(layout.validations) });
  }

  prepareCell(row: number, column: number, format: string, validation: Validation | null): void {
    this.sheet
      .getRange(row, column)
      .setNumberFormat(format)
      .setDataValidation(validation && this.ruleOf(validation));
  }

  mendLists(lists: readonly { column: number; validation: ColumnList }[]): boolean {
    const { sheet, rows } = this;
    if (lists.length === 0 || rows < 3) return false;
    // The first row may be one that somebody has just inserted.
    const standing = sheet.getRange('3:3').getDataValidations()[0]!;
    const moved = lists.filter(({ column, validation }) => {
      const list = listRange(standing[column - 1]);
      return list !== null && !isSameRange(list, this.rangeAt(validation.reference));
    });
    for (const { column, validation } of moved) {
      sheet.getRange(2, column, rows - 1).setDataValidation(this.ruleOf(validation));
    }
    return moved.length > 0;
  }

  /** Formats stand before values: what is written into a text cell stays text. */
  private putDown(first: number, { cells, widths, notes, headings, formats, validations, wraps }: TabLayout): void {
    const { sheet } = this;
    const columns = widths.length;
    const body = sheet.getRange(2, first, formats.length, columns);
    body.setNumberFormats(formats);
    body.setDataValidations(validations.map((row) => row.map((rule) => rule && this.ruleOf(rule))));
    if (wraps.includes(true)) body.setWraps(formats.map(() => wraps));
    sheet
      .getRange(1, first, 1, columns)
      .setNotes([notes])
      .setBackgrounds([headings.map((kind) => LOOK[kind].background)])
      .setTextStyles([headings.map((kind) => textStyle({ color: LOOK[kind].color, bold: true, size: SIZE }))])
      .setWrap(true);
    setWidths(sheet, first, widths);
    sheet.getRange(1, first, cells.length, columns).setValues(cells);
  }

  private ruleOf(validation: Validation): GoogleAppsScript.Spreadsheet.DataValidation {
    return dataValidation(validation, (a1) => this.rangeAt(a1));
  }

  formatsIn(first: number, last: number): string[][] {
    return this.sheet.getRange(1, first, this.rows, last - first + 1).getNumberFormats();
  }

  format(ranges: readonly string[], format: string): void {
    this.sheet.getRangeList([...ranges]).setNumberFormat(format);
    // A lock would be met at the next read, which may be another tab's.
    SpreadsheetApp.flush();
  }

  mark(columns: readonly MarkedColumn[], isFresh: boolean): void {
    markColumns(this.sheet, isFresh ? columns : unmarked(this.sheet, columns));
    guard(this.sheet, isFresh ? { columns, headings: true, joined: true } : unguarded(this.sheet, columns));
  }

  lock(): void {
    const { sheet } = this;
    if (sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length > 0) return;
    const protection = sheet.protect().setDescription('Closed: what both sides agreed on stays as it is.');
    protection.removeEditors(protection.getEditors());
    if (protection.canDomainEdit()) protection.setDomainEdit(false);
  }

  markReady(made: Made): void {
    this.is = { ...this.is, ...made };
    this.metadata.setValue(JSON.stringify(this.is));
  }

  write(blocks: readonly Block[], plainText: readonly number[] = [], rows = this.rows): Written {
    if (this.rows !== rows) return null;
    const wanted = Math.max(...blocks.map(({ row, cells }) => row + cells.length - 1));
    const more = wanted > rows ? wanted - rows + MORE_ROWS : 0;
    try {
      if (more > 0) this.sheet.insertRowsAfter(rows, more);
      this.makeText(blocks, plainText);
      if (this.rows !== rows + more) return null;
      for (const { row, column, cells } of blocks) {
        this.sheet.getRange(row, column, cells.length, cells[0]!.length).setValues(cells);
      }
    } catch (error) {
      // A row at the end of the tab may have been deleted just before it was written to.
      if (this.rows === rows || this.rows === rows + more) throw error;
    }
    return this.rows - rows - more;
  }

  deleteRows(leaving: readonly number[], rows: number): Written {
    let left = rows;
    if (this.rows !== left) return null;
    // A sheet does not let go of its last row below the frozen one.
    if (leaving.length >= left - 1) this.sheet.insertRowsAfter(left++, 1);
    // From the bottom up, or the rows below would be others by then.
    for (let end = leaving.length - 1; end >= 0;) {
      let first = end;
      while (first > 0 && leaving[first - 1] === leaving[first]! - 1) first--;
      const count = end - first + 1;
      if (this.rows !== left) break;
      this.sheet.deleteRows(leaving[first]!, count);
      left -= count;
      end = first - 1;
    }
    return this.rows - left;
  }

  release(): void {
    this.metadata.remove();
  }

  hide(): void {
    this.sheet.hideSheet();
  }

  remove(): void {
    this.sheet.getParent().deleteSheet(this.sheet);
  }

  show(row: number): void {
    const { sheet } = this;
    const last = sheet.getRange('1:1').getNumColumns();
    let column = 1;
    while (column < last && sheet.isColumnHiddenByUser(column)) column++;
    sheet.getRange(row, column).activate();
  }

  get rows(): number {
    return this.sheet.getRange('A:A').getNumRows();
  }

  private makeText(blocks: readonly Block[], plainText: readonly number[]): void {
    const runs = new Set(blocks.map(({ row, cells }) => `${row}:${row + cells.length - 1}`));
    const textCells = [...runs].flatMap((run) =>
      plainText.map((column) => run.replace(/\d+/g, `${columnLetters(column)}$&`)),
    );
    if (textCells.length > 0) this.sheet.getRangeList(textCells).setNumberFormat(PLAIN_TEXT);
  }

  private rangeAt(a1: string): GoogleAppsScript.Spreadsheet.Range {
    return a1.includes('!') ? this.sheet.getParent().getRange(a1) : this.sheet.getRange(a1);
  }
}

/** A cell that shows an error, or whose custom function has not answered yet. */
const isUnfinished = (cell: Cell): boolean => typeof cell === 'string' && /^(#|Loading)/.test(cell);

function readMark(value: string | null): Mark | null {
  try {
    const mark = JSON.parse(value ?? '') as Partial<Mark>;
    const { tab, version } = mark;
    return typeof tab === 'string' ? { ...mark, tab, version: typeof version === 'number' ? version : null } : null;
  } catch {
    return null;
  }
}
