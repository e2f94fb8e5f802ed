import type { DocumentCopy } from '../actions/workbook';
import type { Cell } from '../schema/column';
import type { PageLayout } from '../schema/page';
import { drawPage } from './spreadsheet-page';

/** Name of the mark that says of which document a tab is a copy, and what it held when it was written. */
export const COPY_KEY = 'partner-ledger-document';

interface Mark {
  document: string;
  content: string;
}

/** A tab with a document in it, as Google Sheets has it. */
export class SpreadsheetCopy implements DocumentCopy {
  private constructor(
    private readonly sheet: GoogleAppsScript.Spreadsheet.Sheet,
    private readonly metadata: GoogleAppsScript.Spreadsheet.DeveloperMetadata,
    private is: Mark,
  ) {}

  /** Null where the sheet is gone or its mark cannot be read. */
  static marked(metadata: GoogleAppsScript.Spreadsheet.DeveloperMetadata): SpreadsheetCopy | null {
    const sheet = metadata.getLocation().getSheet();
    try {
      const { document, content } = JSON.parse(metadata.getValue() ?? '') as Partial<Mark>;
      return sheet && document !== undefined
        ? new SpreadsheetCopy(sheet, metadata, { document, content: content ?? '' })
        : null;
    } catch {
      return null;
    }
  }

  static mark(sheet: GoogleAppsScript.Spreadsheet.Sheet, document: string): SpreadsheetCopy {
    const mark: Mark = { document, content: '' };
    sheet.addDeveloperMetadata(COPY_KEY, JSON.stringify(mark));
    const [metadata] = sheet.createDeveloperMetadataFinder().withKey(COPY_KEY).find();
    return new SpreadsheetCopy(sheet, metadata!, mark);
  }

  get document(): string {
    return this.is.document;
  }

  get name(): string {
    return this.sheet.getName();
  }

  get noted(): string {
    return this.is.content;
  }

  read(): Cell[][] {
    const all = this.sheet.getDataRange();
    const formulas = all.getFormulas();
    return (all.getValues() as Cell[][]).map((row, at) => row.map((cell, column) => formulas[at]![column] || cell));
  }

  note(content: string): void {
    this.is = { ...this.is, content };
    this.metadata.setValue(JSON.stringify(this.is));
  }

  draw(layout: PageLayout): void {
    this.sheet.clear();
    drawPage(this.sheet, layout, { isBlank: true, chosen: {} });
  }

  show(): void {
    this.sheet.activate();
  }
}
