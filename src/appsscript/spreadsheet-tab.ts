import type { Block, WorkbookTab } from '../actions/workbook';
import { PLAIN_TEXT, type Cell } from '../tables/column';
import { columnLetters } from '../tables/formula';
import type { TabLayout } from '../tables/layout';
import { dataValidation } from './data-validation';

/** Name of the mark that makes a tab one of ours; people may rename the tab itself. */
export const TAB_KEY = 'partner-ledger-tab';

/** Rows added at once when a tab is full. */
const MORE_ROWS = 200;

const LOOK = {
  entered: { background: '#e8f0fe', color: '#174ea6' },
  computed: { background: '#f1f3f4', color: '#3c4043' },
  gap: { background: '#ffffff', color: '#3c4043' },
} as const;

/** What the mark says: the tab's id and the version it was set up with, null until it is ready. */
interface Mark {
  tab: string;
  version: number | null;
}

/** A tab as Google Sheets has it. */
export class SpreadsheetTab implements WorkbookTab {
  private constructor(
    private readonly sheet: GoogleAppsScript.Spreadsheet.Sheet,
    private readonly metadata: GoogleAppsScript.Spreadsheet.DeveloperMetadata,
    private readonly is: Mark,
  ) {}

  /** The tab that carries this mark; null when its sheet is gone or the mark cannot be read. */
  static marked(metadata: GoogleAppsScript.Spreadsheet.DeveloperMetadata): SpreadsheetTab | null {
    const sheet = metadata.getLocation().getSheet();
    const mark = readMark(metadata.getValue());
    return sheet && mark ? new SpreadsheetTab(sheet, metadata, mark) : null;
  }

  /** Marks a sheet as one of ours, not yet ready. */
  static mark(sheet: GoogleAppsScript.Spreadsheet.Sheet, id: string): SpreadsheetTab {
    const mark: Mark = { tab: id, version: null };
    sheet.addDeveloperMetadata(TAB_KEY, JSON.stringify(mark));
    const [metadata] = sheet.createDeveloperMetadataFinder().withKey(TAB_KEY).find();
    return new SpreadsheetTab(sheet, metadata!, mark);
  }

  get id(): string {
    return this.is.tab;
  }

  get name(): string {
    return this.sheet.getName();
  }

  get version(): number | null {
    return this.is.version;
  }

  read(): Cell[][] {
    // Asking for the range in use would be a read of its own.
    const rows = this.sheet.getRange('A:A').getNumRows();
    const columns = this.sheet.getRange('1:1').getNumColumns();
    return this.sheet.getRange(1, 1, rows, columns).getValues() as Cell[][];
  }

  layOut({ cells, widths, notes, headings, formats, validations }: TabLayout): void {
    const { sheet } = this;
    const columns = widths.length;
    this.makeRoom(formats.length + 1, columns);
    const heading = sheet.getRange(1, 1, 1, columns);
    const body = sheet.getRange(2, 1, formats.length, columns);
    // Formats stand before values: what is written into a text cell stays text.
    body.setNumberFormats(formats);
    body.setDataValidations(
      validations.map((row) => row.map((rule) => rule && dataValidation(rule, (a1) => this.rangeAt(a1)))),
    );
    sheet.getRange(1, 1, cells.length, columns).setValues(cells);
    heading
      .setNotes([notes])
      .setBackgrounds([headings.map((kind) => LOOK[kind].background)])
      .setFontColors([headings.map((kind) => LOOK[kind].color)])
      .setFontWeight('bold')
      .setWrap(true)
      .setVerticalAlignment('middle');
    sheet.setFrozenRows(1);
    widths.forEach((width, index) => {
      if (width !== widths[index - 1]) {
        const next = widths.findIndex((other, at) => at > index && other !== width);
        sheet.setColumnWidths(index + 1, (next < 0 ? columns : next) - index, width);
      }
    });
  }

  markReady(version: number): void {
    this.metadata.setValue(JSON.stringify({ tab: this.is.tab, version } satisfies Mark));
    this.is.version = version;
  }

  write(blocks: readonly Block[], plainText: readonly number[] = []): void {
    const lastRow = this.sheet.getRange('A:A').getLastRow();
    const wanted = Math.max(...blocks.map(({ row, cells }) => row + cells.length - 1));
    if (wanted > lastRow) this.sheet.insertRowsAfter(lastRow, wanted - lastRow + MORE_ROWS);
    const rows = new Set(blocks.map(({ row, cells }) => `${row}:${row + cells.length - 1}`));
    const textCells = [...rows].flatMap((run) =>
      plainText.map((column) => run.replace(/\d+/g, `${columnLetters(column)}$&`)),
    );
    if (textCells.length > 0) this.sheet.getRangeList(textCells).setNumberFormat(PLAIN_TEXT);
    for (const { row, column, cells } of blocks) {
      this.sheet.getRange(row, column, cells.length, cells[0]!.length).setValues(cells);
    }
  }

  show(row: number): void {
    this.sheet.getRange(row, 1).activate();
  }

  /** A fresh sheet has 1,000 rows and 26 columns: takes away what is not needed, adds what is missing. */
  private makeRoom(rows: number, columns: number): void {
    const all = this.sheet.getRange('A:A').getNumRows();
    if (all > rows) this.sheet.deleteRows(rows + 1, all - rows);
    if (all < rows) this.sheet.insertRowsAfter(all, rows - all);
    const wide = this.sheet.getRange('1:1').getNumColumns();
    if (wide > columns) this.sheet.deleteColumns(columns + 1, wide - columns);
    if (wide < columns) this.sheet.insertColumnsAfter(wide, columns - wide);
  }

  private rangeAt(a1: string): GoogleAppsScript.Spreadsheet.Range {
    return a1.includes('!') ? this.sheet.getParent().getRange(a1) : this.sheet.getRange(a1);
  }
}

function readMark(value: string | null): Mark | null {
  try {
    const { tab, version } = JSON.parse(value ?? '') as Partial<Mark>;
    return typeof tab === 'string' ? { tab, version: typeof version === 'number' ? version : null } : null;
  } catch {
    return null;
  }
}
